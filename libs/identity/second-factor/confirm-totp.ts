import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#yui/platform';
import { deskOf } from '../accounts/audit-desk.js';
import { takeChallenge } from '../challenges/challenges.js';
import { secondFactorErrors } from '../accounts/identity.errors.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { SecretBox } from '../secrets/secret-box.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { endSessionsOf } from '../sessions/open-session.js';
import { countAttempt, forgiveAttempt } from '../throttle/throttle.js';
import { replaceRecoveryCodes } from './recovery-codes.js';
import { Totp } from './totp.entity.js';
import { stepOfCode } from './totp-code.js';
import { codeLimit, worldTime } from './use-code.js';

/** Sets up the second factor, or moves it to another device: the first code shows that the app has the secret. */
@Injectable()
export class ConfirmTotp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly box: SecretBox,
  ) {}

  /**
   * Ends the other sessions and replaces the recovery codes; after a wrong code the same secret may be tried again.
   * @throws SECOND_FACTOR.WRONG_CODE, ACCOUNT.CHALLENGE_EXPIRED, SIGN_IN.AGAIN, SIGN_IN.TOO_MANY_ATTEMPTS
   */
  async execute(
    { actor, session }: PersonCaller,
    input: { enrolmentToken: string; code: string },
  ): Promise<{ recoveryCodes: string[] }> {
    requireFresh(session);
    const { accountId } = actor;
    const limit = codeLimit(accountId);
    const attempt = await this.unitOfWork.run(actor, async (tx) => countAttempt(tx, [limit]));
    return this.unitOfWork.run(actor, async (tx) => {
      const kept = { kind: 'TOTP_ENROLMENT', secret: input.enrolmentToken, accountId } as const;
      const { secret } = await takeChallenge<{ secret: string }>(tx, kept);
      const step = stepOfCode(this.box.open(secret), input.code, await worldTime(tx));
      // Thrown before the end, this gives the challenge back.
      if (step === null) throw secondFactorErrors.WRONG_CODE().at('code');
      await forgiveAttempt(tx, attempt, [limit.name]);
      await tx.manager.upsert(Totp, { accountId, secret, lastUsedStep: step }, ['accountId']);
      await tx.manager.query('UPDATE session SET second_factor_at = now() WHERE id = $1', [session.id]);
      await endSessionsOf(tx, accountId, session.id);
      await tx.audit('confirmTotp', { deskId: deskOf(actor), subjectType: 'Account', subjectId: accountId });
      await emitAccountSecured(tx, accountId, 'SECOND_FACTOR_SET_UP');
      return { recoveryCodes: await replaceRecoveryCodes(tx, accountId) };
    });
  }
}
