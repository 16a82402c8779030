import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { organisationKindOf, type PersonActor, type Role, SYSTEM, UnitOfWork } from '#yui/platform';
import { organisationName } from '../people/organisations.js';
import { isConcernOf } from './change-invitation.js';
import { Invitation } from './invitation.entity.js';
import { findOpenInvitation } from './open-invitation.js';

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
  async open(actor: PersonActor): Promise<Invitation[]> {
    const { organisationId } = actor;
    const isOpen = { acceptedAt: IsNull(), revokedAt: IsNull() };
    const invitations = await this.unitOfWork.read(actor, async (db) =>
      db.find(Invitation, {
        where: [
          { ...isOpen, invitingOrganisationId: organisationId },
          { ...isOpen, organisationId },
        ],
        order: { createdAt: 'DESC', id: 'DESC' },
        take: 500,
      }),
    );
    return invitations.filter((invitation) => isConcernOf(actor, invitation));
  }

  /** For whoever holds the link, and so reads the mails of this address. @throws INVITATION.INVALID */
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
