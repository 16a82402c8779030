import type { UnitOfWork } from '#yui/platform';
import { SYSTEM } from '#yui/platform';
import { isPasswordOf } from './password-hash.js';
import { limitsOf, type Place } from '../throttle/known-place.js';
import { type CountedAttempt, countAttempt } from '../throttle/throttle.js';

export interface CheckedPassword {
  /** Null: the password is not the one of any account with this address that may sign in. */
  readonly accountId: string | null;
  readonly attempt: CountedAttempt;
  /** What the attempt was counted under for this account, to be forgotten when all went well. */
  readonly ownName: string;
}

/**
 * Looks whether a password is the one of an address. Known and unknown addresses take the same statements and the same
 * hashing; only after that the two part.
 * @throws SIGN_IN.TOO_MANY_ATTEMPTS, SIGN_IN.BUSY
 */
export async function checkPassword(
  unitOfWork: UnitOfWork,
  input: { email: string; password: string },
  place: Place,
): Promise<CheckedPassword> {
  const email = input.email.normalize('NFKC').trim().slice(0, 254);
  const { attempt, account, ownName } = await unitOfWork.run(SYSTEM, async (tx) => {
    const limits = await limitsOf(tx.manager, email, place);
    const [row] = await tx.manager.query<{ id: string; password_hash: string | null; is_disabled: boolean }[]>(
      'SELECT id, password_hash, is_disabled FROM account WHERE lower(email) = lower($1)',
      [email],
    );
    const counted = limits.all.map((limit) =>
      row && limit === limits.own ? { ...limit, guess: { accountId: row.id, guessed: 'PASSWORD' as const } } : limit,
    );
    return { attempt: await countAttempt(tx, counted), account: row, ownName: limits.own.name };
  });
  // Outside any transaction: hashing is slow on purpose and must not hold a connection.
  const isRight = await isPasswordOf(account?.password_hash ?? null, input.password);
  return { accountId: isRight && account && !account.is_disabled ? account.id : null, attempt, ownName };
}
