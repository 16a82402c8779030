import { In } from 'typeorm';
import type { Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { ReturnedWork } from './returned-work.entity.js';
import { Delivery } from './delivery.entity.js';
import { Inspection } from './inspection.entity.js';

export interface DeliveredUnits {
  readonly delivered: number;
  /** Delivered, found defective or not accepted by the buyer, and to be delivered once more. */
  readonly returned: number;
  /** Found good, and not given back since. */
  readonly accepted: number;
  readonly uninspectedDeliveries: number;
}

/** What has become of an assignment's deliveries. */
export async function deliveredUnits(tx: Transaction, assignmentId: string): Promise<DeliveredUnits> {
  const deliveries = await tx.manager.findBy(Delivery, { assignmentId });
  const inspections = await tx.manager.findBy(Inspection, { deliveryId: In(deliveries.map((row) => row.id)) });
  const back = (await tx.manager.sum(ReturnedWork, 'units', { assignmentId })) ?? 0;
  return {
    delivered: deliveries.reduce((sum, row) => sum + row.units, 0),
    returned: inspections.reduce((sum, row) => sum + (row.defectHandling === 'REWORK' ? row.defectUnits : 0), back),
    accepted: inspections.reduce((sum, row) => sum + row.acceptedUnits, -back),
    uninspectedDeliveries: deliveries.length - inspections.length,
  };
}

/** Units the facility has still to hand over; units taken off as defects were handed over once. */
export function unitsToDeliver(assignment: Assignment, units: DeliveredUnits): number {
  return (assignment.acceptedUnits ?? 0) - units.delivered + units.returned;
}
