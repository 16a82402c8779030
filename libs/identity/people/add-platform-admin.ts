import type { Role, Transaction } from '#yui/platform';
import { emitPasswordResetRequested } from '../stranger-mails/emit-stranger-mails.js';
import { adminIdsOf, lockPeopleOf, PLATFORM_ID } from '../accounts/organisations.js';
import { accountErrors } from '../accounts/identity.errors.js';
import { insertAccount } from './create-account.js';
import { grantRole } from '../accounts/grant-role.js';

const ROLE: Role = 'PLATFORM_ADMIN';
const LINK_HOURS = 24;

/**
 * The first person of an installation, whom nobody can invite: an account without a password, and a mail with the link to
 * set one. Only the one who runs the command line gets here.
 * @throws ACCOUNT.HAS_ADMIN when the platform has an administrator, who invites the others
 */
export async function addPlatformAdmin(
  tx: Transaction,
  person: { email: string; name: string },
): Promise<{ accountId: string }> {
  await lockPeopleOf(tx, PLATFORM_ID);
  if ((await adminIdsOf(tx.manager, 'PLATFORM', PLATFORM_ID)).length > 0) throw accountErrors.HAS_ADMIN();
  const accountId = tx.newId();
  await insertAccount(tx, { id: accountId, ...person, passwordHash: null });
  await grantRole(tx, { accountId, role: ROLE, organisationId: PLATFORM_ID });
  const resetId = tx.newId();
  await tx.manager.query(
    `INSERT INTO password_reset (id, account_id, expires_at) VALUES ($1, $2, now() + make_interval(hours => $3))`,
    [resetId, accountId, LINK_HOURS],
  );
  await emitPasswordResetRequested(tx, { id: resetId, email: person.email, address: 'command line' });
  await tx.audit('addPlatformAdmin', { deskId: null, subjectType: 'Account', subjectId: accountId });
  return { accountId };
}
