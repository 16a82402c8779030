import { In } from 'typeorm';
import type { PaperLine, PriceTable } from '#yui/papers';
import { addDays, eraMonth } from '#yui/calendar';
import { OrderContact, WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { Occurrence, StandingOrder } from '#yui/recurring';
import { InvoiceLine } from '../invoices/invoice-line.entity.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { SettlementLine } from '../settlement/settlement-line.entity.js';
import { deductionNotes } from './deduction-notes.js';
import { issuePaper } from './issue-paper.js';
import { bankAccountOf, type PartyRef } from './paper-party.js';

const DAYS_TO_OBJECT = 14;

/**
 * 請求書 of the one who is paid, or 支払通知書 of the one who pays: the same words and sums as the invoice, under its number. Of a
 * correction that comes first, the paper it corrects is issued before it.
 * @returns the id of the paper
 */
export async function issueInvoicePaper(tx: Transaction, invoiceId: string): Promise<string> {
  const invoice = await tx.get(Invoice, { id: invoiceId });
  const lines = await linesOf(tx, invoiceId);
  const orders = await ordersOf(tx, invoice, lines);
  const [order] = orders;
  const isOneOrder = orders.length === 1;
  const specificationOf = await specificationsOf(tx, lines);
  const subject = await subjectOf(tx, orders);
  const numberOf = await numbersOf(tx, invoice, orders);
  const payer: PartyRef = {
    kind: invoice.payer,
    id: invoice.payerId,
    isBilled: true,
    ...departmentOf(isOneOrder ? order : undefined),
  };
  const payee: PartyRef = { kind: invoice.payee, id: invoice.payeeId };
  const isNotice = invoice.kind === 'PAYMENT_NOTICE';
  const bankAccount = await bankAccountOf(tx.manager, payee.id);
  return issuePaper(tx, {
    kind: invoice.kind,
    deskId: invoice.deskId,
    issuer: isNotice ? payer : payee,
    recipient: isNotice ? payee : payer,
    workOrderId: isOneOrder ? (order?.id ?? null) : null,
    sourceKey: `invoice:${invoice.id}`,
    replacesId: invoice.correctsId === null ? null : await issueInvoicePaper(tx, invoice.correctsId),
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    write: (head) => {
      const about = {
        ...head,
        subject,
        workOrderNumber: isOneOrder && order ? order.number : null,
        prices: pricesOf(invoice, lines, isOneOrder ? new Map() : numberOf, specificationOf),
        tradedFrom: invoice.tradedFrom === invoice.tradedTo ? null : invoice.tradedFrom,
        tradedOn: invoice.tradedTo,
        payOn: invoice.dueOn,
        bankAccount,
        notes: notesOf(invoice, lines),
      };
      // The number of the one who is paid, as the invoice states it: what it says today may be another one.
      const { registrationNumber } = invoice;
      const issuer = { ...head.issuer, registrationNumber };
      if (invoice.kind === 'RETURN_INVOICE') return { ...about, kind: 'RETURN_INVOICE', issuer };
      if (!isNotice) return { ...about, kind: 'INVOICE', issuer };
      const objectBy = addDays(invoice.issuedOn, DAYS_TO_OBJECT);
      return { ...about, kind: 'PAYMENT_NOTICE', recipient: { ...head.recipient, registrationNumber }, objectBy };
    },
  });
}

/** Of a correction over nothing: those of what it corrects. */
async function ordersOf(
  tx: Transaction,
  { correctsId }: Invoice,
  lines: readonly SettlementLine[],
): Promise<WorkOrder[]> {
  if (lines.length === 0 && correctsId !== null) {
    return ordersOf(tx, await tx.get(Invoice, { id: correctsId }), await linesOf(tx, correctsId));
  }
  return tx.manager.findBy(WorkOrder, { id: In(lines.map(({ workOrderId }) => workOrderId)) });
}

/** Of one order its title, of dates of one standing order that and their months, else what any business is. */
async function subjectOf(tx: Transaction, orders: readonly WorkOrder[]): Promise<string> {
  const [order] = orders;
  if (order && orders.length === 1) return order.title;
  const occurrences = await tx.manager.findBy(Occurrence, { workOrderId: In(orders.map(({ id }) => id)) });
  const [standingOrderId, ...others] = new Set(occurrences.map((occurrence) => occurrence.standingOrderId));
  if (standingOrderId === undefined || others.length > 0 || occurrences.length < orders.length) return '業務の代金';
  const { title } = await tx.get(StandingOrder, { id: standingOrderId });
  const days = occurrences.map(({ dueOn }) => dueOn).sort();
  const [first, last] = [eraMonth(days[0]!), eraMonth(days.at(-1)!)];
  return first === last ? `${title}（${first}分）` : `${title}（${first}〜${last}分）`;
}

/** By order: its number, and to the buyer also its own. */
async function numbersOf(
  tx: Transaction,
  { payer }: Invoice,
  orders: readonly WorkOrder[],
): Promise<ReadonlyMap<string, string>> {
  const ids = payer === 'BUYER' ? orders.map(({ id }) => id) : [];
  const contacts = await tx.manager.findBy(OrderContact, { workOrderId: In(ids) });
  const ownOf = new Map(contacts.map(({ workOrderId, buyerNumber }) => [workOrderId, buyerNumber]));
  return new Map(
    orders.map(({ id, number }) => [id, ownOf.get(id) ? `${number}（発注者の番号 ${ownOf.get(id)}）` : number]),
  );
}

async function linesOf(tx: Transaction, invoiceId: string): Promise<SettlementLine[]> {
  const places = await tx.manager.find(InvoiceLine, { where: { invoiceId }, order: { position: 'ASC' } });
  const lines = await tx.manager.findBy(SettlementLine, {
    id: In(places.map(({ settlementLineId }) => settlementLineId)),
  });
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return places.flatMap(({ settlementLineId }) => lineOf.get(settlementLineId) ?? []);
}

/** 仕様 of what each line is about, by the id of the line; not of fees. */
async function specificationsOf(
  tx: Transaction,
  lines: readonly SettlementLine[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.manager.query<{ id: string; specification: string }[]>(
    `SELECT booked.id, coalesce(nullif(step.specification, ''), line.specification) AS specification
     FROM settlement_line booked
     JOIN assignment ON assignment.work_order_id = booked.work_order_id
     JOIN step ON step.id = assignment.step_id
     JOIN work_order_line line ON line.id = assignment.work_order_line_id
     WHERE booked.id = ANY($1) AND (booked.source_key = 'share ' || assignment.id OR EXISTS (
       SELECT 1 FROM delivery WHERE assignment_id = assignment.id AND booked.source_key = 'delivery ' || delivery.id))
     UNION ALL
     SELECT booked.id, line.specification FROM settlement_line booked
     JOIN work_order_line line ON line.work_order_id = booked.work_order_id
     WHERE booked.id = ANY($1) AND booked.source_key = 'line ' || line.id`,
    [lines.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, specification }) => [id, specification]));
}

