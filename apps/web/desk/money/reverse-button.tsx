import { useToday } from '../../app/session.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { formatDate, formatYen } from '../../words/format.js';
import { ReversalForm } from './payment-form.js';
import { useMoneyWords } from './words.js';

/** Takes back what was recorded by mistake. */
export function ReverseButton({
  payment: { id, amountYen, paidOn },
}: {
  readonly payment: { readonly id: string; readonly amountYen: number; readonly paidOn: string };
}) {
  const { pay: words } = useMoneyWords();
  const today = useToday();
  return (
    <DialogButton
      label={words.reverseOf(formatYen(amountYen), formatDate(paidOn, today))}
      short={words.reverse}
      look="quiet"
    >
      {(close) => <ReversalForm paymentId={id} onDone={close} />}
    </DialogButton>
  );
}
