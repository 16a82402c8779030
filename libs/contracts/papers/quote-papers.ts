import { todayInTokyo } from '#yui/calendar';
import { Buyer, buyerTermsOf } from '#yui/directory';
import { Quote } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { deliveryRows } from './delivery-rows.js';
import { issueLatest } from './issue-latest.js';
import { buyerPrices, type OrderSheet } from './order-sheet.js';
import { tradeTerms, withDeliveries } from './trade-words.js';

const GATHERED = '各事業所の見積りを窓口が取りまとめたものです。契約は、発注者様と各事業所との間で結んでいただきます。';

/** 見積書 of the desk. For 斡旋型 the price is agreed outside, and there is none. Nothing when the quote was overtaken. */
export async function issueQuotePaper(tx: Transaction, sheet: OrderSheet, quoteId: string): Promise<void> {
  const { order, desk, buyer } = sheet;
  const quote = await tx.get(Quote, { id: quoteId, workOrderId: order.id });
  if (quote.contractType === 'REFERRAL' || !['ISSUED', 'ACCEPTED'].includes(quote.status)) return;
  const terms = await buyerTermsOf(tx.manager, order.deskId, order.buyerId);
  const { kind } = await tx.manager.findOneByOrFail(Buyer, { id: order.buyerId });
  const deliveries = deliveryRows(sheet);
  await issueLatest(tx, {
    kind: 'QUOTE',
    deskId: order.deskId,
    issuer: desk,
    recipient: buyer,
    workOrderId: order.id,
    subject: `quote:${order.id}`,
    content: { quoteId, ...(deliveries.length > 0 ? { deliveries } : {}) },
    write: async (head) => ({
      ...head,
      kind: 'QUOTE',
      subject: order.title,
      workOrderNumber: order.number,
      prices: await buyerPrices(tx, sheet, quote),
      terms: withDeliveries(tradeTerms(sheet.lines, { ...terms, isGovernment: kind === 'GOVERNMENT' }), deliveries),
      validUntil: todayInTokyo(quote.validUntil),
      notes: [...(quote.terms === '' ? [] : [quote.terms]), ...(quote.contractType === 'BROKERED' ? [GATHERED] : [])],
    }),
  });
}

/** Where its lines go has changed: the quote that waits for an answer says so. */
export async function issueOpenQuotePaper(tx: Transaction, sheet: OrderSheet): Promise<void> {
  const open = await tx.manager.findOneBy(Quote, { workOrderId: sheet.order.id, status: 'ISSUED' });
  if (open) await issueQuotePaper(tx, sheet, open.id);
}
