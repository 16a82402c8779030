import type { Transaction } from '#yui/platform';
import type { Step } from '../steps/step.entity.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteStep } from './quote-step.entity.js';
import { Quote } from './quote.entity.js';

/** What facilities get for one unit of a step. */
export interface QuotedPrice {
  /** As it was quoted. */
  readonly quotedPriceSen: number;
  /** The most of it that the buyer's price leaves for this step. */
  readonly maxUnitPriceSen: number;
}

/** The price in the quote the buyer has accepted. @throws ACCESS.NOT_FOUND before that */
export async function quotedPrice(tx: Transaction, step: Step): Promise<QuotedPrice> {
  const quote = await tx.get(Quote, { workOrderId: step.workOrderId, status: 'ACCEPTED' });
  const { facilityUnitPriceSen: quotedPriceSen } = await tx.get(QuoteStep, { quoteId: quote.id, stepId: step.id });
  const line = await tx.get(QuoteLine, { quoteId: quote.id, workOrderLineId: step.workOrderLineId });
  return { quotedPriceSen, maxUnitPriceSen: line.unitPriceSen - (line.facilityUnitPriceSen - quotedPriceSen) };
}
