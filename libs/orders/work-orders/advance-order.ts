import { In } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { groupBy } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { BOUND_STATES, LIVE_STATES } from '../assignments/assignment.transitions.js';
import { emitOrderEvent } from '../order.events.js';
import { finishCancellation } from '../cancellations/finish-cancellation.js';
import { WorkRejection } from '../rejections/work-rejection.entity.js';
import { moveWorkOrder } from './move-work-order.js';
import { Step } from '../steps/step.entity.js';
import { WorkOrderLine } from './work-order-line.entity.js';
import type { WorkOrder } from './work-order.entity.js';

/**
 * An order follows its assignments: all of the quantity accepted in every step starts production, a share that falls away opens the
 * allocation again, and when the last share is inspected the order is delivered. Call it after every change of an
 * assignment, with the order locked.
 */
export async function advanceOrder(tx: Transaction, order: WorkOrder): Promise<void> {
  if (order.status === 'CANCELLING') await finishCancellation(tx, order, await liveAssignments(tx, order));
  if (order.status !== 'ALLOCATING' && order.status !== 'IN_PRODUCTION') return;
  const lines = await tx.manager.findBy(WorkOrderLine, { workOrderId: order.id });
  const live = await liveAssignments(tx, order);
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
    await moveWorkOrder(tx, order, 'startProduction');
    await emitOrderEvent(tx, order.deskId, 'work-order.in-production', { workOrderId: order.id });
  } else if (order.status === 'IN_PRODUCTION' && !isCovered) {
    await moveWorkOrder(tx, order, 'reopenAllocation');
  }
  const isFinished = live.every((assignment) => assignment.status === 'INSPECTED');
  // As long as the desk has not said what it does about the buyer's no, nothing is delivered again.
  const isRejected = await tx.manager.existsBy(WorkRejection, { workOrderId: order.id, status: 'OPEN' });
  if (order.status === 'IN_PRODUCTION' && isFinished && !isRejected) {
    await moveWorkOrder(tx, order, 'finishProduction', { deliveredAt: tx.now });
    await emitOrderEvent(tx, order.deskId, 'work-order.delivered', { workOrderId: order.id });
  }
}

async function liveAssignments(tx: Transaction, order: WorkOrder): Promise<Assignment[]> {
  return tx.manager.find(Assignment, {
    where: { workOrderId: order.id, status: In([...LIVE_STATES]) },
    order: { id: 'ASC' },
  });
}
