import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an event stands in the trace of what caused it, so that what follows goes on there. */
export class TracesOfEvents0221 implements MigrationInterface {
  readonly name = 'TracesOfEvents1790000000221';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE outbox_event ADD COLUMN traceparent text');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
