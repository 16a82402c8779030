import { Not } from 'typeorm';
import { organisationKindOf, type PartyActor, type PersonActor, type Transaction } from '#yui/platform';
import { WorkOrder } from '#yui/orders';
import { Assignment } from './assignment.entity.js';

/**
 * Everybody who changes an assignment takes the order first, then the assignment, then the facility's turn to promise.
 * The same way round for all: nobody waits in a circle.
 */
async function lockBoth(tx: Transaction, found: Assignment): Promise<{ order: WorkOrder; assignment: Assignment }> {
  const order = await tx.lock(WorkOrder, { id: found.workOrderId });
  return { order, assignment: await tx.lock(Assignment, { id: found.id }) };
}

/** The assignment, if it was sent to the acting facility. @throws ACCESS.NOT_FOUND */
export async function lockAssignmentOfFacility(tx: Transaction, actor: PartyActor, id: string) {
  return lockBoth(tx, await tx.get(Assignment, { id, facilityId: actor.organisationId, status: Not('PLANNED') }));
}

/** The assignment, if it was sent to the acting facility or made by the acting desk. @throws ACCESS.NOT_FOUND */
export async function lockAssignmentOf(tx: Transaction, actor: PersonActor, id: string) {
  return organisationKindOf(actor.role) === 'DESK'
    ? lockAssignmentOfDesk(tx, actor, id)
    : lockAssignmentOfFacility(tx, actor, id);
}

/** The assignment, if the acting desk made it. @throws ACCESS.NOT_FOUND */
export async function lockAssignmentOfDesk(tx: Transaction, actor: PersonActor, id: string) {
  return lockBoth(tx, await tx.get(Assignment, { id, deskId: actor.organisationId }));
}
