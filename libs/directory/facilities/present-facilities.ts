import type { EntityManager } from 'typeorm';
import { organisationKindOf, type PersonActor } from '#yui/platform';
import { memberFacilityIds } from './membership.policy.js';

/** The facilities the actor has to do with now: a desk its members, a facility itself. */
export async function presentIds(db: EntityManager, actor: PersonActor): Promise<string[]> {
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return memberFacilityIds(db, actor.organisationId);
    case 'FACILITY':
      return [actor.organisationId];
    default:
      return [];
  }
}

/** Those of them that are among these. */
export async function presentAmong(
  db: EntityManager,
  actor: PersonActor,
  facilityIds: readonly string[],
): Promise<string[]> {
  const present = new Set(await presentIds(db, actor));
  return [...new Set(facilityIds)].filter((id) => present.has(id));
}
