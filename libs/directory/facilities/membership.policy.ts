import { type EntityManager, In, IsNull } from 'typeorm';
import { accessErrors } from '#yui/platform';
import { membershipErrors } from './membership.errors.js';
import { Facility } from './facility.entity.js';
import { Membership } from './membership.entity.js';

/** The facilities registered with this desk now. */
export async function memberFacilityIds(manager: EntityManager, deskId: string): Promise<string[]> {
  const memberships = await manager.find(Membership, {
    where: { deskId, leftOn: IsNull() },
    order: { facilityId: 'ASC' },
  });
  return memberships.map((membership) => membership.facilityId);
}

/** @throws ACCESS.NOT_FOUND unless every one of these facilities is registered with the desk now. */
export async function requireMembers(
  manager: EntityManager,
  deskId: string,
  facilityIds: readonly string[],
): Promise<void> {
  const distinct = new Set(facilityIds);
  const found = await manager.count(Membership, {
    where: { deskId, facilityId: In([...distinct]), leftOn: IsNull() },
  });
  if (found !== distinct.size) throw accessErrors.NOT_FOUND();
}

/**
 * For facilities the desk knows from the order: one may have left since its share was planned.
 * @throws MEMBERSHIP.HAS_LEFT with the names of those that have
 */
export async function requireStillMembers(
  manager: EntityManager,
  deskId: string,
  facilityIds: readonly string[],
): Promise<void> {
  const present = new Set(await memberFacilityIds(manager, deskId));
  const gone = facilityIds.filter((id) => !present.has(id));
  if (gone.length === 0) return;
  const facilities = await manager.find(Facility, { where: { id: In(gone) }, order: { name: 'ASC' } });
  throw membershipErrors.HAS_LEFT({ names: facilities.map((facility) => facility.name).join('、') });
}
