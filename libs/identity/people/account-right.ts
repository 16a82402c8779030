import { IsNull } from 'typeorm';
import { accessErrors, type PersonActor, type Transaction } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { accountErrors } from '../accounts/identity.errors.js';

/**
 * The account of somebody else, for a person who may decide about it: an administrator of the desk where alone the person
 * works, or one of the platform.
 * @throws ACCESS.NOT_FOUND, ACCOUNT.NOT_YOURSELF, ACCOUNT.BELONGS_ELSEWHERE
 */
export async function lockAccountOfOwnPerson(tx: Transaction, actor: PersonActor, accountId: string): Promise<Account> {
  const grants = await tx.manager.findBy(RoleGrant, { accountId, revokedAt: IsNull() });
  const isOwn = grants.some(
    ({ organisationId, role }) => organisationId === actor.organisationId && role.startsWith('DESK_'),
  );
  if (actor.role !== 'PLATFORM_ADMIN' && !(actor.role === 'DESK_ADMIN' && isOwn)) throw accessErrors.NOT_FOUND();
  if (accountId === actor.accountId) throw accountErrors.NOT_YOURSELF();
  if (actor.role === 'DESK_ADMIN' && grants.some(({ organisationId }) => organisationId !== actor.organisationId)) {
    throw accountErrors.BELONGS_ELSEWHERE();
  }
  return tx.lock(Account, { id: accountId, erasedAt: IsNull() });
}
