import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const BATCH = 5000;

/**
 * Deletes what only served its time: the idempotency keys of a week ago, and events everybody has handled a month ago
 * (their inbox entries go with them). What happened stays readable in the audit. Events that were given up are kept.
 */
@Injectable()
export class CleanUp {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns how many rows were deleted; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    const keys = await this.delete('idempotency_key', `created_at < now() - interval '7 days'`);
    const events = await this.delete('outbox_event', `acknowledged_at < now() - interval '30 days'`);
    return keys + events;
  }

  /** Rows another worker is deleting are left to it. */
  private async delete(table: string, condition: string): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`,
    );
    return count;
  }
}
