import { createHash } from 'node:crypto';
import { In } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { signInErrors } from '../accounts/identity.errors.js';
import { Attempt, type Guessed } from './attempt.entity.js';
import { auditGuesses } from './audit-guesses.js';

const WINDOW_MINUTES = 15;

/** At most so many attempts under this name in fifteen minutes, or in as many as it says (a day at most). */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly minutes?: number;
  /** Whose password or code is guessed at, where that is what is counted: wrong ones go into the audit. */
  readonly guess?: { readonly accountId: string; readonly guessed: Guessed };
}

/** An attempt that was counted before anybody knew how it ends. */
export interface CountedAttempt {
  readonly ids: readonly string[];
}

/**
 * Counts an attempt under every name, or none of them. It is counted before it is made: a thousand that arrive at once
 * are a thousand, whichever process they reach. The transaction must be committed before the answer is looked for.
 * @throws SIGN_IN.TOO_MANY_ATTEMPTS
 */
export async function countAttempt(tx: Transaction, limits: readonly Limit[]): Promise<CountedAttempt> {
  const rows = limits
    .map(({ name, most, minutes = WINDOW_MINUTES, guess }) => ({
      id: tx.newId(),
      bucket: bucketOf(name),
      most,
      minutes,
      accountId: guess?.accountId ?? null,
      guessed: guess?.guessed ?? null,
    }))
    // One order for everybody, so that two attempts never wait for each other.
    .sort((a, b) => a.bucket.compare(b.bucket));
  for (const { bucket } of rows) {
    await tx.manager.query('SELECT pg_advisory_xact_lock($1)', [bucket.readBigInt64BE().toString()]);
  }
  for (const { bucket, most, minutes } of rows) {
    const [recent] = await tx.manager.query<[{ count: number }]>(
      'SELECT count(*) AS count FROM attempt WHERE bucket = $1 AND at > now() - make_interval(mins => $2)',
      [bucket, minutes],
    );
    if (recent.count >= most) throw signInErrors.TOO_MANY_ATTEMPTS({ minutes });
  }
  await tx.manager.insert(
    Attempt,
    rows.map(({ id, bucket, accountId, guessed }) => ({ id, bucket, accountId, guessed })),
  );
  return { ids: rows.map(({ id }) => id) };
}

/**
 * The attempt was right: it does not count, and what was wrong before it under these names is forgotten, once it is in the
 * audit.
 */
export async function forgiveAttempt(
  tx: Transaction,
  attempt: CountedAttempt,
  forgottenNames: readonly string[],
): Promise<void> {
  await tx.manager.delete(Attempt, { id: In([...attempt.ids]) });
  for (const name of forgottenNames) {
    const wrong = await tx.manager.findBy(Attempt, { bucket: bucketOf(name) });
    await auditGuesses(tx, wrong);
    await tx.manager.delete(Attempt, { id: In(wrong.map(({ id }) => id)) });
  }
}

function bucketOf(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}
