import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { organisationKindOf, type PersonActor } from '#yui/platform';
import { COMMITTED_STATES } from './assignment.transitions.js';

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
