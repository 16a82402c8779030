import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The very moment a membership ended: what a facility reported on that day before it, its desk keeps. */
export class TimesOfLeaving0185 implements MigrationInterface {
  readonly name = 'TimesOfLeaving1790000000185';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE membership ADD COLUMN left_at timestamptz;
      COMMENT ON COLUMN membership.left_at IS 'null: it has not ended, or ended before times were kept, with its last day.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
