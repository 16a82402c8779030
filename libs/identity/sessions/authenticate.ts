import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonActor, Role } from '#yui/platform';
import { hashSessionToken } from './session-token.js';

/** Whose request it is. One read; a session that ended, a revoked role and a disabled account count at once. */
@Injectable()
export class Authenticate {
  constructor(private readonly dataSource: DataSource) {}

  async execute(token: string, requestId: string | null): Promise<PersonActor | null> {
    const [row] = await this.dataSource.query<{ account_id: string; role: Role; organisation_id: string }[]>(
      `SELECT session.account_id, role_grant.role, role_grant.organisation_id
       FROM session
       JOIN account ON account.id = session.account_id AND NOT account.is_disabled
       JOIN role_grant ON role_grant.id = session.role_grant_id AND role_grant.revoked_at IS NULL
       WHERE session.token_hash = $1 AND session.ended_at IS NULL AND session.expires_at > now()`,
      [hashSessionToken(token)],
    );
    return row ? { accountId: row.account_id, role: row.role, organisationId: row.organisation_id, requestId } : null;
  }
}
