import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#yui/platform';
import { deskOf } from '../accounts/audit-desk.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { SecretBox } from '../secrets/secret-box.js';
import { hashSecret, newSecretToken } from '../secrets/secret-token.js';
import type { PersonCaller } from '../sessions/caller.js';
import type { OpenedSession } from '../sessions/open-session.js';
import { countAttempt, forgiveAttempt } from '../throttle/throttle.js';
import { codeLimit, useCode } from './use-code.js';

/** The second half of a sign-in: a code of the authenticator app, or one of the recovery codes. */
@Injectable()
export class PresentSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly box: SecretBox,
  ) {}

  /**
   * The session goes on under a new token: anyone who saw the old one before the second factor has nothing of it.
   * @throws SECOND_FACTOR.WRONG_CODE, SECOND_FACTOR.NONE, SIGN_IN.TOO_MANY_ATTEMPTS
   */
  async execute({ actor, session }: PersonCaller, input: { code: string }): Promise<OpenedSession> {
    const limit = codeLimit(actor.accountId);
    const attempt = await this.unitOfWork.run(actor, async (tx) => countAttempt(tx, [limit]));
    return this.unitOfWork.run(actor, async (tx) => {
      const kind = await useCode(tx, this.box, actor.accountId, input.code);
      await forgiveAttempt(tx, attempt, [limit.name]);
      const token = newSecretToken();
      const [[row]] = await tx.manager.query<[[{ expires_at: Date }], number]>(
        'UPDATE session SET token_hash = $2, second_factor_at = now() WHERE id = $1 RETURNING expires_at',
        [session.id, hashSecret(token)],
      );
      const subject = { deskId: deskOf(actor), subjectType: 'Account', subjectId: actor.accountId };
      await tx.audit('presentSecondFactor', subject, { kind });
      if (kind === 'RECOVERY_CODE') await emitAccountSecured(tx, actor.accountId, 'RECOVERY_CODE_USED');
      return { token, expiresAt: row.expires_at };
    });
  }
}
