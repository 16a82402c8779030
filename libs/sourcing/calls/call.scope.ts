import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { organisationKindOf, type PersonActor } from '#yui/platform';

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
