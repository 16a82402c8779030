import type { Transaction } from '#yui/platform';
import { CALLING_STATES, onLeftCalling } from './left-calling.js';
import { WorkOrder } from './work-order.entity.js';
import { type WorkOrderAction, workOrderTransitions } from './work-order.transitions.js';

/**
 * Takes one step in the life of a locked order and writes it down. `order` is brought up to date as well.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function moveWorkOrder(
  tx: Transaction,
  order: WorkOrder,
  action: WorkOrderAction,
  change: Partial<WorkOrder> = {},
): Promise<void> {
  const status = workOrderTransitions.next(order.status, action);
  const before = order.status;
  Object.assign(order, change, { status });
  await tx.manager.update(WorkOrder, { id: order.id }, { ...change, status });
  await tx.audit(
    `workOrder.${action}`,
    { deskId: order.deskId, subjectType: 'WorkOrder', subjectId: order.id },
    { from: before, to: status, ...change },
  );
  if (CALLING_STATES.has(before) && !CALLING_STATES.has(status)) {
    await onLeftCalling.run(tx, order, '案件が終わったため / the order has ended');
  }
}
