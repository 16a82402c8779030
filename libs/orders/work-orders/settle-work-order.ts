import type { Transaction } from '#yui/platform';
import { transitionOrder } from './transition-order.js';
import { WorkOrder } from './work-order.entity.js';

/** Everything that was owed for the accepted work is paid. @throws TRANSITION.NOT_ALLOWED */
export async function settleWorkOrder(tx: Transaction, workOrderId: string): Promise<void> {
  await transitionOrder(tx, await tx.lock(WorkOrder, { id: workOrderId }), 'settle');
}
