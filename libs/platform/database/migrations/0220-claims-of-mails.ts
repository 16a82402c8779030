import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of two deliveries of one task only one sends the mail. */
export class ClaimsOfMails0220 implements MigrationInterface {
  readonly name = 'ClaimsOfMails1790000000220';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE notification ADD COLUMN sending_until timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
