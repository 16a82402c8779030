import type { Transaction } from '#yui/platform';
import { Quote, type QuoteState } from './quote.entity.js';

/** No open quote of the order can be accepted any more. */
export async function dropOpenQuotes(
  tx: Transaction,
  workOrderId: string,
  status: Extract<QuoteState, 'DROPPED' | 'REPLACED'>,
): Promise<void> {
  await tx.manager.update(Quote, { workOrderId, status: 'ISSUED' }, { status });
}
