import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { accessErrors, difference, UnitOfWork } from '#yui/platform';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { deskOf } from '../accounts/audit-desk.js';
import type { PersonCaller } from './caller.js';

/** Lets a person who holds several roles act under another one of them. */
@Injectable()
export class SwitchRole {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND when the account does not hold this role, or the session may not act for its organisation */
  async execute({ actor, session }: PersonCaller, input: { roleGrantId: string }): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const grant = await tx.get(RoleGrant, {
        id: input.roleGrantId,
        accountId: actor.accountId,
        revokedAt: IsNull(),
      });
      const [rows] = await tx.manager.query<[object[], number]>(
        `UPDATE session SET role_grant_id = $2
         WHERE id = $1 AND (only_organisation_id IS NULL OR only_organisation_id = $3) RETURNING id`,
        [session.id, grant.id, grant.organisationId],
      );
      if (rows.length === 0) throw accessErrors.NOT_FOUND();
      await tx.audit(
        'switchRole',
        { deskId: deskOf(actor), subjectType: 'RoleGrant', subjectId: grant.id },
        difference({ ...actor }, { role: grant.role, organisationId: grant.organisationId }),
      );
    });
  }
}
