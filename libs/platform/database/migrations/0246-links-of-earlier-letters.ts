import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who scans the code of an earlier letter is told that there is a newer one: its link ends, but is remembered. */
export class LinksOfEarlierLetters0246 implements MigrationInterface {
  readonly name = 'LinksOfEarlierLetters1790000000246';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['answer_link', 'call_link']) {
      await db.query(`
        ALTER TABLE ${table} ADD COLUMN ended_at timestamptz;
        COMMENT ON COLUMN ${table}.ended_at IS 'When a newer letter to the facility was printed; null: it works.';
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
