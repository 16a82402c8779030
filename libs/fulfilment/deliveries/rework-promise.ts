import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { shrinkPromise, takeCapacity } from '#yui/directory';
import type { Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { Step } from '#yui/orders';
import { type DeliveredUnits, unitsToDeliver } from './delivered-units.js';

/** Nobody is given more days to make work good. */
export const MAX_REWORK_DAYS = 366;

/**
 * Units that were delivered once and are to be delivered once more. What is done and was never delivered is no work any
 * more: nothing but what went back can be made good.
 */
export function unitsToMakeGood(assignment: Assignment, units: DeliveredUnits): number {
  const doneAndNotThere = unitsToDeliver(assignment, units) - ((assignment.acceptedUnits ?? 0) - assignment.doneUnits);
  return Math.max(0, Math.min(units.returned, doneAndNotThere));
}

/**
 * Making units good is work like any other: it takes the capacity of the facility until its date. What had to be made
 * good before counts again, until the new date.
 * @throws CAPACITY.EXCEEDED with the units that could be made good until then
 */
export async function promiseRework(
  tx: Transaction,
  assignment: Assignment,
  units: DeliveredUnits,
  dueOn: LocalDate,
): Promise<void> {
  const { id: assignmentId, facilityId, secondsPerUnit } = assignment;
  await shrinkPromise(tx, facilityId, assignmentId, 0, true);
  const step = await tx.get(Step, { id: assignment.stepId });
  await takeCapacity(tx, {
    assignmentId,
    isRework: true,
    facilityId,
    workTypeCode: step.workTypeCode,
    units: unitsToMakeGood(assignment, units),
    secondsPerUnit,
    startOn: todayInTokyo(tx.now),
    dueOn,
  });
}
