import { isAdmin, useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { DeskSettings } from '../../data/generated/desk-settings.js';
import { EndFeeRule } from '../../data/generated/end-fee-rule.js';
import type { DeskSettingsQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { DateField } from '../../kit/date-field.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Table } from '../../kit/table.js';
import { formatDate, formatSen, formatYen } from '../../words/format.js';
import { FeeForm } from './fee-form.js';
import { writePermille } from './percents.js';
import { SettingsPage } from './settings-page.js';
import { useSettingsWords } from './words.js';

type Rule = DeskSettingsQuery['feeRules'][number];

/** What the desk takes for its help, from which day on. */
export function FeesPage() {
  const { fees: words, percent, action } = useSettingsWords();
  const { organisationId: deskId, role } = useMe();
  const today = useToday();
  const query = useAsk(DeskSettings, { deskId });
  const amountOf = ({ basis, ratePermille, fixedYen, perPieceSen }: Rule) => {
    if (basis === 'PERCENT') return percent(writePermille(ratePermille));
    return basis === 'FIXED' ? words.fixedOf(formatYen(fixedYen ?? 0)) : words.pieceOf(formatSen(perPieceSen ?? 0));
  };
  return (
    <SettingsPage tab="fees" lead={words.lead}>
      {isAdmin(role) ? (
        <div className="mb-4">
          <DialogButton label={words.add} look="primary">
            {(close) => <FeeForm onDone={close} />}
          </DialogButton>
        </div>
      ) : null}
      <Loaded query={query}>
        {({ feeRules }) =>
          feeRules.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <Table
              caption={words.caption}
              rows={feeRules}
              keyOf={({ id }) => id}
              columns={[
                { heading: words.contractType, cell: ({ contractType }) => words.types[contractType] },
                {
                  heading: words.buyerKind,
                  cell: ({ buyerKind }) => (buyerKind === null ? words.anyBuyer : words.buyerKinds[buyerKind]),
                },
                { heading: words.amount, cell: amountOf },
                { heading: words.payer, cell: ({ payer }) => words.payers[payer] },
                { heading: words.from, isShort: true, cell: ({ validFrom }) => formatDate(validFrom, today) },
                {
                  heading: words.to,
                  isShort: true,
                  cell: ({ validTo }) => (validTo === null ? words.forever : formatDate(validTo, today)),
                },
                {
                  heading: action,
                  cell: ({ id, contractType, validFrom, validTo }) =>
                    isAdmin(role) && validTo === null ? (
                      <DialogButton
                        label={words.endOf(words.types[contractType], formatDate(validFrom, today))}
                        short={words.end}
                        look="quiet"
                      >
                        {(close) => <EndForm feeRuleId={id} onDone={close} />}
                      </DialogButton>
                    ) : (
                      ''
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </SettingsPage>
  );
}

function EndForm({ feeRuleId, onDone }: { readonly feeRuleId: string; readonly onDone: () => void }) {
  const { fees: words, saved } = useSettingsWords();
  const today = useToday();
  const filling = useFilling({
    defaultValues: { validTo: '' },
    send: async ({ validTo }) => {
      await ask(EndFeeRule, { input: { feeRuleId, validTo } });
      await afterSaving(saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitEnd}>
      <DateField name="validTo" label={words.lastDay} today={today} />
    </Form>
  );
}
