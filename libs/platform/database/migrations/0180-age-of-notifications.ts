import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notifications are deleted by their age; they lie in the table in the order in which they came, so a BRIN index is enough. */
export class AgeOfNotifications0180 implements MigrationInterface {
  readonly name = 'AgeOfNotifications1790000000180';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX notification_age ON notification USING brin (created_at)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
