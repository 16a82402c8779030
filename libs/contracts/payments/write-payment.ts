import type { LocalDate } from '#yui/calendar';
import { WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import type { Contract } from '../contract/contract.entity.js';
import { writeTimeline } from '../contract/write-timeline.js';
import { reconcileOrder } from '../reconciliation/reconcile-order.js';
import { SettlementLine } from '../settlement/settlement-line.entity.js';
import { PaymentPart } from './payment-part.entity.js';
import { Payment } from './payment.entity.js';

/** What of a payment goes to one contract; negative when it came back. */
export interface PaidPart {
  readonly contractId: string;
  readonly isFee: boolean;
  readonly yen: number;
}

interface NewPayment {
  readonly invoiceId: string | null;
  readonly paidOn: LocalDate;
  readonly note: string;
  readonly parts: readonly PaidPart[];
}

/** Adds a payment to the books of its contracts, whose orders are locked. `followAll` is still to be called. */
export async function writePayment(
  tx: Transaction,
  contracts: readonly Contract[],
  { invoiceId, paidOn, note, parts }: NewPayment,
): Promise<string> {
  const [first] = contracts as [Contract, ...Contract[]];
  const amountYen = parts.reduce((sum, { yen }) => sum + yen, 0);
  const id = tx.newId();
  const { deskId } = first;
  await tx.manager.insert(Payment, {
    id,
    deskId,
    ...(await partiesOf(tx, parts[0]!)),
    amountYen,
    paidOn,
    invoiceId,
    note,
    reversesId: null,
    recordedAt: tx.now,
  });
  await writeParts(tx, id, contracts, parts, { kind: amountYen < 0 ? 'REPAID' : 'PAID', paidOn });
  await tx.audit(
    amountYen < 0 ? 'payment.recordRepayment' : 'payment.record',
    { deskId, subjectType: 'Payment', subjectId: id },
    { amountYen: Math.abs(amountYen), paidOn, invoiceId },
  );
  return id;
}

/** Who paid whom: as the books of what is paid first say. */
async function partiesOf(
  tx: Transaction,
  { contractId, isFee }: PaidPart,
): Promise<Pick<Payment, 'buyerId' | 'facilityId' | 'payer' | 'payee' | 'payerId' | 'payeeId'>> {
  const { buyerId, facilityId, payer, payee, payerId, payeeId } = await tx.manager.findOneOrFail(SettlementLine, {
    where: { contractId, kind: isFee ? 'FEE' : 'WORK' },
    order: { bookedAt: 'ASC', id: 'ASC' },
  });
  return { buyerId, facilityId, payer, payee, payerId, payeeId };
}

export async function writeParts(
  tx: Transaction,
  paymentId: string,
  contracts: readonly Contract[],
  parts: readonly PaidPart[],
  about: { readonly kind: 'PAID' | 'REPAID' | 'PAYMENT_REVERSED'; readonly paidOn: LocalDate },
): Promise<void> {
  for (const { contractId, isFee, yen: amountYen } of parts) {
    const contract = contracts.find(({ id }) => id === contractId)!;
    const { deskId, workOrderId, buyerId, facilityId } = contract;
    await tx.manager.insert(PaymentPart, {
      paymentId,
      contractId,
      isFee,
      deskId,
      workOrderId,
      buyerId,
      facilityId,
      amountYen,
    });
    await writeTimeline(tx, contract, about.kind, { amountYen, onDate: about.paidOn });
  }
}

/** The orders of these contracts, which are locked, follow. */
export async function followAll(tx: Transaction, contracts: readonly Contract[]): Promise<void> {
  for (const id of [...new Set(contracts.map(({ workOrderId }) => workOrderId))].sort()) {
    await reconcileOrder(tx, await tx.get(WorkOrder, { id }));
  }
}
