import { accessErrors, organisationKindOf, type PersonActor, type Transaction } from '#yui/platform';
import { requireMembers } from './membership.policy.js';

/**
 * What a facility offers is kept by the facility itself and by the desks it is registered with now.
 * @returns as whom the actor may change it
 * @throws ACCESS.NOT_FOUND for everybody else
 */
export async function requireKeeper(
  tx: Transaction,
  actor: PersonActor,
  facilityId: string,
): Promise<'FACILITY' | 'DESK'> {
  const kind = organisationKindOf(actor.role);
  if (kind === 'FACILITY' && actor.organisationId === facilityId) return kind;
  if (kind !== 'DESK') throw accessErrors.NOT_FOUND();
  await requireMembers(tx.manager, actor.organisationId, [facilityId]);
  return kind;
}
