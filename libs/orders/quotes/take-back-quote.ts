import { type Transaction, transition } from '#yui/platform';
import { quoteTransitions } from './quote.transitions.js';
import { emitOrderEvent } from '../work-orders/order.events.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { Quote } from './quote.entity.js';

/** The desk takes back the quote that waits for the buyer's answer, if there is one, to make another. */
export async function takeBackQuote(tx: Transaction, order: WorkOrder): Promise<void> {
  const quote = await tx.manager.findOneBy(Quote, { workOrderId: order.id, status: 'ISSUED' });
  if (!quote) return;
  await transition(tx, quoteTransitions, quote, 'revise');
  await emitOrderEvent(tx, order.deskId, 'quote.taken-back', { workOrderId: order.id, quoteId: quote.id });
}
