import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { emitPeopleLeft } from '../accounts/account-events.js';
import { deskOf } from '../accounts/audit-desk.js';
import { accountErrors } from '../accounts/identity.errors.js';
import { adminIdsOf, lockPeopleOf } from '../accounts/organisations.js';

/** Takes a role of the own organisation from a person; the platform also takes that of an officer of a prefecture. Sessions and tokens that act under it are refused at once. */
@Injectable()
export class RevokeRole {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ACCOUNT.LAST_ADMIN */
  async execute(actor: PersonActor, input: { roleGrantId: string }): Promise<{ roleGrantId: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { role, organisationId } = await tx.get(RoleGrant, { id: input.roleGrantId });
      const kind = organisationKindOf(role);
      const isOwn = organisationId === actor.organisationId && kind === organisationKindOf(actor.role);
      const isOfficer = actor.role === 'PLATFORM_ADMIN' && kind === 'PREFECTURE';
      if (!isOwn && !isOfficer) throw accessErrors.NOT_FOUND();
      await lockPeopleOf(tx, organisationId);
      const grant = await tx.get(RoleGrant, { id: input.roleGrantId, revokedAt: IsNull() });
      const admins = await adminIdsOf(tx.manager, kind, organisationId);
      if (grant.role.endsWith('_ADMIN') && admins.length === 1 && admins[0] === grant.accountId) {
        throw accountErrors.LAST_ADMIN();
      }
      await tx.manager.update(RoleGrant, { id: grant.id }, { revokedAt: tx.now });
      await tx.manager.query('UPDATE session SET ended_at = now() WHERE role_grant_id = $1 AND ended_at IS NULL', [
        grant.id,
      ]);
      await emitPeopleLeft(tx, role, organisationId);
      const { accountId } = grant;
      await tx.audit(
        'revokeRole',
        { deskId: deskOf(actor), subjectType: 'RoleGrant', subjectId: grant.id },
        { accountId, before: { role }, after: { role: null } },
      );
      return { roleGrantId: grant.id };
    });
  }
}
