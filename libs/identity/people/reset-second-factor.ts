import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { deskOf } from '../accounts/audit-desk.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { Passkey } from '../passkeys/passkey.entity.js';
import { dropTotp } from '../second-factor/remove-totp.js';
import { endSessionsOf } from '../sessions/open-session.js';
import { lockAccountOfOwnPerson } from './account-right.js';

/**
 * For somebody who lost both device and recovery codes, and whom an administrator knows: the account has no second factor
 * any more, and sets up a new one at its next sign-in with the password.
 */
@Injectable()
export class ResetSecondFactor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Ends the sessions of the account. @throws ACCESS.NOT_FOUND, ACCOUNT.NOT_YOURSELF, ACCOUNT.BELONGS_ELSEWHERE */
  async execute(actor: PersonActor, input: { accountId: string }): Promise<{ accountId: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await lockAccountOfOwnPerson(tx, actor, input.accountId);
      await dropTotp(tx, account.id);
      // Without a password the passkeys are the only way in.
      if (account.passwordHash !== null) await tx.manager.delete(Passkey, { accountId: account.id });
      await endSessionsOf(tx, account.id, null);
      await tx.audit('resetSecondFactor', { deskId: deskOf(actor), subjectType: 'Account', subjectId: account.id });
      await emitAccountSecured(tx, account.id, 'SECOND_FACTOR_REMOVED');
      return { accountId: account.id };
    });
  }
}
