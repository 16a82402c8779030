import type { Transaction } from '#yui/platform';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { Quote } from './quote.entity.js';
import { type QuoteAction, quoteTransitions } from './quote.transitions.js';

/** Takes one step in the life of a quote whose order is locked, and writes it down. @throws TRANSITION.NOT_ALLOWED */
export async function moveQuote(
  tx: Transaction,
  { deskId }: Pick<WorkOrder, 'deskId'>,
  quote: Pick<Quote, 'id' | 'status'>,
  action: QuoteAction,
  change: Partial<Quote> = {},
): Promise<void> {
  const status = quoteTransitions.next(quote.status, action);
  await tx.manager.update(Quote, { id: quote.id }, { ...change, status });
  await tx.audit(
    `quote.${action}`,
    { deskId, subjectType: 'Quote', subjectId: quote.id },
    { from: quote.status, to: status, ...change },
  );
}
