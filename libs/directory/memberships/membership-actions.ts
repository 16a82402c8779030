import type { Actor } from '#yui/platform';
import type { Membership } from '../facilities/membership.entity.js';

export type MembershipAction = 'end';

/** A registration that lasts is ended by the administrators of its desk. */
export function membershipActions(
  actor: Actor,
  { deskId, leftOn }: Pick<Membership, 'deskId' | 'leftOn'>,
): MembershipAction[] {
  return actor.role === 'DESK_ADMIN' && actor.organisationId === deskId && leftOn === null ? ['end'] : [];
}
