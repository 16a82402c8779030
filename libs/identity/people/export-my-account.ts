import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#yui/platform';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';

/**
 * What the product knows of a person, by table. Secrets are omitted: they say nothing of the person. What people wrote
 * in orders belongs to their organisations.
 */
const PARTS: Readonly<Record<string, string>> = {
  account: 'SELECT id, email, name, is_disabled, created_at FROM account WHERE id = $1',
  roles: `SELECT role, organisation_id, granted_at, revoked_at FROM role_grant WHERE account_id = $1 ORDER BY granted_at`,
  sessions: `SELECT created_at, last_used_at, expires_at, ended_at, user_agent, method FROM session
    WHERE account_id = $1 ORDER BY created_at`,
  passkeys: 'SELECT name, created_at, last_used_at FROM passkey WHERE account_id = $1 ORDER BY created_at',
  secondFactor: 'SELECT confirmed_at FROM totp WHERE account_id = $1',
  providers: 'SELECT provider_key, issuer, subject, created_at FROM oidc_identity WHERE account_id = $1',
  apiTokens: `SELECT name, scopes, created_at, expires_at, last_used_at, revoked_at FROM api_token
    WHERE account_id = $1 ORDER BY created_at`,
  invitationsSent: `SELECT email, role, organisation_id, created_at, accepted_at, revoked_at FROM invitation
    WHERE invited_by = $1 ORDER BY created_at`,
  notifications: `SELECT created_at, channel, subject, body, status FROM notification
    WHERE account_id = $1 ORDER BY created_at`,
  actions: `SELECT entry.at, role, action, subject_type, subject_id, address FROM audit_entry entry
    LEFT JOIN audit_origin origin ON origin.entry_id = entry.id WHERE account_id = $1 ORDER BY entry.at, entry.id`,
};

/** Gives the acting person everything the product keeps of them, as JSON (個人情報保護法 33条, disclosure). */
@Injectable()
export class ExportMyAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws SIGN_IN.AGAIN */
  async execute({ actor, session }: PersonCaller): Promise<string> {
    requireFresh(session);
    const parts = await this.unitOfWork.read(actor, async (db) => {
      const found: Record<string, unknown> = {};
      for (const [name, statement] of Object.entries(PARTS)) {
        found[name] = await db.query(statement, [actor.accountId]);
      }
      return found;
    });
    await this.unitOfWork.run(actor, async (tx) =>
      tx.audit('exportMyAccount', { deskId: null, subjectType: 'Account', subjectId: actor.accountId }),
    );
    return JSON.stringify(parts, null, 2);
  }
}
