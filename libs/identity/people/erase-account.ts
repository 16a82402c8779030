import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { accessErrors, organisationKindOf, type Role, type Transaction, UnitOfWork } from '#yui/platform';
import { emitPeopleLeft } from '../accounts/account-events.js';
import { accountErrors } from '../accounts/identity.errors.js';
import { adminIdsOf, adminRoleOf, lockPeopleOf } from '../accounts/organisations.js';
import { actOnPerson, completeAct, requireSecondLook } from '../platform-acts/platform-acts.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { endSessionsOf } from '../sessions/open-session.js';
import { Account } from '../accounts/account.entity.js';
import { RoleGrant } from '../accounts/role-grant.entity.js';

const ERASED_NAME = '（削除された利用者）';
/** A name for machines that can never be a mailbox (RFC 2606). */
const ERASED_DOMAIN = 'erased.invalid';

const OWNED_TABLES = ['passkey', 'totp', 'recovery_code', 'oidc_identity', 'known_place', 'challenge'] as const;

/**
 * Erases a person: name, address, everything they sign in with and every mail about them. What they did stays, under an
 * id that leads to nobody: orders and audit must stay whole. A person erases their own account; for one who cannot sign
 * in any more, the platform does it on request.
 */
@Injectable()
export class EraseAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCOUNT.LAST_ADMIN, ACCESS.NOT_FOUND, SIGN_IN.AGAIN, PLATFORM_ACT.WAITS */
  async execute({ actor, session }: PersonCaller, input: { accountId: string }): Promise<{ accountId: string }> {
    requireFresh(session);
    const isOwn = input.accountId === actor.accountId;
    if (!isOwn && actor.role !== 'PLATFORM_ADMIN') throw accessErrors.NOT_FOUND();
    const actOf = async (tx: Transaction) => actOnPerson(tx, 'ERASE_ACCOUNT', input.accountId);
    if (!isOwn) await requireSecondLook(this.unitOfWork, actor, actOf);
    return this.unitOfWork.run(actor, async (tx) => {
      const act = await actOf(tx);
      const { id, email } = await tx.lock(Account, { id: input.accountId, erasedAt: IsNull() });
      const roles = await revokeGrants(tx, id);
      await tx.manager.update(
        Account,
        { id },
        {
          email: `${id}@${ERASED_DOMAIN}`,
          name: ERASED_NAME,
          passwordHash: null,
          isDisabled: true,
          erasedAt: () => 'now()',
        },
      );
      await endSessionsOf(tx, id, null);
      for (const table of OWNED_TABLES) await tx.manager.query(`DELETE FROM ${table} WHERE account_id = $1`, [id]);
      await tx.manager.query(`UPDATE session SET user_agent = '' WHERE account_id = $1`, [id]);
      await tx.manager.query(
        `UPDATE api_token SET name = id::text, revoked_at = coalesce(revoked_at, now()) WHERE account_id = $1`,
        [id],
      );
      await tx.manager.query('DELETE FROM password_reset WHERE account_id = $1', [id]);
      await tx.manager.query(
        `UPDATE invitation SET email = id::text || '@${ERASED_DOMAIN}', revoked_at = coalesce(revoked_at, now())
         WHERE lower(email) = lower($1)`,
        [email],
      );
      await tx.manager.query('DELETE FROM notification WHERE account_id = $1', [id]);
      await tx.manager.query(
        'DELETE FROM audit_origin WHERE entry_id IN (SELECT id FROM audit_entry WHERE account_id = $1)',
        [id],
      );
      // The entry about it must not leave an address of the person behind.
      const eraser = isOwn ? tx.as({ ...actor, address: null }) : tx;
      for (const deskId of isOwn ? [null] : await completeAct(tx, actor, act)) {
        await eraser.audit(
          'eraseAccount',
          { deskId, subjectType: 'Account', subjectId: id },
          { before: { roles }, after: { roles: [] } },
        );
      }
      return { accountId: id };
    });
  }
}

/** An organisation whose only administrator goes would be shut: somebody else must be one first. */
async function revokeGrants(tx: Transaction, accountId: string): Promise<{ role: Role; organisationId: string }[]> {
  const grants = await tx.manager.find(RoleGrant, {
    where: { accountId, revokedAt: IsNull() },
    order: { organisationId: 'ASC' },
  });
  for (const { id, role, organisationId } of grants) {
    const kind = organisationKindOf(role);
    await lockPeopleOf(tx, organisationId);
    const admins = await adminIdsOf(tx.manager, kind, organisationId);
    const isMissed = kind === 'DESK' || kind === 'PLATFORM';
    if (isMissed && role === adminRoleOf(kind) && admins.length === 1 && admins[0] === accountId) {
      throw accountErrors.LAST_ADMIN();
    }
    await tx.manager.update(RoleGrant, { id }, { revokedAt: tx.now });
    await emitPeopleLeft(tx, role, organisationId);
  }
  return grants.map(({ role, organisationId }) => ({ role, organisationId }));
}
