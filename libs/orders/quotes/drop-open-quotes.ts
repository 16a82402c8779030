import { type Transaction, transition } from '#yui/platform';
import { quoteTransitions } from './quote.transitions.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { Quote } from './quote.entity.js';

/** No open quote of the order can be accepted any more. */
export async function dropOpenQuotes(tx: Transaction, order: WorkOrder, action: 'drop' | 'replace'): Promise<void> {
  const open = await tx.manager.findBy(Quote, { workOrderId: order.id, status: 'ISSUED' });
  for (const quote of open) await transition(tx, quoteTransitions, quote, action);
}
