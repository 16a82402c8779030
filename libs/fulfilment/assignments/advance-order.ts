import { In } from 'typeorm';
import { groupBy, Port, type Transaction } from '#yui/platform';
import { Assignment } from './assignment.entity.js';
import { BOUND_STATES, LIVE_STATES } from './assignment.transitions.js';
import { emitOrderEvent, transitionOrder, Step, type WorkOrder, WorkOrderLine } from '#yui/orders';

/** Assignments of the order have changed; `live` are those that still stand. */
export const onAssignmentsChanged = new Port<[tx: Transaction, order: WorkOrder, live: readonly Assignment[]]>(
  'onAssignmentsChanged',
);

/** Whether something keeps the order from being delivered although every share of it is inspected. */
export const holdsBackDelivery = new Port<[tx: Transaction, order: WorkOrder], boolean>('holdsBackDelivery');

/**
 * An order follows its assignments: all of the quantity accepted in every step starts production, a share that falls away opens the
 * allocation again, and when the last share is inspected the order is delivered. Call it after every change of an
 * assignment, with the order locked.
 */
export async function advanceOrder(tx: Transaction, order: WorkOrder): Promise<void> {
  const live = await liveAssignments(tx, order);
  await onAssignmentsChanged.run(tx, order, live);
  if (order.status !== 'ALLOCATING' && order.status !== 'IN_PRODUCTION') return;
  const lines = await tx.manager.findBy(WorkOrderLine, { workOrderId: order.id });
  const steps = await tx.manager.findBy(Step, { workOrderId: order.id });
  const liveOf = groupBy(live, (assignment) => assignment.stepId);
  const quantityOf = new Map(lines.map((line) => [line.id, line.quantity]));
  // Units that were accepted and later taken off as defects were accepted all the same.
  const isCovered = steps.every((step) => {
    const bound = (liveOf.get(step.id) ?? []).filter(({ status }) => BOUND_STATES.includes(status));
    const units = bound.reduce((sum, assignment) => sum + (assignment.acceptedUnits ?? 0), 0);
    return units >= (quantityOf.get(step.workOrderLineId) ?? 0);
  });

  if (order.status === 'ALLOCATING' && isCovered) {
    await transitionOrder(tx, order, 'startProduction');
    await emitOrderEvent(tx, order.deskId, 'work-order.in-production', { workOrderId: order.id });
  } else if (order.status === 'IN_PRODUCTION' && !isCovered) {
    await transitionOrder(tx, order, 'reopenAllocation');
  }
  const isFinished = live.every((assignment) => assignment.status === 'INSPECTED');
  if (order.status !== 'IN_PRODUCTION' || !isFinished) return;
  if (!(await holdsBackDelivery.run(tx, order)).includes(true)) {
    await transitionOrder(tx, order, 'finishProduction', { deliveredAt: tx.now });
    await emitOrderEvent(tx, order.deskId, 'work-order.delivered', { workOrderId: order.id });
  }
}

async function liveAssignments(tx: Transaction, order: WorkOrder): Promise<Assignment[]> {
  return tx.manager.find(Assignment, {
    where: { workOrderId: order.id, status: In([...LIVE_STATES]) },
    order: { id: 'ASC' },
  });
}
