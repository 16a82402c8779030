import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A desk proposes to change a placed order, too, and then also its price; the buyer answers. What the desk would do with the
 * shares of facilities is its own, so it stands apart from what the buyer reads.
 */
export class AmendmentsOfDesks0213 implements MigrationInterface {
  readonly name = 'AmendmentsOfDesks1790000000213';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE amendment ADD COLUMN is_proposed_by_buyer boolean NOT NULL DEFAULT true;
      COMMENT ON COLUMN amendment.is_proposed_by_buyer IS 'False: the desk proposed it, and the buyer decides.';
      DROP INDEX amendment_to_decide;
      CREATE INDEX amendment_to_decide ON amendment (desk_id, proposed_at)
        WHERE status = 'PROPOSED' AND is_proposed_by_buyer;

      ALTER TABLE amendment_line ADD COLUMN unit_price_sen bigint CHECK (unit_price_sen >= 0),
        ADD COLUMN previous_unit_price_sen bigint,
        ADD CHECK (unit_price_sen IS NULL OR previous_unit_price_sen IS NOT NULL);
      COMMENT ON COLUMN amendment_line.unit_price_sen IS 'Null: the price stays.';

      CREATE TABLE amendment_plan (
        amendment_id uuid PRIMARY KEY REFERENCES amendment ON DELETE CASCADE,
        desk_id uuid NOT NULL REFERENCES desk,
        cuts jsonb NOT NULL,
        step_dates jsonb NOT NULL
      );
      COMMENT ON TABLE amendment_plan IS 'What a desk does with shares and steps once the buyer has agreed.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
