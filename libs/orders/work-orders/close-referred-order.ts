import type { Transaction } from '#yui/platform';
import { moveWorkOrder } from './move-work-order.js';
import { WorkOrder } from './work-order.entity.js';

/** 斡旋型: closes the order once it is known what came of the introduction. @throws TRANSITION.NOT_ALLOWED */
export async function closeReferredOrder(tx: Transaction, workOrderId: string): Promise<void> {
  await moveWorkOrder(tx, await tx.lock(WorkOrder, { id: workOrderId }), 'close');
}
