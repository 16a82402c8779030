import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { difference, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { emitPeopleLeft } from '../accounts/account-events.js';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { actOnPerson, completeAct, requireSecondLook } from '../platform-acts/platform-acts.js';
import { endSessionsOf } from '../sessions/open-session.js';
import { lockAccountOfOwnPerson } from './account-right.js';

/** Shuts an account, or opens it again. A shut one is refused at its next request, whatever it comes with. */
@Injectable()
export class SetAccountDisabled {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ACCOUNT.NOT_YOURSELF, ACCOUNT.BELONGS_ELSEWHERE, PLATFORM_ACT.WAITS */
  async execute(actor: PersonActor, input: { accountId: string; isDisabled: boolean }): Promise<{ accountId: string }> {
    const kind = input.isDisabled ? 'DISABLE_ACCOUNT' : 'ENABLE_ACCOUNT';
    const actOf = async (tx: Transaction) => actOnPerson(tx, kind, input.accountId);
    await requireSecondLook(this.unitOfWork, actor, actOf);
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await lockAccountOfOwnPerson(tx, actor, input.accountId);
      const { id } = account;
      const { isDisabled } = input;
      await tx.manager.update(Account, { id }, { isDisabled });
      if (isDisabled) await endSessionsOf(tx, id, null);
      const grants = isDisabled ? await tx.manager.findBy(RoleGrant, { accountId: id, revokedAt: IsNull() }) : [];
      for (const { role, organisationId } of grants) await emitPeopleLeft(tx, role, organisationId);
      for (const deskId of await completeAct(tx, actor, await actOf(tx))) {
        const subject = { deskId, subjectType: 'Account', subjectId: id };
        await tx.audit('setAccountDisabled', subject, difference({ ...account }, { isDisabled }));
      }
      return { accountId: id };
    });
  }
}
