import { todayInTokyo } from '#yui/calendar';
import { Buyer, buyerTermsOf, feeInForce } from '#yui/directory';
import type { FeeTerms } from '#yui/money';
import type { Transaction } from '#yui/platform';
import type { Quote } from './quote.entity.js';
import { OrderTerms } from '../work-orders/order-terms.entity.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';

/** Records fee and terms of the day on which an order is placed: what the desk changes later leaves it alone. */
export async function freezeTerms(tx: Transaction, order: WorkOrder, quote: Quote): Promise<void> {
  const buyer = await tx.get(Buyer, { id: order.buyerId });
  const fee = await feeInForce(tx.manager, order.deskId, {
    contractType: quote.contractType,
    buyerKind: buyer.kind,
    on: todayInTokyo(tx.now),
  });
  const terms = await buyerTermsOf(tx.manager, order.deskId, buyer.id);
  await tx.manager.insert(OrderTerms, {
    workOrderId: order.id,
    deskId: order.deskId,
    buyerId: buyer.id,
    feeRuleId: fee.ruleId,
    feeBasis: fee.terms.basis,
    feeValue: valueOf(fee.terms),
    feePayer: fee.payer,
    pricing: quote.pricing,
    closingDay: terms.closingDay,
    paymentMonths: terms.paymentMonths,
    paymentDay: terms.paymentDay,
    acceptanceDays: terms.acceptanceDays,
    needsSignedPaper: terms.needsSignedPaper,
    isGovernment: buyer.kind === 'GOVERNMENT',
  });
}

function valueOf(terms: FeeTerms): number {
  switch (terms.basis) {
    case 'PERCENT':
      return terms.ratePermille;
    case 'PER_PIECE':
      return terms.perPieceSen;
    case 'FIXED':
      return terms.fixedYen;
  }
}

/** The fee of an order as it was frozen. */
export function feeTermsOf(terms: Pick<OrderTerms, 'feeBasis' | 'feeValue'>): FeeTerms {
  switch (terms.feeBasis) {
    case 'PERCENT':
      return { basis: 'PERCENT', ratePermille: terms.feeValue };
    case 'PER_PIECE':
      return { basis: 'PER_PIECE', perPieceSen: terms.feeValue };
    case 'FIXED':
      return { basis: 'FIXED', fixedYen: terms.feeValue };
  }
}
