import type { EntityManager } from 'typeorm';
import { DomainError, organisationKindOf, type Transaction } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { grantRole } from '../accounts/grant-role.js';
import { invitationErrors } from '../accounts/identity.errors.js';
import { lockPeopleOf } from '../accounts/organisations.js';
import { hashSecret } from '../secrets/secret-token.js';
import { Invitation } from './invitation.entity.js';
import { isOneOfInviters, requireInvitationRight } from './invitation-right.js';

/** @throws INVITATION.INVALID alike for a link that never was, is used up, revoked or too old */
export async function findOpenInvitation(manager: EntityManager, token: string): Promise<Invitation> {
  const [row] = await manager.query<{ invitation_id: string }[]>(
    `SELECT invitation_id FROM mailed_token JOIN invitation ON invitation.id = mailed_token.invitation_id
     WHERE token_hash = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()`,
    [hashSecret(token)],
  );
  const invitation = row && (await manager.findOneBy(Invitation, { id: row.invitation_id }));
  if (!invitation) throw invitationErrors.INVALID();
  return invitation;
}

/**
 * Gives the invited role to an account and uses the invitation up. Anyone who sent it must still have the right to.
 * @throws INVITATION.INVALID, INVITATION.OWN_PERSON
 */
export async function acceptAs(tx: Transaction, token: string, accountId: string): Promise<Invitation> {
  const { organisationId } = await findOpenInvitation(tx.manager, token);
  await lockPeopleOf(tx, organisationId);
  // Read again under the lock: of two who use one link at once, the second finds it used.
  const invitation = await findOpenInvitation(tx.manager, token);
  if (!(await isRightStillThere(tx.manager, invitation))) throw invitationErrors.INVALID();
  if (await isOneOfInviters(tx.manager, invitation, accountId)) throw invitationErrors.OWN_PERSON();
  const { id, role } = invitation;
  await grantRole(tx, { accountId, role, organisationId });
  await tx.manager.update(Invitation, { id }, { acceptedAt: () => 'now()', acceptedBy: accountId });
  // Who comes into a desk is the desk's business, no matter who asked them in.
  const desk = [
    { kind: organisationKindOf(role), id: organisationId },
    { kind: organisationKindOf(invitation.invitingRole), id: invitation.invitingOrganisationId },
  ].find(({ kind }) => kind === 'DESK');
  await tx.audit(
    'acceptInvitation',
    {
      deskId: desk?.id ?? null,
      subjectType: 'Invitation',
      subjectId: id,
    },
    { accountId, role, organisationId },
  );
  return invitation;
}

async function isRightStillThere(manager: EntityManager, invitation: Invitation): Promise<boolean> {
  const inviter = {
    accountId: invitation.invitedBy,
    role: invitation.invitingRole,
    organisationId: invitation.invitingOrganisationId,
  };
  const grants = await manager.findBy(RoleGrant, inviter);
  const isHeld = grants.some((grant) => grant.revokedAt === null);
  if (!isHeld || !(await manager.existsBy(Account, { id: inviter.accountId, isDisabled: false }))) return false;
  try {
    await requireInvitationRight(manager, inviter, invitation);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
