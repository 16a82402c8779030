import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Upper limits are called `max` everywhere. */
export class LimitNames0035 implements MigrationInterface {
  readonly name = 'LimitNames1790000000035';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE desk RENAME COLUMN split_most_defect_permille TO split_max_defect_permille');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
