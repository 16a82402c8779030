import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { organisationKindOf, type PersonActor, type Role, type Transaction, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { foldEmail, requireEmail } from '../accounts/email.js';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { invitationErrors } from '../accounts/identity.errors.js';
import { emitInvitationIssued } from '../stranger-mails/emit-stranger-mails.js';
import { lockPeopleOf } from '../accounts/organisations.js';
import { completeAct, hasHadPeople, type PlatformAct, requireSecondLook } from '../platform-acts/platform-acts.js';
import { hashSecret } from '../secrets/secret-token.js';
import { Invitation } from './invitation.entity.js';
import { isOneOfInviters, requireInvitationRight } from './invitation-right.js';

export const INVITATION_DAYS = 7;

export interface InvitePersonInput {
  readonly idempotencyKey: string;
  readonly email: string;
  readonly role: Role;
  readonly organisationId: string;
}

/** Asks a person by mail to take a role for an organisation. */
@Injectable()
export class InvitePerson {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND, INVITATION.HAS_ADMIN, INVITATION.ALREADY_MEMBER, INVITATION.OWN_PERSON,
   * INVITATION.OPEN_ALREADY, INVITATION.TOO_MANY, INVITATION.TOO_MANY_TO_ADDRESS, PLATFORM_ACT.WAITS, ACCOUNT.EMAIL_INVALID
   */
  async execute(actor: PersonActor, input: InvitePersonInput): Promise<{ invitationId: string }> {
    const email = requireEmail(input.email);
    const { role, organisationId } = input;
    const actOf = async (tx: Transaction): Promise<PlatformAct> => ({
      kind: 'INVITE',
      subject: `${role} ${hashSecret(await foldEmail(tx.manager, email)).toString('hex')}`,
      deskIds: organisationKindOf(role) === 'DESK' && (await hasHadPeople(tx, organisationId)) ? [organisationId] : [],
    });
    await requireSecondLook(this.unitOfWork, actor, async (tx) => {
      await requireInvitationRight(tx.manager, actor, input);
      return actOf(tx);
    });
    return this.unitOfWork.command('invitePerson', actor, input, async (tx) => {
      await lockPeopleOf(tx, organisationId);
      await requireInvitationRight(tx.manager, actor, input);
      const holder = await findByEmail(tx, email);
      const held = { role, organisationId };
      if (holder && (await tx.manager.existsBy(RoleGrant, { accountId: holder.id, ...held, revokedAt: IsNull() }))) {
        throw invitationErrors.ALREADY_MEMBER().at('email');
      }
      const parties = { invitingOrganisationId: actor.organisationId, organisationId };
      if (holder && (await isOneOfInviters(tx.manager, parties, holder.id)))
        throw invitationErrors.OWN_PERSON().at('email');
      await makeRoom(tx, email, held);
      const id = tx.newId();
      await tx.manager.insert(Invitation, {
        id,
        email,
        ...held,
        invitedBy: actor.accountId,
        invitingRole: actor.role,
        invitingOrganisationId: actor.organisationId,
        expiresAt: () => `now() + interval '${INVITATION_DAYS} days'`,
      });
      await emitInvitationIssued(tx, actor, { id, email });
      for (const deskId of await completeAct(tx, actor, await actOf(tx))) {
        await tx.audit('invitePerson', { deskId, subjectType: 'Invitation', subjectId: id }, held);
      }
      return { invitationId: id };
    });
  }
}

async function findByEmail(tx: Transaction, email: string): Promise<Account | null> {
  return tx.manager
    .createQueryBuilder(Account, 'account')
    .where('lower(account.email) = lower(:email)', { email })
    .getOne();
}

/** One that has expired gives way to the new one; one that can still be accepted does not. */
async function makeRoom(tx: Transaction, email: string, held: { role: Role; organisationId: string }): Promise<void> {
  const same =
    'lower(email) = lower($1) AND role = $2 AND organisation_id = $3 AND accepted_at IS NULL AND revoked_at IS NULL';
  const parameters = [email, held.role, held.organisationId];
  await tx.manager.query(`UPDATE invitation SET revoked_at = now() WHERE ${same} AND expires_at <= now()`, parameters);
  const open = await tx.manager.query<object[]>(`SELECT 1 FROM invitation WHERE ${same}`, parameters);
  if (open.length > 0) throw invitationErrors.OPEN_ALREADY().at('email');
}
