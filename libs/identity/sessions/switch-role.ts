import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { hashSessionToken } from './session-token.js';

/** Lets a person who holds several roles act under another one of them. */
@Injectable()
export class SwitchRole {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND when the account does not hold this role. */
  async execute(actor: PersonActor, token: string, input: { roleGrantId: string }): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const grant = await tx.get(RoleGrant, {
        id: input.roleGrantId,
        accountId: actor.accountId,
        revokedAt: IsNull(),
      });
      await tx.manager.query('UPDATE session SET role_grant_id = $2 WHERE token_hash = $1', [
        hashSessionToken(token),
        grant.id,
      ]);
      await tx.audit('switchRole', { deskId: null, subjectType: 'RoleGrant', subjectId: grant.id });
    });
  }
}
