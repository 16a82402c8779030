import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '#yui/platform';

/** Which sessions go on, for who keeps something open for them. */
@Injectable()
export class OpenSessions {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @returns for each session that is open and may be used, the id of the organisation it acts for; one that ended, whose
   * role was revoked or whose account was disabled is not among them
   */
  async organisationsOf(sessionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (sessionIds.length === 0) return new Map();
    const rows = await this.unitOfWork.read(SYSTEM, async (db) =>
      db.query<{ id: string; organisation_id: string }[]>(
        `SELECT session.id, role_grant.organisation_id FROM session
         JOIN account ON account.id = session.account_id AND NOT account.is_disabled
         JOIN role_grant ON role_grant.id = session.role_grant_id AND role_grant.revoked_at IS NULL
         WHERE session.id = ANY($1) AND session.ended_at IS NULL AND session.expires_at > now()`,
        [sessionIds],
      ),
    );
    return new Map(rows.map(({ id, organisation_id }) => [id, organisation_id]));
  }
}
