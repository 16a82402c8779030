import { Not } from 'typeorm';
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
  const ofLine = { quoteId: quote.id, workOrderLineId: step.workOrderLineId };
  const line = await tx.get(QuoteLine, ofLine);
  const { facilityUnitPriceSen: quotedPriceSen } = await tx.get(QuoteStep, { ...ofLine, stepId: step.id });
  const otherSteps = await tx.manager.findBy(QuoteStep, { ...ofLine, stepId: Not(step.id) });
  const othersSen = otherSteps.reduce((sum, other) => sum + other.facilityUnitPriceSen, 0);
  return { quotedPriceSen, maxUnitPriceSen: line.unitPriceSen - othersSen };
}
