import type { EntityManager } from 'typeorm';
import { accessErrors, DomainError, organisationKindOf, type Role } from '#yui/platform';
import { invitationErrors } from '../accounts/identity.errors.js';
import { adminIdsOf, mayBringInFor, organisationName, worksFor } from '../accounts/organisations.js';

interface InvitedRole {
  readonly role: Role;
  readonly organisationId: string;
}

/**
 * Who may invite whom: administrators the people of their own organisation; a desk the first people of the buyers that
 * order from it, and of the facilities that it alone registered or that agreed to it; the platform the first people of a desk and all officers of a prefecture. Where somebody administers an organisation already,
 * outsiders bring nobody in: what a facility does for one desk is none of another desk's business.
 * @throws ACCESS.NOT_FOUND when the organisation or the right is not there, INVITATION.HAS_ADMIN
 */
export async function requireInvitationRight(
  manager: EntityManager,
  inviter: InvitedRole,
  invited: InvitedRole,
): Promise<void> {
  const kind = organisationKindOf(invited.role);
  if ((await organisationName(manager, kind, invited.organisationId)) === null) throw accessErrors.NOT_FOUND();
  const isOwn = inviter.organisationId === invited.organisationId && organisationKindOf(inviter.role) === kind;
  if (isOwn) {
    if (!inviter.role.endsWith('_ADMIN')) throw accessErrors.NOT_FOUND();
    return;
  }
  if (!(await mayBringIn(manager, inviter, kind, invited.organisationId))) throw accessErrors.NOT_FOUND();
  // Officers administer nobody: who comes and goes among them, the platform sees to.
  if (kind === 'PREFECTURE') return;
  const admins = await adminIdsOf(manager, kind, invited.organisationId);
  if (admins.length > 0) throw invitationErrors.HAS_ADMIN();
}

/** @see requireInvitationRight */
export async function hasInvitationRight(
  manager: EntityManager,
  inviter: InvitedRole,
  invited: InvitedRole,
): Promise<boolean> {
  try {
    await requireInvitationRight(manager, inviter, invited);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/**
 * Nobody brings themselves or a colleague into an organisation they do not belong to: the first people of a facility are
 * its own. Who really works for both is invited by the other administrators there.
 */
export async function isOneOfInviters(
  manager: EntityManager,
  {
    invitingOrganisationId,
    organisationId,
  }: { readonly invitingOrganisationId: string; readonly organisationId: string },
  accountId: string,
): Promise<boolean> {
  return invitingOrganisationId !== organisationId && worksFor(manager, accountId, invitingOrganisationId);
}

async function mayBringIn(
  manager: EntityManager,
  inviter: InvitedRole,
  kind: ReturnType<typeof organisationKindOf>,
  organisationId: string,
): Promise<boolean> {
  switch (organisationKindOf(inviter.role)) {
    case 'DESK':
      return mayBringInFor(manager, inviter.organisationId, kind, organisationId);
    case 'PLATFORM':
      return kind === 'DESK' || kind === 'PREFECTURE';
    default:
      return false;
  }
}
