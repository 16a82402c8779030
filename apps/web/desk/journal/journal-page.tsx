import { isAdmin, useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { JournalAccounts } from '../../data/generated/journal-accounts.js';
import { SetJournalAccounts } from '../../data/generated/set-journal-accounts.js';
import type { JournalAccountsQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { DateField } from '../../kit/date-field.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Facts, P, Quiet, Section } from '../../kit/text.js';
import { MoneyPage } from '../money/money-page.js';
import { useJournalWords } from './words.js';

type Accounts = JournalAccountsQuery['journalAccounts'];

/** The books of the desk for its accounting program. */
export function JournalPage() {
  const words = useJournalWords();
  const { role } = useMe();
  const query = useAsk(JournalAccounts, {});
  return (
    <MoneyPage tab="journal" lead={words.lead}>
      <Section heading={words.period}>
        <PeriodForm />
      </Section>
      <Loaded query={query}>
        {({ journalAccounts }) => (
          <Section
            heading={words.accounts}
            aside={
              isAdmin(role) ? (
                <DialogButton label={words.edit}>
                  {(close) => <AccountsForm accounts={journalAccounts} onDone={close} />}
                </DialogButton>
              ) : undefined
            }
          >
            <Facts items={journalAccounts.map(({ account, name }) => [words.names[account], name] as const)} />
          </Section>
        )}
      </Loaded>
    </MoneyPage>
  );
}

function PeriodForm() {
  const words = useJournalWords();
  const today = useToday();
  const filling = useFilling({
    defaultValues: { from: `${today.slice(0, 7)}-01`, to: today },
    send: async (period) => {
      window.location.assign(`/journal.csv?${new URLSearchParams(period).toString()}`);
      return Promise.resolve();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.download} label={words.period}>
      <DateField name="from" label={words.from} today={today} />
      <DateField name="to" label={words.to} today={today} />
      <Quiet className="mt-4">{words.late}</Quiet>
    </Form>
  );
}

function AccountsForm({ accounts, onDone }: { readonly accounts: Accounts; readonly onDone: () => void }) {
  const words = useJournalWords();
  const filling = useFilling<Record<string, string>>({
    defaultValues: Object.fromEntries(accounts.map(({ account, name }) => [account, name])),
    send: async (values) => {
      const named = accounts.map(({ account, name }) => ({ account, name: values[account] ?? name }));
      await ask(SetJournalAccounts, { input: { accounts: named } });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.save}>
      <P>{words.accountsLead}</P>
      {accounts.map(({ account }) => (
        <TextField key={account} name={account} label={words.names[account]} />
      ))}
    </Form>
  );
}
