import { earliestStart, Capability, takeCapacity } from '#yui/directory';
import { todayInTokyo } from '#yui/calendar';
import type { PartyActor, Transaction } from '#yui/platform';
import { notBefore, readStart } from '../deliveries/read-start.js';
import { Step, type WorkOrder } from '#yui/orders';
import { lockAssignmentOfFacility } from '../assignments/assignment.access.js';
import type { Assignment } from '../assignments/assignment.entity.js';
import { isPastItsDeadline } from '../assignments/answer-deadline.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';

export type OpenOffer =
  | { readonly isAnswered: false; readonly order: WorkOrder; readonly assignment: Assignment }
  /** The facility said the same before: nothing is to be done, and it gets the same answer. */
  | { readonly isAnswered: true };

/**
 * The offer the acting facility wants to answer, locked.
 * @param saidBefore whether the answer on record is this very answer
 * @throws ACCESS.NOT_FOUND, ASSIGNMENT.DEADLINE_PASSED, ASSIGNMENT.WITHDRAWN, ASSIGNMENT.ANSWERED_DIFFERENTLY
 */
export async function openOffer(
  tx: Transaction,
  actor: PartyActor,
  assignmentId: string,
  saidBefore: (assignment: Assignment) => boolean,
): Promise<OpenOffer> {
  const { order, assignment } = await lockAssignmentOfFacility(tx, actor, assignmentId);
  if (assignment.status === 'WITHDRAWN') throw assignmentErrors.WITHDRAWN();
  if (assignment.status === 'EXPIRED') throw assignmentErrors.DEADLINE_PASSED();
  if (assignment.status !== 'OFFERED') {
    if (saidBefore(assignment)) return { isAnswered: true };
    throw assignmentErrors.ANSWERED_DIFFERENTLY();
  }
  if (isPastItsDeadline(assignment, tx.now)) throw assignmentErrors.DEADLINE_PASSED();
  return { isAnswered: false, order, assignment };
}

/** Promises the capacity for what the facility says yes to. @throws CAPACITY.EXCEEDED */
export async function promiseUnits(
  tx: Transaction,
  assignment: Assignment,
  units: number,
  dueOn = assignment.dueOn,
): Promise<void> {
  const step = await tx.get(Step, { id: assignment.stepId });
  const capability = await tx.manager.findOneBy(Capability, {
    facilityId: assignment.facilityId,
    workTypeCode: step.workTypeCode,
  });
  await takeCapacity(tx, {
    assignmentId: assignment.id,
    facilityId: assignment.facilityId,
    workTypeCode: step.workTypeCode,
    units,
    secondsPerUnit: assignment.secondsPerUnit,
    startOn: notBefore(earliestStart(todayInTokyo(tx.now), capability?.leadDays ?? 0), await readStart(tx, step)),
    dueOn,
  });
}
