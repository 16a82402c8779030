import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { deskOf } from '../accounts/audit-desk.js';
import { accountErrors } from '../accounts/identity.errors.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { endSessionsOf } from '../sessions/open-session.js';
import { countAttempt, forgiveAttempt } from '../throttle/throttle.js';
import { hashPassword, isPasswordOf } from './password-hash.js';
import { requireGoodPassword } from './password-policy.js';

const MAX_WRONG = 5;

/** Changes the password of the acting person, or sets the first one of an account that had only passkeys. */
@Injectable()
export class ChangePassword {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Ends all other sessions.
   * @param input.currentPassword null: the account has none, and the session must be fresh
   * @throws ACCOUNT.PASSWORD_WRONG, ACCOUNT.PASSWORD_TOO_SHORT, ACCOUNT.PASSWORD_COMMON, SIGN_IN.AGAIN,
   * SIGN_IN.TOO_MANY_ATTEMPTS
   */
  async execute(
    { actor, session }: PersonCaller,
    input: { currentPassword: string | null; newPassword: string },
  ): Promise<void> {
    const { accountId } = actor;
    const guess = { accountId, guessed: 'PASSWORD' } as const;
    const limit = { name: `change password ${accountId}`, most: MAX_WRONG, guess };
    const { attempt, account } = await this.unitOfWork.run(actor, async (tx) => ({
      attempt: await countAttempt(tx, [limit]),
      account: await tx.get(Account, { id: accountId }),
    }));
    if (account.passwordHash === null) requireFresh(session);
    else if (!(await isPasswordOf(account.passwordHash, input.currentPassword ?? ''))) {
      throw accountErrors.PASSWORD_WRONG().at('currentPassword');
    }
    requireGoodPassword(input.newPassword, [account.email, account.name], 'newPassword');
    const passwordHash = await hashPassword(input.newPassword);
    await this.unitOfWork.run(actor, async (tx) => {
      await forgiveAttempt(tx, attempt, [limit.name]);
      await tx.manager.update(Account, { id: accountId }, { passwordHash });
      await endSessionsOf(tx, accountId, session.id);
      await tx.audit('changePassword', { deskId: deskOf(actor), subjectType: 'Account', subjectId: accountId });
      await emitAccountSecured(tx, accountId, 'PASSWORD_CHANGED');
    });
  }
}
