import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { deskOf } from '../accounts/audit-desk.js';
import { emitInvitationIssued } from '../stranger-mails/emit-stranger-mails.js';
import { lockPeopleOf } from '../accounts/organisations.js';
import { INVITATION_DAYS } from './invite-person.js';
import { Invitation } from './invitation.entity.js';
import { requireInvitationRight } from './invitation-right.js';

/** Sends an invitation again, for seven days from now. The links sent before are worthless from then on. */
@Injectable()
export class ResendInvitation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INVITATION.HAS_ADMIN, INVITATION.TOO_MANY, INVITATION.TOO_MANY_TO_ADDRESS */
  async execute(
    actor: PersonActor,
    input: { idempotencyKey: string; invitationId: string },
  ): Promise<{ invitationId: string }> {
    return this.unitOfWork.command('resendInvitation', actor, input, async (tx) => {
      const invitation = await lockOpen(tx, actor, input.invitationId);
      await requireInvitationRight(tx.manager, actor, invitation);
      const { id, email } = invitation;
      await tx.manager.query('DELETE FROM mailed_token WHERE invitation_id = $1', [id]);
      await tx.manager.update(
        Invitation,
        { id },
        { expiresAt: () => `now() + interval '${INVITATION_DAYS} days'`, sentAt: null, refusedAt: null },
      );
      await emitInvitationIssued(tx, actor, { id, email });
      await tx.audit('resendInvitation', { deskId: deskOf(actor), subjectType: 'Invitation', subjectId: id });
      return { invitationId: id };
    });
  }
}

/** Withdraws an invitation. */
@Injectable()
export class RevokeInvitation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND also for one that was accepted or revoked before */
  async execute(actor: PersonActor, input: { invitationId: string }): Promise<{ invitationId: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { id } = await lockOpen(tx, actor, input.invitationId);
      await tx.manager.update(Invitation, { id }, { revokedAt: () => 'now()' });
      await tx.audit('revokeInvitation', { deskId: deskOf(actor), subjectType: 'Invitation', subjectId: id });
      return { invitationId: id };
    });
  }
}

/** An invitation belongs to the one who sent it, and to the administrators of the organisation it is for. */
export function isConcernOf(actor: PersonActor, invitation: Invitation): boolean {
  const isSender =
    invitation.invitingOrganisationId === actor.organisationId &&
    organisationKindOf(invitation.invitingRole) === organisationKindOf(actor.role);
  const isInto =
    invitation.organisationId === actor.organisationId &&
    organisationKindOf(invitation.role) === organisationKindOf(actor.role);
  // A coordinator sees to buyers and facilities; who joins the desk itself is for its administrators.
  return actor.role.endsWith('_ADMIN') ? isSender || isInto : isSender && !isInto;
}

async function lockOpen(tx: Transaction, actor: PersonActor, id: string): Promise<Invitation> {
  const { organisationId } = await tx.get(Invitation, { id });
  await lockPeopleOf(tx, organisationId);
  const invitation = await tx.lock(Invitation, { id, acceptedAt: IsNull(), revokedAt: IsNull() });
  if (!isConcernOf(actor, invitation)) throw accessErrors.NOT_FOUND();
  return invitation;
}
