import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { Assignment, Delivery, Inspection, ReturnedWork, unitsThatStayed } from '#yui/fulfilment';
import { groupBy, type Transaction } from '#yui/platform';
import type { OrderSheet } from './order-sheet.js';

/** What a facility has handed over of its share. */
export interface DoneShare {
  readonly assignment: Assignment;
  readonly isLastStep: boolean;
  /** Found good and not gone back since; before anybody looked at them, all that were handed over. */
  readonly acceptedUnits: number;
  readonly lastDeliveredOn: LocalDate;
}

/** The shares of an order of which something was delivered. */
export async function loadDoneShares(tx: Transaction, { order, steps }: OrderSheet): Promise<DoneShare[]> {
  const assignments = await tx.manager.find(Assignment, { where: { workOrderId: order.id }, order: { id: 'ASC' } });
  const deliveries = await tx.manager.find(Delivery, {
    where: { assignmentId: In(assignments.map(({ id }) => id)) },
    order: { deliveredAt: 'ASC', id: 'ASC' },
  });
  const inspections = await tx.manager.findBy(Inspection, { deliveryId: In(deliveries.map(({ id }) => id)) });
  const inspectionOf = new Map(inspections.map((inspection) => [inspection.deliveryId, inspection]));
  const returns = await tx.manager.findBy(ReturnedWork, { workOrderId: order.id });
  const returnsOf = groupBy(returns, (row) => row.assignmentId);
  const lastStepOf = new Map(steps.map((step) => [step.workOrderLineId, step.id]));
  return assignments.flatMap((assignment) => {
    const own = deliveries.filter(({ assignmentId }) => assignmentId === assignment.id);
    const last = own
      .map(({ deliveredAt }) => todayInTokyo(deliveredAt))
      .sort()
      .at(-1);
    if (last === undefined) return [];
    const stayed = unitsThatStayed(own, inspectionOf, returnsOf.get(assignment.id) ?? []);
    return {
      assignment,
      isLastStep: lastStepOf.get(assignment.workOrderLineId) === assignment.stepId,
      acceptedUnits: [...stayed.values()].reduce((sum, units) => sum + units, 0),
      lastDeliveredOn: last,
    };
  });
}
