import { useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { CallOff } from '../data/generated/call-off.js';
import { DateField } from '../kit/date-field.js';
import { NumberField } from '../kit/fields.js';
import { FormDialog } from '../kit/form-dialog.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import type { Standing } from './standing-view.js';
import { useStandingWords } from './words.js';

/** 単価契約: a quantity, by a day. */
export function CallOffDialog({ standing: { id, workType } }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const today = useToday();
  return (
    <FormDialog
      label={words.callOff}
      look="primary"
      title={words.callOffTitle}
      submitLabel={words.callOff}
      defaultValues={{ quantity: '', dueOn: '' }}
      done={words.calledOff}
      send={async ({ quantity, dueOn }: { quantity: string; dueOn: string }, idempotencyKey) =>
        ask(CallOff, {
          input: { standingOrderId: id, quantity: readWholeNumber(quantity) ?? 0, dueOn, idempotencyKey },
        })
      }
    >
      <NumberField name="quantity" label={words.quantity} unit={workType.unit} min={1} />
      <DateField name="dueOn" label={words.date} today={today} min={today} />
    </FormDialog>
  );
}
