import { type EntityManager, In, IsNull } from 'typeorm';
import { accessErrors } from '#yui/platform';
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
