import { isAdmin, useMe } from '../../app/session.js';
import { AccountFields } from '../../bank/account-fields.js';
import { AccountText } from '../../bank/account-text.js';
import { accountInput, accountValues } from '../../bank/account.js';
import { ask } from '../../data/ask.js';
import { ConfirmFacilityAccount } from '../../data/generated/confirm-facility-account.js';
import { FacilityBankAccount } from '../../data/generated/facility-bank-account.js';
import { SetFacilityBankAccount } from '../../data/generated/set-facility-bank-account.js';
import type { FacilityBankAccountQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { ConfirmAct } from '../../kit/confirm-act.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Message } from '../../kit/message.js';
import { P, Section } from '../../kit/text.js';
import { useTransferWords } from './words.js';

type Account = FacilityBankAccountQuery['facilityBankAccount'];

/** Where a facility is paid. Many have nobody who signs in: the desk enters what it was told. */
export function BankAccountSection({ facilityId }: { readonly facilityId: string }) {
  const words = useTransferWords();
  const { role } = useMe();
  const query = useAsk(FacilityBankAccount, { facilityId });
  return (
    <Loaded query={query}>
      {({ facilityBankAccount: account }) => (
        <Section
          heading={words.bankAccount}
          aside={
            isAdmin(role) ? (
              <DialogButton label={words.bankAccountEdit}>
                {(close) => <AccountForm facilityId={facilityId} account={account} onDone={close} />}
              </DialogButton>
            ) : undefined
          }
        >
          {account === null ? <P>{words.none}</P> : <AccountText account={account} />}
          {account === null || account.trust === 'TRUSTED' || account.trust === null ? null : (
            <Message kind="warning">{words.trusts[account.trust]}</Message>
          )}
          {account?.trust === 'UNCONFIRMED' && isAdmin(role) ? (
            <Confirm facilityId={facilityId} account={account} />
          ) : null}
        </Section>
      )}
    </Loaded>
  );
}

/** The desk has asked: what is confirmed is the account that is shown, and no later one. */
function Confirm({ facilityId, account }: { readonly facilityId: string; readonly account: NonNullable<Account> }) {
  const words = useTransferWords();
  const { statedAt } = account;
  if (statedAt === null) return null;
  return (
    <ConfirmAct
      label={words.confirmAccount}
      title={words.confirmAccount}
      confirmLabel={words.confirmAccount}
      run={async () => {
        await ask(ConfirmFacilityAccount, { input: { facilityId, statedAt } });
        await afterSaving(words.confirmedAccount, () => undefined);
      }}
    >
      <P>{words.confirmAccountLead}</P>
      <AccountText account={account} />
    </ConfirmAct>
  );
}

function AccountForm({
  facilityId,
  account,
  onDone,
}: {
  readonly facilityId: string;
  readonly account: Account;
  readonly onDone: () => void;
}) {
  const words = useTransferWords();
  const filling = useFilling({
    defaultValues: accountValues(account),
    send: async (values) => {
      await ask(SetFacilityBankAccount, { input: { facilityId, bankAccount: accountInput(values) } });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.save}>
      <P>{words.bankAccountLead}</P>
      <AccountFields isOptional={account !== null} />
    </Form>
  );
}
