import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { Assignment, Delivery, Inspection } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import type { OrderSheet } from './order-sheet.js';

/** What a facility has handed over of its share. */
export interface DoneShare {
  readonly assignment: Assignment;
  readonly isLastStep: boolean;
  /** Found good; before anybody looked at them, all that were handed over. */
  readonly acceptedUnits: number;
  readonly lastDeliveredOn: LocalDate;
}

/** The shares of an order of which something was delivered. */
export async function loadDoneShares(tx: Transaction, { order, steps }: OrderSheet): Promise<DoneShare[]> {
  const assignments = await tx.manager.find(Assignment, { where: { workOrderId: order.id }, order: { id: 'ASC' } });
  const deliveries = await tx.manager.findBy(Delivery, { assignmentId: In(assignments.map(({ id }) => id)) });
  const inspections = await tx.manager.findBy(Inspection, { deliveryId: In(deliveries.map(({ id }) => id)) });
  const goodOf = new Map(inspections.map((inspection) => [inspection.deliveryId, inspection.acceptedUnits]));
  const lastStepOf = new Map(steps.map((step) => [step.workOrderLineId, step.id]));
  return assignments.flatMap((assignment) => {
    const own = deliveries.filter(({ assignmentId }) => assignmentId === assignment.id);
    const last = own
      .map(({ deliveredAt }) => todayInTokyo(deliveredAt))
      .sort()
      .at(-1);
    if (last === undefined) return [];
    return {
      assignment,
      isLastStep: lastStepOf.get(assignment.workOrderLineId) === assignment.stepId,
      acceptedUnits: own.reduce((sum, { id, units }) => sum + (goodOf.get(id) ?? units), 0),
      lastDeliveredOn: last,
    };
  });
}
