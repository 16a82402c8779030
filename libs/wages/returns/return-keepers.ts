import type { EntityManager } from 'typeorm';
import { Facility, requireMembers } from '#yui/directory';
import { accessErrors, organisationKindOf, type PersonActor, type Transaction } from '#yui/platform';

/**
 * A facility keeps its own returns, and a desk those of its members, for those that report by telephone or on paper. The facility
 * is locked: of two first drafts the second changes the first.
 * @throws ACCESS.NOT_FOUND for everybody else
 */
export async function lockKeptFacility(tx: Transaction, actor: PersonActor, facilityId: string): Promise<Facility> {
  const kind = organisationKindOf(actor.role);
  if (kind === 'DESK') await requireMembers(tx.manager, actor.organisationId, [facilityId]);
  else if (kind !== 'FACILITY' || actor.organisationId !== facilityId) throw accessErrors.NOT_FOUND();
  return tx.lock(Facility, { id: facilityId });
}

/**
 * A return is checked by a desk the facility is registered with, or by the prefecture that oversees such a desk.
 * @throws ACCESS.NOT_FOUND for everybody else
 */
export async function requireChecker(db: EntityManager, actor: PersonActor, facilityId: string): Promise<void> {
  if (actor.role !== 'PREFECTURE_OFFICER') {
    if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
    return requireMembers(db, actor.organisationId, [facilityId]);
  }
  const [overseen] = await db.query<[object?]>(
    `SELECT 1 FROM membership JOIN prefecture_desk USING (desk_id)
     WHERE facility_id = $1 AND prefecture_id = $2 AND left_on IS NULL LIMIT 1`,
    [facilityId, actor.organisationId],
  );
  if (!overseen) throw accessErrors.NOT_FOUND();
}

/** The desk in whose audit an act stands: the acting one. */
export function deskOf(actor: PersonActor): string | null {
  return organisationKindOf(actor.role) === 'DESK' ? actor.organisationId : null;
}
