import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { MoveOccurrence } from '../../data/generated/move-occurrence.js';
import { SkipOccurrence } from '../../data/generated/skip-occurrence.js';
import { ButtonRow } from '../../kit/button.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import type { DateRow } from '../../standing/standing-view.js';
import { useStandingWords } from '../../standing/words.js';
import { formatDate } from '../../words/format.js';

/** What the desk can do about one date. */
export function DateActs({
  row: { id: occurrenceId, dueOn, siteName },
}: {
  readonly row: Pick<DateRow, 'id' | 'dueOn' | 'siteName'>;
}) {
  const words = useStandingWords();
  const today = useToday();
  const day = `${formatDate(dueOn)} ${siteName}`;
  return (
    <ButtonRow>
      <FormDialog
        label={words.move}
        about={day}
        look="quiet"
        title={words.moveTitle(day)}
        submitLabel={words.move}
        defaultValues={{ dueOn: '' }}
        done={words.moved}
        send={async (input: { dueOn: string }, idempotencyKey) =>
          ask(MoveOccurrence, { input: { occurrenceId, dueOn: input.dueOn, idempotencyKey } })
        }
      >
        <DateField name="dueOn" label={words.newDay} today={today} min={today} />
      </FormDialog>
      <FormDialog
        label={words.skip}
        about={day}
        look="quiet"
        title={words.skipTitle(day)}
        submitLabel={words.skip}
        submitLook="danger"
        defaultValues={{ reason: '' }}
        done={words.skipped}
        send={async ({ reason }: { reason: string }, idempotencyKey) =>
          ask(SkipOccurrence, { input: { occurrenceId, reason, idempotencyKey } })
        }
      >
        <TextField name="reason" label={words.reason} rows={2} />
      </FormDialog>
    </ButtonRow>
  );
}
