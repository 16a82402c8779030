import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';

const BATCH = 5000;

/** What only served its time, and for how long it is kept beyond that. docs/data-map.md tells people the same. */
const OLD: Readonly<Record<string, string>> = {
  idempotency_key: `created_at < now() - interval '7 days'`,
  // Inbox entries go with their event. Events that were given up are kept.
  outbox_event: `acknowledged_at < now() - interval '30 days'`,
  attempt: `at < now() - interval '2 days'`,
  rate_limit: `full_at < now() - interval '1 hour'`,
  challenge: 'expires_at < now()',
  password_reset: `expires_at < now() - interval '7 days'`,
  invitation: `accepted_at IS NULL AND least(expires_at, revoked_at) < now() - interval '90 days'`,
  audit_origin: `at < now() - interval '180 days'`,
  answer_link: `expires_at < now() - interval '90 days'`,
  call_link: `created_at < now() - interval '1 year'`,
  registration_code: `expires_at < now() - interval '90 days'`,
  known_place: `last_used_at < now() - interval '180 days'`,
  session: `least(expires_at, ended_at) < now() - interval '90 days'`,
};

/** Deletes what only served its time. What happened stays readable in the audit. */
@Injectable()
export class CleanUp {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many rows were deleted; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    let deleted = 0;
    for (const [table, condition] of Object.entries(OLD)) deleted += await this.delete(table, condition);
    return deleted;
  }

  /** Rows another worker is deleting are left to it. */
  private async delete(table: string, condition: string): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const [, count] = await tx.manager.query<[unknown[], number]>(
        `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`,
      );
      return count;
    });
  }
}
