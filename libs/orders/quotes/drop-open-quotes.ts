import type { Transaction } from '#yui/platform';
import { moveQuote } from './move-quote.js';
import { Quote } from './quote.entity.js';

/** No open quote of the order can be accepted any more. */
export async function dropOpenQuotes(tx: Transaction, workOrderId: string, action: 'drop' | 'replace'): Promise<void> {
  const open = await tx.manager.findBy(Quote, { workOrderId, status: 'ISSUED' });
  for (const quote of open) await moveQuote(tx, quote, action);
}
