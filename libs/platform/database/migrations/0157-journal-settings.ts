import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a desk calls the accounts of its journal. */
export class JournalSettings0157 implements MigrationInterface {
  readonly name = 'JournalSettings1790000000157';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE journal_settings (
        desk_id uuid PRIMARY KEY REFERENCES desk (id),
        names jsonb NOT NULL
      );
      COMMENT ON TABLE journal_settings IS 'What a desk calls the accounts of its journal; without a row: as usual.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