/** @param numberOf of orders, where the invoice is over several */
function pricesOf(
  invoice: Invoice,
  lines: readonly SettlementLine[],
  numberOf: ReadonlyMap<string, string>,
  specificationOf: ReadonlyMap<string, string>,
): PriceTable {
  const { pricing, byRate, netYen, taxYen, grossYen } = invoice;
  return {
    pricing,
    lines: lines.map((line): PaperLine => ({
      name: line.description,
      specification: detailOf(numberOf.get(line.workOrderId), specificationOf.get(line.id)),
      quantity: line.units,
      unit: line.unit,
      unitPriceSen: line.unitPriceSen,
      amountYen: pricing === 'TAX_INCLUSIVE' ? line.grossYen : line.netYen,
      taxRate: { percent: line.taxPercent, isReduced: line.isReducedRate },
      tradedOn: line.tradedOn,
    })),
    tax: { byRate, netYen, taxYen, grossYen },
  };
}

function detailOf(orderNumber: string | undefined, specification: string | undefined): string | null {
  const parts = [orderNumber === undefined ? '' : `案件番号 ${orderNumber}`, specification ?? ''];
  return parts.filter((part) => part !== '').join('　') || null;
}

function notesOf({ correctionReason, deductionPercent }: Invoice, lines: readonly SettlementLine[]): string[] {
  const deduction = deductionPercent === null ? [] : deductionNotes(lines, deductionPercent);
  return [...(correctionReason === '' ? [] : [`訂正の理由：${correctionReason}`]), ...deduction];
}

function departmentOf(order: WorkOrder | undefined): { departmentId: string | null } {
  return { departmentId: order?.departmentId ?? null };
}
