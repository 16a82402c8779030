import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { organisationKindOf, type PersonActor } from '#yui/platform';
import { COMMITTED_STATES } from './assignments/assignment.transitions.js';

/**
 * Leaves of the rows of `work_order` those the actor may see: a buyer its own, a desk what was sent to it. Facilities see
 * assignments, never orders.
 */
export function scopeToOrders<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  actor: PersonActor,
): SelectQueryBuilder<Row> {
  const own = { organisationId: actor.organisationId };
  switch (organisationKindOf(actor.role)) {
    case 'BUYER':
      return query.andWhere('work_order.buyerId = :organisationId', own);
    case 'DESK':
      return query.andWhere('work_order.deskId = :organisationId AND work_order.submittedAt IS NOT NULL', own);
    default:
      return query.andWhere('FALSE');
  }
}

/**
 * Leaves of the rows of `assignment` (joined with its `work_order`) those the actor may see: a desk its own; a facility
 * its own once they were sent; a buyer those that are promised, and only where it deals with the facilities itself (仲介型).
 */
export function scopeToAssignments<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  actor: PersonActor,
): SelectQueryBuilder<Row> {
  const own = { organisationId: actor.organisationId };
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return query.andWhere('assignment.deskId = :organisationId', own);
    case 'FACILITY':
      return query.andWhere('assignment.facilityId = :organisationId AND assignment.answerBy IS NOT NULL', own);
    case 'BUYER':
      return query
        .andWhere(`work_order.buyerId = :organisationId AND work_order.contractType = 'BROKERED'`, own)
        .andWhere('assignment.status IN (:...promised)', { promised: COMMITTED_STATES });
    default:
      return query.andWhere('FALSE');
  }
}

/** Leaves of the rows of `call` those the actor may see: a desk its own, a facility those it was called by. */
export function scopeToCalls<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  actor: PersonActor,
): SelectQueryBuilder<Row> {
  const own = { organisationId: actor.organisationId };
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return query.andWhere('call.deskId = :organisationId', own);
    case 'FACILITY':
      return query.andWhere(
        `EXISTS (SELECT 1 FROM call_invitation invited
         WHERE invited.call_id = call.id AND invited.facility_id = :organisationId)`,
        own,
      );
    default:
      return query.andWhere('FALSE');
  }
}

/** Whether the actor is the desk: prices of facilities in 契約型 and reasons of allocations are the desk's alone. */
export function isDesk(actor: PersonActor): boolean {
  return organisationKindOf(actor.role) === 'DESK';
}
