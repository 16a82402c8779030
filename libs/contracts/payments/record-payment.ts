import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { WorkOrder } from '#yui/orders';
import {
  accessErrors,
  checkFields,
  MAX_YEN,
  optionalText,
  organisationKindOf,
  type PersonActor,
  requireInteger,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import { paymentErrors } from '../contract/contract.errors.js';
import { reconcileOrder } from '../reconciliation/reconcile-order.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { SettlementLine } from '../settlement/settlement-line.entity.js';
import { writeTimeline } from '../contract/write-timeline.js';
import { type OpenPart, openToPay } from './open-to-pay.js';
import { PaymentPart } from './payment-part.entity.js';
import { Payment } from './payment.entity.js';

export interface RecordPaymentInput {
  readonly idempotencyKey: string;
  /** The invoice or payment notice that was paid. Either this … */
  readonly invoiceId?: string | null;
  /** … or the contract, for its work unless `isFee`. */
  readonly contractId?: string | null;
  readonly isFee?: boolean | null;
  /** What was paid too much came back to who had paid it. Omitted: it was paid. */
  readonly isRepayment?: boolean | null;
  readonly amountYen: number;
  readonly paidOn: LocalDate;
  readonly note?: string | null;
}

/**
 * Money has arrived, has been sent, or has come back. It may be a part; of several contracts the one that was due first is
 * paid first. More than is left of what is named is refused: who keeps the books decides what becomes of it.
 */
@Injectable()
export class RecordPayment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND, PAYMENT.NOTHING_OWED, PAYMENT.NOTHING_TO_REPAY, PAYMENT.TOO_MUCH, PAYMENT.IN_THE_FUTURE,
   * PAYMENT.BEFORE_ORDER, INVOICE.CORRECTED_BEFORE, INPUT.*
   */
  async execute(actor: PersonActor, input: RecordPaymentInput): Promise<{ paymentId: string }> {
    if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.command('recordPayment', actor, input, async (tx) => {
      const { amountYen, note } = checkFields({
        amountYen: () => requireInteger('amountYen', input.amountYen, 1, MAX_YEN),
        paidOn: () => {
          if (input.paidOn > todayInTokyo(tx.now)) throw paymentErrors.IN_THE_FUTURE().at('paidOn');
        },
        note: () => optionalText('note', input.note, 500),
      });
      const contractIds = await contractsToPay(tx, actor.organisationId, input);
      const contracts = await lockContracts(tx, contractIds);
      await requirePossibleDay(tx, contracts, input.paidOn);
      const isRepayment = input.isRepayment ?? false;
      const open = await openToPay(tx, contracts, input);
      const parts = divide(open, amountYen, isRepayment);
      const between = await partiesOf(tx, open[0]!);
      const paymentId = tx.newId();
      const [first] = contracts as [Contract, ...Contract[]];
      await tx.manager.insert(Payment, {
        id: paymentId,
        deskId: first.deskId,
        ...between,
        amountYen: isRepayment ? -amountYen : amountYen,
        paidOn: input.paidOn,
        invoiceId: input.invoiceId ?? null,
        note,
        reversesId: null,
        recordedAt: tx.now,
      });
      await writeParts(tx, paymentId, contracts, parts, {
        kind: isRepayment ? 'REPAID' : 'PAID',
        paidOn: input.paidOn,
      });
      await tx.audit(
        isRepayment ? 'payment.recordRepayment' : 'payment.record',
        { deskId: first.deskId, subjectType: 'Payment', subjectId: paymentId },
        { amountYen, paidOn: input.paidOn, invoiceId: input.invoiceId ?? null },
      );
      await followAll(tx, contracts);
      return { paymentId };
    });
  }
}

