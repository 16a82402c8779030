import { type Transaction, transition } from '#yui/platform';
import { CALLING_STATES, onLeftCalling } from './left-calling.js';
import type { WorkOrder } from './work-order.entity.js';
import { type WorkOrderAction, workOrderTransitions } from './work-order.transitions.js';

/** Transitions a locked order; calls that are open about it end with it. @throws TRANSITION.NOT_ALLOWED */
export async function transitionOrder(
  tx: Transaction,
  order: WorkOrder,
  action: WorkOrderAction,
  change: Partial<WorkOrder> = {},
): Promise<void> {
  const before = order.status;
  await transition(tx, workOrderTransitions, order, action, change);
  if (CALLING_STATES.has(before) && !CALLING_STATES.has(order.status)) {
    await onLeftCalling.run(tx, order, '案件が終わったため / the order has ended');
  }
}
