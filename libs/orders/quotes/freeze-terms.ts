import { todayInTokyo } from '#yui/calendar';
import { Buyer, buyerTermsOf, feeInForce } from '#yui/directory';
import type { FeeTerms } from '#yui/money';
import type { Transaction } from '#yui/platform';
import type { Quote } from './quote.entity.js';
import type { AgreedTerms } from '../work-orders/agreed-terms.js';
import { OrderTerms } from '../work-orders/order-terms.entity.js';
import type { ContractType, WorkOrder } from '../work-orders/work-order.entity.js';

/** Records fee and terms of the day on which an order is placed, or those agreed before: what the desk changes later leaves it alone. */
export async function freezeTerms(
  tx: Transaction,
  order: WorkOrder,
  quote: Pick<Quote, 'contractType' | 'pricing'>,
  agreed?: AgreedTerms,
): Promise<void> {
  const terms = agreed ?? (await termsOfToday(tx, { ...order, contractType: quote.contractType }));
  await tx.manager.insert(OrderTerms, { ...terms, workOrderId: order.id, pricing: quote.pricing });
}

/** Fee and terms between a desk and a buyer as they are today. */
export async function termsOfToday(
  tx: Transaction,
  between: Pick<AgreedTerms, 'deskId' | 'buyerId'> & { readonly contractType: ContractType },
): Promise<AgreedTerms> {
  const { deskId, contractType } = between;
  const buyer = await tx.get(Buyer, { id: between.buyerId });
  const on = todayInTokyo(tx.now);
  const fee = await feeInForce(tx.manager, deskId, { contractType, buyerKind: buyer.kind, on });
  const terms = await buyerTermsOf(tx.manager, deskId, buyer.id);
  return {
    deskId,
    buyerId: buyer.id,
    feeRuleId: fee.ruleId,
    feeBasis: fee.terms.basis,
    feeValue: valueOf(fee.terms),
    feePayer: fee.payer,
    pricing: terms.pricing,
    closingDay: terms.closingDay,
    paymentMonths: terms.paymentMonths,
    paymentDay: terms.paymentDay,
    dueDayRule: terms.dueDayRule,
    acceptanceDays: terms.acceptanceDays,
    needsSignedPaper: terms.needsSignedPaper,
    isGovernment: buyer.kind === 'GOVERNMENT',
  };
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
export function feeTermsOf(terms: Pick<AgreedTerms, 'feeBasis' | 'feeValue'>): FeeTerms {
  switch (terms.feeBasis) {
    case 'PERCENT':
      return { basis: 'PERCENT', ratePermille: terms.feeValue };
    case 'PER_PIECE':
      return { basis: 'PER_PIECE', perPieceSen: terms.feeValue };
    case 'FIXED':
      return { basis: 'FIXED', fixedYen: terms.feeValue };
  }
}