async function contractsToPay(
  tx: Transaction,
  deskId: string,
  { invoiceId, contractId }: Pick<RecordPaymentInput, 'invoiceId' | 'contractId'>,
): Promise<string[]> {
  if (invoiceId) {
    const invoice = await tx.get(Invoice, { id: invoiceId, deskId });
    const rows = await tx.manager.query<{ contract_id: string }[]>(
      `SELECT DISTINCT contract_id FROM invoice_line
       JOIN settlement_line ON settlement_line.id = invoice_line.settlement_line_id WHERE invoice_id = $1`,
      [invoice.id],
    );
    if (rows.length === 0) throw paymentErrors.NOTHING_OWED();
    return rows.map((row) => row.contract_id);
  }
  if (!contractId) throw accessErrors.NOT_FOUND();
  return [(await tx.get(Contract, { id: contractId, deskId })).id];
}

/** Their orders are locked in the order of their ids, as nobody else locks several. */
export async function lockContracts(tx: Transaction, contractIds: readonly string[]): Promise<Contract[]> {
  const found = await tx.manager.findBy(Contract, { id: In([...contractIds]) });
  for (const id of [...new Set(found.map(({ workOrderId }) => workOrderId))].sort()) await tx.lock(WorkOrder, { id });
  return tx.manager.find(Contract, { where: { id: In([...contractIds]) }, order: { id: 'ASC' } });
}

/** Nobody pays for what is not ordered yet. @throws PAYMENT.BEFORE_ORDER */
async function requirePossibleDay(tx: Transaction, contracts: readonly Contract[], paidOn: LocalDate): Promise<void> {
  const orders = await tx.manager.findBy(WorkOrder, { id: In(contracts.map(({ workOrderId }) => workOrderId)) });
  const days = orders.flatMap(({ orderedAt }) => (orderedAt === null ? [] : todayInTokyo(orderedAt)));
  const orderedOn = days.sort()[0];
  if (orderedOn !== undefined && paidOn < orderedOn) throw paymentErrors.BEFORE_ORDER({ orderedOn }).at('paidOn');
}

/** Who paid whom: as the books of what is paid first say. */
async function partiesOf(
  tx: Transaction,
  { contractId, isFee }: OpenPart,
): Promise<Pick<Payment, 'buyerId' | 'facilityId' | 'payer' | 'payee' | 'payerId' | 'payeeId'>> {
  const { buyerId, facilityId, payer, payee, payerId, payeeId } = await tx.manager.findOneOrFail(SettlementLine, {
    where: { contractId, kind: isFee ? 'FEE' : 'WORK' },
    order: { bookedAt: 'ASC', id: 'ASC' },
  });
  return { buyerId, facilityId, payer, payee, payerId, payeeId };
}

/** Yen of each part, the earliest due first; negative when they came back. @throws PAYMENT.TOO_MUCH */
function divide(
  open: readonly OpenPart[],
  amountYen: number,
  isRepayment: boolean,
): { contractId: string; isFee: boolean; yen: number }[] {
  const openYen = open.reduce((sum, part) => sum + part.openYen, 0);
  if (amountYen > openYen)
    throw (isRepayment ? paymentErrors.TOO_MUCH_BACK({ openYen }) : paymentErrors.TOO_MUCH({ openYen })).at(
      'amountYen',
    );
  let left = amountYen;
  return open.flatMap(({ contractId, isFee, openYen: maxYen }) => {
    const yen = Math.min(left, maxYen);
    left -= yen;
    return yen > 0 ? [{ contractId, isFee, yen: isRepayment ? -yen : yen }] : [];
  });
}

export async function writeParts(
  tx: Transaction,
  paymentId: string,
  contracts: readonly Contract[],
  parts: readonly { readonly contractId: string; readonly isFee: boolean; readonly yen: number }[],
  about: { readonly kind: 'PAID' | 'REPAID' | 'PAYMENT_REVERSED'; readonly paidOn: LocalDate },
): Promise<void> {
  for (const { contractId, isFee, yen } of parts) {
    const contract = contracts.find(({ id }) => id === contractId)!;
    const { deskId, workOrderId, buyerId, facilityId } = contract;
    const amountYen = yen;
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
