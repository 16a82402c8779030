import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { governmentPaymentOn, invoiceIssuerOf } from '#yui/directory';
import { deductionPercentOn, type InvoiceTax, invoiceTax, type TaxRate } from '#yui/money';
import { OrderTerms } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import { emitContractEvent } from '../contract/contract.events.js';
import { nextPaperNumber } from '../numbering/next-paper-number.js';
import { addLine } from '../settlement/book-settlement.js';
import { roundingKey, type SettlementLine } from '../settlement/settlement-line.entity.js';
import { writeTimeline } from '../contract/write-timeline.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { Invoice, type InvoiceKind } from './invoice.entity.js';

/** What an invoice adds up of a line: with tax, or without. */
const amountOf = (line: Pick<SettlementLine, 'pricing' | 'grossYen' | 'netYen'>) =>
  line.pricing === 'TAX_INCLUSIVE' ? line.grossYen : line.netYen;

const rateOf = (line: Pick<SettlementLine, 'taxPercent' | 'isReducedRate'>): TaxRate => ({
  percent: line.taxPercent,
  isReduced: line.isReducedRate,
});

/** Between whom an invoice is, and over what. */
export interface InvoiceContent extends Pick<
  Invoice,
  'deskId' | 'payer' | 'payee' | 'payerId' | 'payeeId' | 'pricing' | 'tradedFrom' | 'tradedTo' | 'dueOn'
> {
  readonly buyerId: string | null;
  readonly facilityId: string | null;
  /** Empty where nothing is left of what a corrected invoice was over. */
  readonly lines: readonly SettlementLine[];
}

/** From when to when these lines were traded, and when the earliest is due. */
export function spanOf(lines: readonly SettlementLine[]): Pick<InvoiceContent, 'tradedFrom' | 'tradedTo' | 'dueOn'> {
  const days = lines.map(({ tradedOn }) => tradedOn).sort();
  const dues = lines.map(({ dueOn }) => dueOn).sort();
  return { tradedFrom: days[0]!, tradedTo: days.at(-1)!, dueOn: dues[0]! };
}

/**
 * Writes an invoice over these lines, which are between the same two and priced the same way: tax is rounded once for each
 * rate, and what that differs from the tax of the lines is booked, so that what is owed is what the invoice says.
 */
export async function writeInvoice(
  tx: Transaction,
  kind: InvoiceKind,
  content: InvoiceContent,
  correction: { readonly correctsId: string; readonly reason: string } | null = null,
): Promise<string> {
  const { deskId, payer, payee, payerId, payeeId, pricing, lines } = content;
  const issuer = await invoiceIssuerOf(tx.manager, deskId, payeeId);
  const issuedOn = todayInTokyo(tx.now);
  const tax = totalOf(lines, { taxRounding: issuer.taxRounding, pricing });
  const { tradedFrom, tradedTo, dueOn } = lines.length > 0 ? spanOf(lines) : content;
  const id = tx.newId();
  const issuerId = kind === 'PAYMENT_NOTICE' ? payerId : payeeId;
  const number = await nextPaperNumber(tx, { deskId, issuerId, kind, issuedOn });
  await tx.manager.insert(Invoice, {
    id,
    deskId,
    buyerId: payer === 'BUYER' ? payerId : null,
    facilityId: payee === 'FACILITY' ? payeeId : payer === 'FACILITY' ? payerId : null,
    kind,
    number,
    issuerId,
    recipientId: kind === 'PAYMENT_NOTICE' ? payeeId : payerId,
    payer,
    payee,
    payerId,
    payeeId,
    issuedOn,
    tradedFrom,
    tradedTo,
    dueOn: (await governmentDueOn(tx, content)) ?? dueOn,
    pricing,
    taxRounding: issuer.taxRounding,
    registrationNumber: issuer.registrationNumber,
    deductionPercent: issuer.registrationNumber === null ? deductionPercentOn(tradedTo) : null,
    byRate: tax.byRate,
    netYen: tax.netYen,
    taxYen: tax.taxYen,
    grossYen: tax.grossYen,
    correctsId: correction?.correctsId ?? null,
    correctionReason: correction?.reason ?? '',
    issuedAt: tx.now,
  });
  await writeLines(tx, id, lines);
  await bookRounding(tx, id, lines, tax);
  await tx.audit(
    correction ? 'invoice.correct' : 'invoice.issue',
    { deskId, subjectType: 'Invoice', subjectId: id },
    { kind, number, grossYen: tax.grossYen, correctsId: correction?.correctsId ?? null },
  );
  await emitContractEvent(tx, deskId, 'invoice.issued', { invoiceId: id });
  return id;
}

