import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CONFIG, type Config, SYSTEM, UnitOfWork } from '#yui/platform';
import { Account } from '../accounts/account.entity.js';
import { isPasswordOf } from '../accounts/password.js';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { signInErrors } from '../identity.errors.js';
import { hashSessionToken, newSessionToken } from './session-token.js';

const WINDOW_MINUTES = 15;
const MOST_WRONG = 10;

/** Opens a session for a mail address and a password, acting under the first role of the account. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @throws SIGN_IN.REFUSED alike for a wrong password, an unknown address, a disabled account and one without a role;
   * SIGN_IN.TOO_MANY_ATTEMPTS after ten wrong passwords in fifteen minutes.
   */
  async execute(input: { email: string; password: string }): Promise<{ token: string; expiresAt: Date }> {
    const email = input.email.trim().slice(0, 254);
    const emailHash = createHash('sha256').update(email.toLowerCase()).digest();
    const found = await this.unitOfWork.run(SYSTEM, async (tx) => {
      const [wrong] = await tx.manager.query<[{ count: number }]>(
        `SELECT count(*) AS count FROM sign_in_attempt WHERE email_hash = $1 AND at > now() - make_interval(mins => $2)`,
        [emailHash, WINDOW_MINUTES],
      );
      if (wrong.count >= MOST_WRONG) throw signInErrors.TOO_MANY_ATTEMPTS({ minutes: WINDOW_MINUTES });
      const account = await tx.manager
        .createQueryBuilder(Account, 'account')
        .where('lower(account.email) = lower(:email)', { email })
        .getOne();
      const grant =
        account &&
        (await tx.manager.findOne(RoleGrant, {
          where: { accountId: account.id, revokedAt: IsNull() },
          order: { grantedAt: 'ASC', id: 'ASC' },
        }));
      return { account, grant };
    });
    // Outside any transaction: hashing is slow on purpose and must not hold a connection.
    const isRight = await isPasswordOf(found.account?.passwordHash ?? null, input.password);
    const { account, grant } = found;
    if (!isRight || !account || account.isDisabled || !grant) {
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        await tx.manager.query('INSERT INTO sign_in_attempt (id, email_hash) VALUES ($1, $2)', [tx.newId(), emailHash]);
        await tx.manager.query(`DELETE FROM sign_in_attempt WHERE at < now() - interval '1 day'`);
      });
      throw signInErrors.REFUSED();
    }
    const actor = { accountId: account.id, role: grant.role, organisationId: grant.organisationId, requestId: null };
    return this.unitOfWork.run(actor, async (tx) => {
      const token = newSessionToken();
      // Sessions live in the time of the world, not in the movable time of the product.
      const [row] = await tx.manager.query<[{ expires_at: Date }]>(
        `INSERT INTO session (token_hash, account_id, role_grant_id, expires_at)
         VALUES ($1, $2, $3, now() + make_interval(hours => $4)) RETURNING expires_at`,
        [hashSessionToken(token), account.id, grant.id, this.config.SESSION_HOURS],
      );
      await tx.manager.query('DELETE FROM sign_in_attempt WHERE email_hash = $1', [emailHash]);
      await tx.audit('signIn', { deskId: null, subjectType: 'Account', subjectId: account.id });
      return { token, expiresAt: row.expires_at };
    });
  }
}
