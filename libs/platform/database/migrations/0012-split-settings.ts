import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a desk splits when nobody says otherwise, and what a coordinator set differently for one split. */
export class SplitSettings0012 implements MigrationInterface {
  readonly name = 'SplitSettings1790000000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE desk
        ADD COLUMN split_max_facilities integer CHECK (split_max_facilities BETWEEN 1 AND 100000),
        ADD COLUMN split_price_tolerance_permille integer NOT NULL DEFAULT 0
          CHECK (split_price_tolerance_permille BETWEEN 0 AND 1000),
        ADD COLUMN split_prices text NOT NULL DEFAULT 'QUOTED' CHECK (split_prices IN ('QUOTED', 'OWN')),
        ADD COLUMN split_regions text[] NOT NULL DEFAULT '{}',
        ADD COLUMN split_most_defect_permille integer CHECK (split_most_defect_permille BETWEEN 0 AND 1000);
      COMMENT ON COLUMN desk.split_prices IS
        'QUOTED: every facility gets the price of the quote. OWN: each gets its own, as it answered or as it usually asks.';
      COMMENT ON COLUMN desk.split_regions IS 'Municipalities whose facilities are asked; empty: all.';
      COMMENT ON COLUMN desk.split_most_defect_permille IS
        'Facilities with more defects in the last twelve months are not asked; null: all are.';

      ALTER TABLE facility ADD COLUMN municipality text;
      COMMENT ON COLUMN facility.municipality IS 'City, town or village (市町村) where the work is done.';

      ALTER TABLE allocation ADD COLUMN options jsonb NOT NULL DEFAULT '{}';
      COMMENT ON COLUMN allocation.options IS 'What the coordinator set differently from the desk, with the reasons.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
