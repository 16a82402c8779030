import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the health page, the clean-up and the deletion of old events asked the whole table for; and what the catalogue of the
 * database was when the rules were applied, so that a restored one is not taken for it.
 */
export class EventIndexes0081 implements MigrationInterface {
  readonly name = 'EventIndexes1790000000081';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX inbox_entry_newest ON inbox_entry (handled_at);
      CREATE INDEX inbox_entry_event ON inbox_entry (event_id);
      CREATE INDEX outbox_event_done ON outbox_event (acknowledged_at) WHERE acknowledged_at IS NOT NULL;
      ALTER TABLE row_security ADD COLUMN catalogue text NOT NULL DEFAULT '', ADD COLUMN parts text[] NOT NULL DEFAULT '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
