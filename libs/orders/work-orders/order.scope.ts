import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { organisationKindOf, type PersonActor } from '#yui/platform';

/**
 * Leaves of the rows of `work_order` those the actor may see: a buyer its own, a desk what was sent to it, or it drafted. Facilities see
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
      return query.andWhere(
        'work_order.deskId = :organisationId AND (work_order.submittedAt IS NOT NULL OR work_order.isDraftedByDesk)',
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
