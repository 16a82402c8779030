import type { Transaction } from '#yui/platform';
import { accountErrors } from '../accounts/identity.errors.js';
import { hashSecret } from '../secrets/secret-token.js';

const LIFE_MINUTES = 10;

export type ChallengeKind =
  'PASSKEY_REGISTRATION' | 'PASSKEY_INVITATION' | 'PASSKEY_SIGN_IN' | 'TOTP_ENROLMENT' | 'OIDC_SIGN_IN' | 'OIDC_LINK';

interface NewChallenge<Content extends object> {
  readonly kind: ChallengeKind;
  /** What the other half will bring back: a random text nobody else knows. */
  readonly secret: string;
  readonly accountId: string | null;
  readonly content: Content;
}

/** Remembers the first half of something for ten minutes. */
export async function keepChallenge<Content extends object>(
  tx: Transaction,
  { kind, secret, accountId, content }: NewChallenge<Content>,
): Promise<void> {
  await tx.manager.query(
    `INSERT INTO challenge (token_hash, kind, account_id, content, expires_at)
     VALUES ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
    [hashSecret(secret), kind, accountId, content, LIFE_MINUTES],
  );
}

/**
 * Takes it, once: it is deleted by the one who takes it. One that was kept for an account is there for that account alone.
 * @throws ACCOUNT.CHALLENGE_EXPIRED when it is not there (any more)
 */
export async function takeChallenge<Content extends object>(
  tx: Transaction,
  { kind, secret, accountId }: Omit<NewChallenge<Content>, 'content'>,
): Promise<Content> {
  const [rows] = await tx.manager.query<[{ content: Content; is_live: boolean }[], number]>(
    `DELETE FROM challenge WHERE token_hash = $1 AND kind = $2 AND account_id IS NOT DISTINCT FROM $3
     RETURNING content, expires_at > now() AS is_live`,
    [hashSecret(secret), kind, accountId],
  );
  const row = rows[0];
  if (!row?.is_live) throw accountErrors.CHALLENGE_EXPIRED();
  return row.content;
}
