import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A buyer that opens the link of an earlier letter about a proposal is told that there is a newer one. */
export class LinksOfEarlierAmendmentLetters0261 implements MigrationInterface {
  readonly name = 'LinksOfEarlierAmendmentLetters1790000000261';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE amendment_link ADD COLUMN ended_at timestamptz;
      COMMENT ON COLUMN amendment_link.ended_at IS 'When a newer letter to the buyer was printed; null: it works.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
