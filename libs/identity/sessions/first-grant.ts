import { type EntityManager, IsNull } from 'typeorm';
import type { PersonActor } from '#yui/platform';
import { RoleGrant } from '../accounts/role-grant.entity.js';

/** The role a new session acts under: the oldest. @param organisationId null: of any organisation */
export async function firstGrantOf(
  manager: EntityManager,
  accountId: string,
  organisationId: string | null,
): Promise<RoleGrant | null> {
  return manager.findOne(RoleGrant, {
    where: { accountId, revokedAt: IsNull(), ...(organisationId === null ? {} : { organisationId }) },
    order: { grantedAt: 'ASC', id: 'ASC' },
  });
}

/** Somebody who has just proved who they are, from this place. */
export function actorOf({ accountId, role, organisationId }: RoleGrant, { address }: { address: string }): PersonActor {
  return { accountId, role, organisationId, requestId: null, address };
}
