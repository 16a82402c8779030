import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { groupBy, organisationKindOf, type PersonActor, type Role, SYSTEM, UnitOfWork } from '#yui/platform';
import { organisationName } from '../accounts/organisations.js';
import { isConcernOf } from './change-invitation.js';
import { hasInvitationRight } from './invitation-right.js';
import { Invitation, type MailState, mailStateOf } from './invitation.entity.js';
import { findOpenInvitation } from './open-invitation.js';

export type InvitationAction = 'resend' | 'revoke';

export interface InvitationView extends Invitation {
  /** The actor could still bring somebody in where it leads. */
  readonly isResendable: boolean;
  readonly mailState: MailState;
}

/** What the page behind the link of an invitation shows. */
export interface InvitationPreview {
  readonly email: string;
  readonly role: Role;
  readonly organisationName: string;
  readonly expiresAt: Date;
  /** The address has an account: its owner signs in instead of making a new one. */
  readonly hasAccount: boolean;
}

@Injectable()
export class InvitationQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The invitations the actor sees to that are neither accepted nor revoked, the newest first; expired ones too. */
  async open(actor: PersonActor): Promise<InvitationView[]> {
    const { organisationId } = actor;
    const isOpen = { acceptedAt: IsNull(), revokedAt: IsNull() };
    // Whether somebody administers another organisation is nothing one reads: it is asked as by the one who sends it again.
    return this.unitOfWork.run(actor, async ({ manager }) => {
      const found = await manager.find(Invitation, {
        where: [
          { ...isOpen, invitingOrganisationId: organisationId },
          { ...isOpen, organisationId },
        ],
        order: { createdAt: 'DESC', id: 'DESC' },
        take: 500,
      });
      const invitations = found.filter((invitation) => isConcernOf(actor, invitation));
      const rights = new Map<string, boolean>();
      for (const [key, [first]] of groupBy(invitations, keyOf)) {
        rights.set(key, await hasInvitationRight(manager, actor, first!));
      }
      return invitations.map((each) => ({
        ...each,
        isResendable: rights.get(keyOf(each)) ?? false,
        mailState: mailStateOf(each),
      }));
    });
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, invitation: InvitationView): InvitationAction[] {
    if (!isConcernOf(actor, invitation) || invitation.acceptedAt !== null || invitation.revokedAt !== null) return [];
    return invitation.isResendable ? ['resend', 'revoke'] : ['revoke'];
  }

  /** For the one who holds the link, and so reads the mails of this address. @throws INVITATION.INVALID */
  async preview(token: string): Promise<InvitationPreview> {
    // Nobody is signed in: the link is all there is.
    return this.unitOfWork.read(SYSTEM, async (db) => {
      const { email, role, organisationId, expiresAt } = await findOpenInvitation(db, token);
      const name = await organisationName(db, organisationKindOf(role), organisationId);
      const holders = await db.query<object[]>('SELECT 1 FROM account WHERE lower(email) = lower($1)', [email]);
      return { email, role, expiresAt, organisationName: name ?? '', hasAccount: holders.length > 0 };
    });
  }
}

/** What the right to bring somebody in hangs on. */
function keyOf({ role, organisationId }: Invitation): string {
  return `${organisationKindOf(role)} ${organisationId}`;
}
