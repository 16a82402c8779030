import { type Transaction, transition } from '#yui/platform';
import { cancellationTransitions } from './cancellation.transitions.js';
import type { WorkOrder } from '#yui/orders';
import { openCancellation } from './request-cancellation.js';

/** The buyer has accepted the work: what it asked for before has come too late. */
export async function lapseCancellation(tx: Transaction, order: WorkOrder): Promise<void> {
  const cancellation = await openCancellation(tx, order);
  if (cancellation) await transition(tx, cancellationTransitions, cancellation, 'withdraw');
}
