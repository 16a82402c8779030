import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor } from '#yui/platform';

/**
 * Which contracts are this organisation's: a desk's are all of its orders, a buyer's and a facility's are those it is a
 * party to. So a buyer never sees what a desk pays a facility, and a facility never another facility.
 * @throws ACCESS.NOT_FOUND for everybody else
 */
export function ownContracts(actor: PersonActor): { deskId: string } | { buyerId: string } | { facilityId: string } {
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return { deskId: actor.organisationId };
    case 'BUYER':
      return { buyerId: actor.organisationId };
    case 'FACILITY':
      return { facilityId: actor.organisationId };
    default:
      throw accessErrors.NOT_FOUND();
  }
}

/**
 * Leaves of the rows of `contract` those the actor may see: its own, but a buyer none with a facility that has not said
 * yes, as it sees no offers either.
 */
export function scopeToContracts<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  actor: PersonActor,
): SelectQueryBuilder<Row> {
  const own = { organisationId: actor.organisationId };
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return query.andWhere('contract.deskId = :organisationId', own);
    case 'BUYER':
      return query
        .andWhere('contract.buyerId = :organisationId', own)
        .andWhere(`(contract.assignmentId IS NULL OR contract.concludedAt IS NOT NULL)`);
    case 'FACILITY':
      return query.andWhere('contract.facilityId = :organisationId', own);
    default:
      return query.andWhere('FALSE');
  }
}

/** Leaves of rows with a payer and a payee those the actor is one of; a desk sees all of its orders. */
export function scopeToMoney<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  actor: PersonActor,
): SelectQueryBuilder<Row> {
  const own = { organisationId: actor.organisationId };
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return query.andWhere(`${alias}.deskId = :organisationId`, own);
    // The first condition follows from the second, and has an index.
    case 'BUYER':
      return query.andWhere(`${alias}.buyerId = :organisationId AND ${paysOrIsPaid(alias)}`, own);
    case 'FACILITY':
      return query.andWhere(`${alias}.facilityId = :organisationId AND ${paysOrIsPaid(alias)}`, own);
    default:
      return query.andWhere('FALSE');
  }
}

function paysOrIsPaid(alias: string): string {
  return `(${alias}.payerId = :organisationId OR ${alias}.payeeId = :organisationId)`;
}
