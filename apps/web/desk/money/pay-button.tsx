import type { ButtonLook } from '../../kit/button.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { type Payable, PaymentForm } from './payment-form.js';

/** Records that money has gone from one to the other. */
export function PayButton({
  label,
  short,
  look = 'primary',
  what,
  sentence,
}: {
  readonly label: string;
  /** What is seen of it in a row that names whom it is about. */
  readonly short?: string;
  readonly look?: ButtonLook;
  readonly what: Payable;
  readonly sentence: string;
}) {
  return (
    <DialogButton label={label} short={short} look={look}>
      {(close) => <PaymentForm what={what} sentence={sentence} onDone={close} />}
    </DialogButton>
  );
}
