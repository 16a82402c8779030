import { quoteErrors } from '../work-orders/work-order.errors.js';
import type { Quote } from './quote.entity.js';

/**
 * A quote can be answered while it is the newest and its last day has not passed.
 * @throws QUOTE.EXPIRED, QUOTE.REPLACED, QUOTE.TAKEN_BACK
 */
export function requireOpen(quote: Quote, now: Date): void {
  if (quote.status === 'EXPIRED' || isPastItsDays(quote, now)) throw quoteErrors.EXPIRED();
  if (quote.status === 'REPLACED') throw quoteErrors.REPLACED();
  if (quote.status === 'TAKEN_BACK') throw quoteErrors.TAKEN_BACK();
}

/** Its last day has passed, and the worker has not ended it yet. */
export function isPastItsDays(quote: Quote, now: Date): boolean {
  return quote.status === 'ISSUED' && quote.validUntil < now;
}
