import { type Transaction, transition } from '#yui/platform';
import { cancellationTransitions } from './cancellation.transitions.js';
import { type Assignment, transitionAssignment } from '#yui/fulfilment';
import { emitOrderEvent, transitionOrder, onOwedChanged, type WorkOrder } from '#yui/orders';
import { Cancellation } from './cancellation.entity.js';

/**
 * Ends an order that is being cancelled, once nothing of it is on its way any more: what was delivered and found good is
 * complete and will be paid. Leaves other orders alone.
 * @param live the assignments of the order that still stand
 */
export async function finishCancellation(
  tx: Transaction,
  order: WorkOrder,
  live: readonly Assignment[],
): Promise<void> {
  if (order.status !== 'CANCELLING' || !live.every((assignment) => assignment.status === 'INSPECTED')) return;
  for (const assignment of live) await transitionAssignment(tx, assignment, 'complete');
  const cancellation = await tx.get(Cancellation, { workOrderId: order.id, status: 'GRANTED' });
  await transition(tx, cancellationTransitions, cancellation, 'finish', { finishedAt: tx.now });
  await transitionOrder(tx, order, 'finishCancellation', { cancelledAt: tx.now });
  await emitOrderEvent(tx, order.deskId, 'work-order.cancelled', {
    workOrderId: order.id,
    cancellationId: cancellation.id,
  });
  await onOwedChanged.run(tx, order);
}
