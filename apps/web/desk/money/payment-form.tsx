import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { RecordPayment } from '../../data/generated/record-payment.js';
import { ReversePayment } from '../../data/generated/reverse-payment.js';
import { afterSaving } from '../../kit/after-saving.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { P } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatNumber } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useMoneyWords } from './words.js';

/** What is paid: an invoice, or the work or the fee of a contract. */
export interface Payable {
  readonly invoiceId?: string;
  readonly contractId?: string;
  readonly isFee?: boolean;
  readonly isRepayment?: boolean;
  readonly openYen: number;
}

/** Money has gone from one to the other, all of it or a part. */
export function PaymentForm({
  what: { openYen, ...what },
  sentence,
  onDone,
}: {
  readonly what: Payable;
  readonly sentence: string;
  readonly onDone: () => void;
}) {
  const { pay: words } = useMoneyWords();
  const { units } = useCommon();
  const today = useToday();
  const filling = useFilling({
    defaultValues: { amount: formatNumber(openYen), paidOn: today, note: '' },
    send: async ({ amount, paidOn, note }, idempotencyKey) => {
      const amountYen = readWholeNumber(amount) ?? 0;
      await ask(RecordPayment, { input: { idempotencyKey, ...what, amountYen, paidOn, note } });
      await afterSaving(words.done, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submit}>
      <P>{sentence}</P>
      <NumberField name="amount" label={words.amount} hint={words.amountHint} unit={units.yen} min={1} max={openYen} />
      <DateField name="paidOn" label={words.day} today={today} />
      <TextField name="note" label={words.note} hint={words.noteHint} isOptional />
    </Form>
  );
}

/** A payment was recorded by mistake. */
export function ReversalForm({ paymentId, onDone }: { readonly paymentId: string; readonly onDone: () => void }) {
  const { pay: words } = useMoneyWords();
  const filling = useFilling({
    defaultValues: { reason: '' },
    send: async ({ reason }, idempotencyKey) => {
      await ask(ReversePayment, { input: { idempotencyKey, paymentId, reason } });
      await afterSaving(words.done, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitReverse} submitLook="danger">
      <P>{words.reverseLead}</P>
      <TextField name="reason" label={words.reverseReason} rows={2} />
    </Form>
  );
}
