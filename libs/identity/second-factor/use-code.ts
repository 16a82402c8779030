import { LessThan } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { secondFactorErrors } from '../accounts/identity.errors.js';
import type { SecretBox } from '../secrets/secret-box.js';
import type { Limit } from '../throttle/throttle.js';
import { useRecoveryCode } from './recovery-codes.js';
import { Totp } from './totp.entity.js';
import { stepOfCode } from './totp-code.js';

/** Six digits can be guessed: five wrong ones, and the account waits. Anyone who gets here has the password already. */
export function codeLimit(accountId: string): Limit {
  return { name: `code ${accountId}`, most: 5, guess: { accountId, guessed: 'CODE' } };
}

/** The time of the world, which authenticator apps go by; the database's, so that all processes agree. */
export async function worldTime(tx: Transaction): Promise<Date> {
  const [row] = await tx.manager.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
  return row.now;
}

/**
 * Uses up a code of the authenticator app, or a recovery code.
 * @throws SECOND_FACTOR.WRONG_CODE also for a right one that was used before
 */
export async function useCode(
  tx: Transaction,
  box: SecretBox,
  accountId: string,
  code: string,
): Promise<'TOTP' | 'RECOVERY_CODE'> {
  const totp = await tx.manager.findOneBy(Totp, { accountId });
  if (!totp) throw secondFactorErrors.NONE();
  const step = stepOfCode(box.open(totp.secret), code, await worldTime(tx));
  if (step === null) {
    if (await useRecoveryCode(tx, accountId, code)) return 'RECOVERY_CODE';
    throw secondFactorErrors.WRONG_CODE().at('code');
  }
  // Of two that come with the same code at once, the second finds the step used.
  const { affected } = await tx.manager.update(
    Totp,
    { accountId, lastUsedStep: LessThan(step) },
    { lastUsedStep: step },
  );
  if (!affected) throw secondFactorErrors.WRONG_CODE().at('code');
  return 'TOTP';
}
