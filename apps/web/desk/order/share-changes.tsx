import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { ProposeShareChange } from '../../data/generated/propose-share-change.js';
import { WithdrawShareChange } from '../../data/generated/withdraw-share-change.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { P } from '../../kit/text.js';
import { formatDate, formatNumber, formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import type { Share } from './order.js';
import { useOrderWords } from './words.js';

/** What the desk asked a facility to agree to, and what it answered. */
export function ShareChanges({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  const today = useToday();
  if (share.shareChanges.length === 0) return null;
  return (
    <div className="mt-3">
      <h4 className="font-bold">{words.changes}</h4>
      <ul className="grid gap-2">
        {share.shareChanges.map(({ id, units, dueOn, reason, status, answerReason, availableActions }) => (
          <li key={id}>
            <P>
              {`${words.changeStates[status]}　${words.changeTo(
                units === null ? words.same : formatUnits(units, share.workType.unit),
                dueOn === null ? words.same : formatDate(dueOn, today),
              )}`}
            </P>
            <p className="text-quiet">{[reason, answerReason ?? ''].filter((text) => text !== '').join(' / ')}</p>
            {availableActions.includes('withdraw') ? (
              <FormDialog
                label={words.withdrawChange}
                about={share.facility.name}
                title={words.withdrawChangeAsk}
                submitLabel={words.withdrawChange}
                defaultValues={{}}
                done={words.withdrawChangeDone}
                send={async (_, idempotencyKey) =>
                  ask(WithdrawShareChange, { input: { shareChangeId: id, idempotencyKey } })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A share that is bound becomes smaller, or is due sooner, once its facility agrees. */
export function ProposeChange({ share }: { readonly share: Share }) {
  const { shares: words, actions } = useOrderWords();
  const today = useToday();
  return (
    <FormDialog<{ changeUnits: string; changeDue: string; changeReason: string }>
      label={words.change}
      about={share.facility.name}
      title={words.changeAsk(share.facility.name)}
      submitLabel={words.change}
      defaultValues={{ changeUnits: formatNumber(share.units), changeDue: share.dueOn, changeReason: '' }}
      done={words.changeDone}
      send={async ({ changeUnits, changeDue, changeReason: reason }, idempotencyKey) => {
        const units = readWholeNumber(changeUnits);
        const input = {
          assignmentId: share.id,
          idempotencyKey,
          reason,
          units: units === share.units ? null : units,
          dueOn: changeDue === share.dueOn ? null : changeDue,
        };
        return ask(ProposeShareChange, { input });
      }}
    >
      <P>{words.changeLead}</P>
      <NumberField name="changeUnits" label={words.changeUnits} unit={share.workType.unit} min={1} max={share.units} />
      <DateField name="changeDue" label={words.changeDue} today={today} min={today} />
      <TextField name="changeReason" label={actions.reason} hint={actions.reasonHint} />
    </FormDialog>
  );
}
