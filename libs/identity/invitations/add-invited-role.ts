import type { Transaction } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { foldEmail } from '../accounts/email.js';
import { invitationErrors } from '../accounts/identity.errors.js';
import { acceptAs, findOpenInvitation } from './open-invitation.js';

/**
 * Adds the invited role to an account whose owner has signed in.
 * @throws INVITATION.INVALID, INVITATION.OTHER_ADDRESS
 */
export async function addInvitedRole(
  tx: Transaction,
  accountId: string,
  token: string,
): Promise<{ invitationId: string }> {
  const { email } = await tx.get(Account, { id: accountId });
  const invitation = await findOpenInvitation(tx.manager, token);
  const [invited, own] = [await foldEmail(tx.manager, invitation.email), await foldEmail(tx.manager, email)];
  if (invited !== own) throw invitationErrors.OTHER_ADDRESS();
  const { id } = await acceptAs(tx, token, accountId);
  return { invitationId: id };
}
