import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A running number on an order or a paper told every buyer and facility how much a desk does. Series that begin from now on
 * have a secret; those under way go on as they are, or their numbers could meet.
 */
export class ScatteredNumbers0126 implements MigrationInterface {
  readonly name = 'ScatteredNumbers1790000000126';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['work_order_number', 'paper_number']) {
      await db.query(`
        ALTER TABLE ${table} ADD COLUMN secret uuid;
        ALTER TABLE ${table} ALTER COLUMN secret SET DEFAULT gen_random_uuid();
        COMMENT ON COLUMN ${table}.secret IS 'Scatters the numbers of this series; NULL: they run on.';
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
