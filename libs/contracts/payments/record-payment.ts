import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { WorkOrder } from '#yui/orders';
import {
  accessErrors,
  optionalText,
  organisationKindOf,
  type PersonActor,
  requireInteger,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { Contract } from '../contract.entity.js';
import { paymentErrors } from '../contract.errors.js';
import { reconcileOrder } from '../reconcile-order.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { type Balance, balancesOf } from '../settlement/balance.js';
import { SettlementLine } from '../settlement/settlement-line.entity.js';
import { writeTimeline } from '../timeline/write-timeline.js';
import { PaymentPart } from './payment-part.entity.js';
import { Payment } from './payment.entity.js';

const MAX_YEN = 1_000_000_000_000;

export interface RecordPaymentInput {
  readonly idempotencyKey: string;
  /** The invoice or payment notice that was paid. Either this … */
  readonly invoiceId?: string | null;
  /** … or the contract, for its work unless `isFee`. */
  readonly contractId?: string | null;
  readonly isFee?: boolean | null;
  readonly amountYen: number;
  readonly paidOn: LocalDate;
  readonly note?: string | null;
}

/** What may be paid: so much on this contract. */
interface OpenPart extends Balance {
  readonly openYen: number;
}

/**
 * Money has arrived, or has been sent. It may be a part; of several contracts the one that was due first is paid first.
 * More than is owed is refused: whoever keeps the books decides what becomes of it.
 */
@Injectable()
export class RecordPayment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, PAYMENT.NOTHING_OWED, PAYMENT.TOO_MUCH, PAYMENT.IN_THE_FUTURE, INPUT.* */
  async execute(actor: PersonActor, { idempotencyKey, ...input }: RecordPaymentInput): Promise<{ paymentId: string }> {
    if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.runIdempotent(actor, { operation: 'recordPayment', idempotencyKey, input }, async (tx) => {
      const amountYen = requireInteger('amountYen', input.amountYen, 1, MAX_YEN);
      if (input.paidOn > todayInTokyo(tx.now)) throw paymentErrors.IN_THE_FUTURE();
      const contractIds = await contractsToPay(tx, actor.organisationId, input);
      const contracts = await lockContracts(tx, contractIds);
      const target = await whatIsPaid(tx, contracts, input);
      const parts = divide(target.open, amountYen);
      const paymentId = tx.newId();
      const [first] = contracts as [Contract, ...Contract[]];
      await tx.manager.insert(Payment, {
        id: paymentId,
        deskId: first.deskId,
        buyerId: target.line.buyerId,
        facilityId: target.line.facilityId,
        payer: target.line.payer,
        payee: target.line.payee,
        payerId: target.line.payerId,
        payeeId: target.line.payeeId,
        amountYen,
        paidOn: input.paidOn,
        invoiceId: input.invoiceId ?? null,
        note: optionalText('note', input.note, 500),
        reversesId: null,
        recordedAt: tx.now,
      });
      await writeParts(tx, paymentId, contracts, parts, { kind: 'PAID', paidOn: input.paidOn });
      await tx.audit(
        'payment.record',
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

async function whatIsPaid(
  tx: Transaction,
  contracts: readonly Contract[],
  input: Pick<RecordPaymentInput, 'invoiceId' | 'isFee'>,
): Promise<{ open: OpenPart[]; line: SettlementLine }> {
  const ids = contracts.map(({ id }) => id);
  const invoice = input.invoiceId ? await tx.get(Invoice, { id: input.invoiceId }) : null;
  const lines = await tx.manager.find(SettlementLine, {
    where: { contractId: In(ids), ...(invoice ? { payerId: invoice.payerId, payeeId: invoice.payeeId } : {}) },
    order: { bookedAt: 'ASC', id: 'ASC' },
  });
  const isWanted = (isFee: boolean, contractId: string) =>
    invoice
      ? lines.some((line) => line.contractId === contractId && (line.kind === 'FEE') === isFee)
      : isFee === (input.isFee ?? false);
  const balances = (await balancesOf(tx.manager, ids)).filter(({ isFee, contractId }) => isWanted(isFee, contractId));
  const open = balances
    .map((balance) => ({ ...balance, openYen: balance.bookedYen - balance.paidYen }))
    .filter(({ openYen }) => openYen > 0)
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
  const [earliest] = open;
  const line = lines.find(
    ({ contractId, kind }) => contractId === earliest?.contractId && (kind === 'FEE') === earliest.isFee,
  );
  if (!line) throw paymentErrors.NOTHING_OWED();
  return { open, line };
}

function divide(open: readonly OpenPart[], amountYen: number): { contractId: string; isFee: boolean; yen: number }[] {
  const openYen = open.reduce((sum, part) => sum + part.openYen, 0);
  if (amountYen > openYen) throw paymentErrors.TOO_MUCH({ openYen });
  let left = amountYen;
  return open.flatMap(({ contractId, isFee, openYen: maxYen }) => {
    const yen = Math.min(left, maxYen);
    left -= yen;
    return yen > 0 ? [{ contractId, isFee, yen }] : [];
  });
}

export async function writeParts(
  tx: Transaction,
  paymentId: string,
  contracts: readonly Contract[],
  parts: readonly { readonly contractId: string; readonly isFee: boolean; readonly yen: number }[],
  about: { readonly kind: 'PAID' | 'PAYMENT_REVERSED'; readonly paidOn: LocalDate },
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
