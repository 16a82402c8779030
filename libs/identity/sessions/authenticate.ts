import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Role, SYSTEM, UnitOfWork } from '#yui/platform';
import { hashSecret } from '../secrets/secret-token.js';
import { needsSecondFactor, secondFactorStep } from './second-factor-step.js';
import type { PersonCaller, RequestMark } from './caller.js';

/** How long after a sign-in the person may change what outlasts the session. */
const FRESH_MINUTES = 15;
/** The time of last use is recorded no oftener than this. */
const USE_NOTED_EVERY_MINUTES = 5;

interface SessionRow {
  readonly id: string;
  readonly account_id: string;
  readonly role: Role;
  readonly organisation_id: string;
  readonly is_presented: boolean;
  readonly has_totp: boolean;
  readonly has_passkey: boolean;
  readonly is_fresh: boolean;
  readonly expires_at: Date;
  readonly is_use_to_be_noted: boolean;
}

/** Whose request it is. One read; a session that ended, a revoked role and a disabled account count at once. */
@Injectable()
export class Authenticate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute(token: string, request: RequestMark): Promise<PersonCaller | null> {
    const tokenHash = hashSecret(token);
    // Nobody is known yet: this read is what tells who it is.
    const [row] = await this.unitOfWork.read(SYSTEM, async (db) =>
      db.query<SessionRow[]>(
        `SELECT session.id, session.account_id, session.expires_at, role_grant.role, role_grant.organisation_id,
         session.second_factor_at IS NOT NULL AS is_presented,
         EXISTS (SELECT 1 FROM totp WHERE totp.account_id = account.id) AS has_totp,
         EXISTS (SELECT 1 FROM passkey WHERE passkey.account_id = account.id) AS has_passkey,
         session.created_at > now() - make_interval(mins => $2) AND session.only_organisation_id IS NULL AS is_fresh,
         session.last_used_at < now() - make_interval(mins => $3) AS is_use_to_be_noted
       FROM session
       JOIN account ON account.id = session.account_id AND NOT account.is_disabled
       JOIN role_grant ON role_grant.id = session.role_grant_id AND role_grant.revoked_at IS NULL
       WHERE session.token_hash = $1 AND session.ended_at IS NULL AND session.expires_at > now()
         AND session.last_used_at > now() - make_interval(mins => $4)`,
        [tokenHash, FRESH_MINUTES, USE_NOTED_EVERY_MINUTES, this.config.SESSION_IDLE_MINUTES],
      ),
    );
    if (!row) return null;
    if (row.is_use_to_be_noted) {
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        await tx.manager.query('UPDATE session SET last_used_at = now() WHERE token_hash = $1', [tokenHash]);
      });
    }
    return {
      actor: { accountId: row.account_id, role: row.role, organisationId: row.organisation_id, ...request },
      session: {
        id: row.id,
        isFresh: row.is_fresh,
        expiresAt: row.expires_at,
        secondFactorStep: secondFactorStep({
          isPresented: row.is_presented,
          hasTotp: row.has_totp,
          hasPasskey: row.has_passkey,
          isNeeded: needsSecondFactor(row.role, this.config.SECOND_FACTOR_REQUIRED),
        }),
      },
      scopes: null,
    };
  }
}
