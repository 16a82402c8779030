import type { Transaction } from '#yui/platform';
import { transitionOrder } from './transition-order.js';
import { WorkOrder } from './work-order.entity.js';

/**
 * Nothing is left to do for an order: it was settled or, 斡旋型, it is known what came of the introduction.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function closeWorkOrder(tx: Transaction, workOrderId: string): Promise<void> {
  await transitionOrder(tx, await tx.lock(WorkOrder, { id: workOrderId }), 'close');
}
