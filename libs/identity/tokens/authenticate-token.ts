import { Injectable } from '@nestjs/common';
import { type Role, SYSTEM, UnitOfWork } from '#yui/platform';
import { hashSecret } from '../secrets/secret-token.js';
import type { Caller, RequestMark } from '../sessions/caller.js';
import type { TokenScope } from '../sessions/caller.js';

const USE_NOTED_EVERY_MINUTES = 5;

interface TokenRow {
  readonly id: string;
  readonly account_id: string;
  readonly role: Role;
  readonly organisation_id: string;
  readonly scopes: TokenScope[];
  readonly is_use_to_be_noted: boolean;
}

/** Which machine a request comes from. A revoked or expired token, a revoked role and a disabled owner count at once. */
@Injectable()
export class AuthenticateToken {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(token: string, request: RequestMark): Promise<Caller | null> {
    // Nobody is known yet: this read is what tells who it is.
    const [row] = await this.unitOfWork.read(SYSTEM, async (db) =>
      db.query<TokenRow[]>(
        `SELECT api_token.id, api_token.account_id, role_grant.role, role_grant.organisation_id, api_token.scopes,
         coalesce(api_token.last_used_at < now() - make_interval(mins => $2), true) AS is_use_to_be_noted
       FROM api_token
       JOIN account ON account.id = api_token.account_id AND NOT account.is_disabled
       JOIN role_grant ON role_grant.id = api_token.role_grant_id AND role_grant.revoked_at IS NULL
       WHERE api_token.token_hash = $1 AND api_token.revoked_at IS NULL AND api_token.expires_at > now()`,
        [hashSecret(token), USE_NOTED_EVERY_MINUTES],
      ),
    );
    if (!row) return null;
    if (row.is_use_to_be_noted) {
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        await tx.manager.query('UPDATE api_token SET last_used_at = now() WHERE id = $1', [row.id]);
      });
    }
    return {
      actor: {
        accountId: row.account_id,
        role: row.role,
        organisationId: row.organisation_id,
        apiTokenId: row.id,
        ...request,
      },
      session: null,
      scopes: row.scopes,
    };
  }
}
