import type { Config, Transaction } from '#yui/platform';
import type { RoleGrant } from '../accounts/role-grant.entity.js';
import { hashSecret, newSecretToken } from '../secrets/secret-token.js';
import { describeUserAgent } from './user-agent.js';

export type SignInMethod = 'PASSWORD' | 'PASSKEY' | 'OIDC';

export interface OpenedSession {
  /** For the cookie; it is stored nowhere. */
  readonly token: string;
  readonly expiresAt: Date;
}

interface NewSession {
  readonly grant: Pick<RoleGrant, 'id' | 'accountId'>;
  readonly method: SignInMethod;
  readonly userAgent: string;
  /** Set for a sign-in through the provider of one organisation. */
  readonly onlyOrganisationId: string | null;
}

/** A passkey is two factors at once: the device, and the finger or PIN that unlocks it. */
export async function openSession(tx: Transaction, config: Config, session: NewSession): Promise<OpenedSession> {
  const token = newSecretToken();
  // Sessions live in the time of the world, not in the movable time of the product.
  const [row] = await tx.manager.query<[{ expires_at: Date }]>(
    `INSERT INTO session (token_hash, account_id, role_grant_id, method, user_agent, only_organisation_id,
       second_factor_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $4 = 'PASSKEY' THEN now() END, now() + make_interval(hours => $7))
     RETURNING expires_at`,
    [
      hashSecret(token),
      session.grant.accountId,
      session.grant.id,
      session.method,
      describeUserAgent(session.userAgent),
      session.onlyOrganisationId,
      config.SESSION_HOURS,
    ],
  );
  await tx.audit(
    'signIn',
    { deskId: null, subjectType: 'Account', subjectId: session.grant.accountId },
    { method: session.method },
  );
  return { token, expiresAt: row.expires_at };
}

/** @param exceptSessionId the one that goes on, such as the one the person asks from */
export async function endSessionsOf(tx: Transaction, accountId: string, exceptSessionId: string | null): Promise<void> {
  await tx.manager.query(
    `UPDATE session SET ended_at = now()
     WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2::uuid`,
    [accountId, exceptSessionId],
  );
}
