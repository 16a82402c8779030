import { Injectable } from '@nestjs/common';
import { SYSTEM, type Transaction, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { accountErrors } from '../accounts/identity.errors.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { hashSecret } from '../secrets/secret-token.js';
import { endSessionsOf } from '../sessions/open-session.js';
import { forgetPlaces } from '../throttle/known-place.js';
import { hashPassword } from './password-hash.js';
import { requireGoodPassword } from './password-policy.js';

/**
 * Replaces a forgotten password with the link from a mail. It opens no session and touches no second factor: anyone who
 * reads somebody's mail does not get further than a password.
 */
@Injectable()
export class ResetPassword {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Ends all sessions. A password that is refused leaves the link as it is.
   * @throws ACCOUNT.RESET_INVALID, ACCOUNT.PASSWORD_TOO_SHORT, ACCOUNT.PASSWORD_COMMON
   */
  async execute(input: { token: string; newPassword: string }): Promise<void> {
    const tokenHash = hashSecret(input.token);
    // Looked at first, so that hashing is not done for everybody who sends something.
    const { email, name } = await this.unitOfWork.run(SYSTEM, async (tx) => {
      const reset = await findOpenReset(tx, tokenHash);
      return tx.get(Account, { id: reset.account_id });
    });
    requireGoodPassword(input.newPassword, [email, name], 'newPassword');
    const passwordHash = await hashPassword(input.newPassword);
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      const { account_id: accountId } = await findOpenReset(tx, tokenHash);
      // All links of the account: a second mail must not open it again.
      await tx.manager.query('UPDATE password_reset SET used_at = now() WHERE account_id = $1 AND used_at IS NULL', [
        accountId,
      ]);
      await tx.manager.update(Account, { id: accountId }, { passwordHash });
      await endSessionsOf(tx, accountId, null);
      await forgetPlaces(tx, accountId);
      await tx.audit('resetPassword', { deskId: null, subjectType: 'Account', subjectId: accountId });
      await emitAccountSecured(tx, accountId, 'PASSWORD_CHANGED');
    });
  }
}

/** Locks it: of two who use one link at once, the second finds it used. */
async function findOpenReset(tx: Transaction, tokenHash: Buffer): Promise<{ account_id: string }> {
  const [row] = await tx.manager.query<{ account_id: string }[]>(
    `SELECT password_reset.account_id FROM mailed_token
     JOIN password_reset ON password_reset.id = mailed_token.password_reset_id
     JOIN account ON account.id = password_reset.account_id AND NOT account.is_disabled
     WHERE mailed_token.token_hash = $1 AND password_reset.used_at IS NULL AND password_reset.expires_at > now()
     FOR UPDATE OF password_reset, account`,
    [tokenHash],
  );
  if (!row) throw accountErrors.RESET_INVALID();
  return row;
}
