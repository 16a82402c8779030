import { shrinkPromise } from '#yui/directory';
import type { Transaction } from '#yui/platform';
import { deliveredUnits, unitsToDeliver } from './delivered-units.js';
import { unitsToMakeGood } from './rework-promise.js';
import type { Assignment } from '../assignments/assignment.entity.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';

/**
 * Makes a share a facility has said yes to smaller. What it has handed over stays; the capacity of the rest is free at
 * once. A share of which everything is handed over now goes on to its inspection, and one of which nothing is left ends.
 * Needs the locks of order and assignment.
 * @throws ASSIGNMENT.CUT_OUT_OF_RANGE, TRANSITION.NOT_ALLOWED
 */
export async function cutShare(
  tx: Transaction,
  assignment: Assignment,
  units: number,
  { action, doneUnits }: { readonly action: 'cut' | 'confirmStop' | 'handBack'; readonly doneUnits: number },
): Promise<void> {
  const before = await deliveredUnits(tx, assignment.id);
  const least = before.delivered - before.returned;
  const most = assignment.acceptedUnits ?? 0;
  if (!Number.isSafeInteger(units) || units < least || units > most) {
    throw assignmentErrors.CUT_OUT_OF_RANGE({ least, most });
  }
  if (units === 0) {
    await transitionAssignment(tx, assignment, 'cancel');
    await shrinkPromise(tx, assignment.facilityId, assignment.id, 0);
    await shrinkPromise(tx, assignment.facilityId, assignment.id, 0, true);
    return;
  }
  await transitionAssignment(tx, assignment, action, { acceptedUnits: units, doneUnits });
  await shrinkPromise(tx, assignment.facilityId, assignment.id, units - doneUnits);
  await shrinkPromise(tx, assignment.facilityId, assignment.id, unitsToMakeGood(assignment, before), true);
  if (before.delivered === 0 || unitsToDeliver(assignment, before) > 0) return;
  await transitionAssignment(tx, assignment, 'closeRest');
  if (before.uninspectedDeliveries === 0) await transitionAssignment(tx, assignment, 'finishInspection');
}
