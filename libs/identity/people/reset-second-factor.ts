import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '#yui/platform';
import { emitAccountSecured } from '../accounts/account-events.js';
import { Passkey } from '../passkeys/passkey.entity.js';
import { actOnPerson, completeAct, requireSecondLook } from '../platform-acts/platform-acts.js';
import { dropTotp } from '../second-factor/remove-totp.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { endSessionsOf } from '../sessions/open-session.js';
import { lockAccountOfOwnPerson } from './account-right.js';

/**
 * For somebody who lost both device and recovery codes, and whom an administrator knows: the account has no second factor
 * any more, and sets up a new one at its next sign-in with the password.
 */
@Injectable()
export class ResetSecondFactor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Ends the sessions of the account.
   * @throws ACCESS.NOT_FOUND, ACCOUNT.NOT_YOURSELF, ACCOUNT.BELONGS_ELSEWHERE, SIGN_IN.AGAIN, PLATFORM_ACT.WAITS
   */
  async execute({ actor, session }: PersonCaller, input: { accountId: string }): Promise<{ accountId: string }> {
    requireFresh(session);
    const actOf = async (tx: Transaction) => actOnPerson(tx, 'RESET_SECOND_FACTOR', input.accountId);
    await requireSecondLook(this.unitOfWork, actor, actOf);
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await lockAccountOfOwnPerson(tx, actor, input.accountId);
      await dropTotp(tx, account.id);
      // Without a password the passkeys are the only way in.
      if (account.passwordHash !== null) await tx.manager.delete(Passkey, { accountId: account.id });
      await endSessionsOf(tx, account.id, null);
      for (const deskId of await completeAct(tx, actor, await actOf(tx))) {
        await tx.audit('resetSecondFactor', { deskId, subjectType: 'Account', subjectId: account.id });
      }
      await emitAccountSecured(tx, account.id, 'SECOND_FACTOR_REMOVED');
      return { accountId: account.id };
    });
  }
}