/** Sums of an invoice over these lines. */
export function totalOf(
  lines: readonly SettlementLine[],
  { taxRounding, pricing }: Pick<Invoice, 'taxRounding' | 'pricing'>,
): InvoiceTax {
  return invoiceTax(
    lines.map((line) => ({ amountYen: amountOf(line), taxRate: rateOf(line) })),
    pricing,
    taxRounding,
  );
}

/** A government has its days from the claim on; null: what was agreed holds. */
async function governmentDueOn(tx: Transaction, { payer, lines }: InvoiceContent): Promise<LocalDate | null> {
  const [first] = lines;
  if (payer !== 'BUYER' || !first) return null;
  const terms = await tx.manager.findOneBy(OrderTerms, { workOrderId: first.workOrderId });
  return terms?.isGovernment ? governmentPaymentOn(todayInTokyo(tx.now)) : null;
}

async function writeLines(tx: Transaction, invoiceId: string, lines: readonly SettlementLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.manager.insert(
    InvoiceLine,
    lines.map((line, index) => ({
      invoiceId,
      settlementLineId: line.id,
      deskId: line.deskId,
      buyerId: line.payer === 'BUYER' ? line.payerId : null,
      facilityId: line.facilityId,
      position: index + 1,
    })),
  );
  for (const contractId of new Set(lines.map((line) => line.contractId))) {
    const amountYen = lines.reduce((sum, line) => sum + (line.contractId === contractId ? line.grossYen : 0), 0);
    await writeTimeline(tx, await tx.get(Contract, { id: contractId }), 'INVOICED', { amountYen });
  }
}

/** The difference goes to the largest line of its rate. */
async function bookRounding(
  tx: Transaction,
  invoiceId: string,
  lines: readonly SettlementLine[],
  tax: InvoiceTax,
): Promise<void> {
  for (const { taxRate, taxYen } of tax.byRate) {
    const own = lines.filter((line) => {
      const rate = rateOf(line);
      return rate.percent === taxRate.percent && rate.isReduced === taxRate.isReduced;
    });
    const difference = taxYen - own.reduce((sum, line) => sum + line.taxYen, 0);
    if (difference === 0) continue;
    const largest = [...own].sort((a, b) => Math.abs(b.grossYen) - Math.abs(a.grossYen))[0]!;
    const isInclusive = largest.pricing === 'TAX_INCLUSIVE';
    const contract = await tx.get(Contract, { id: largest.contractId });
    await addLine(tx, contract, {
      contractId: largest.contractId,
      kind: largest.kind,
      payer: largest.payer,
      payee: largest.payee,
      payerId: largest.payerId,
      payeeId: largest.payeeId,
      pricing: largest.pricing,
      taxPercent: largest.taxPercent,
      isReducedRate: largest.isReducedRate,
      tradedOn: largest.tradedOn,
      performedOn: largest.performedOn,
      workTypeCode: largest.workTypeCode,
      receivedOn: largest.receivedOn,
      dueOn: largest.dueOn,
      sourceKey: roundingKey(`${invoiceId} ${taxRate.percent}${taxRate.isReduced ? ' reduced' : ''}`),
      description: '消費税の端数調整',
      units: 1,
      unit: '式',
      unitPriceSen: null,
      netYen: isInclusive ? -difference : 0,
      taxYen: difference,
      grossYen: isInclusive ? 0 : difference,
    });
  }
}
