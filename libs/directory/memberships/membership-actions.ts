import type { Actor } from '#yui/platform';
import type { Membership } from '../facilities/membership.entity.js';

export type MembershipAction = 'end';

/** A registration that lasts is ended by the administrators of its desk, or of the facility. */
export function membershipActions(
  actor: Actor,
  { deskId, facilityId, leftOn }: Pick<Membership, 'deskId' | 'facilityId' | 'leftOn'>,
): MembershipAction[] {
  const isSide =
    (actor.role === 'DESK_ADMIN' && actor.organisationId === deskId) ||
    (actor.role === 'FACILITY_ADMIN' && actor.organisationId === facilityId);
  return isSide && leftOn === null ? ['end'] : [];
}
