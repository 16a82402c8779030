import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans of facilities to raise wages (工賃向上計画): versions, each with what is to be done year by year. */
export class WagePlans0186 implements MigrationInterface {
  readonly name = 'WagePlans1790000000186';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE wage_plan (
        id uuid PRIMARY KEY,
        facility_id uuid NOT NULL REFERENCES facility,
        from_year integer NOT NULL CHECK (from_year BETWEEN 2005 AND 2200),
        to_year integer NOT NULL,
        version integer NOT NULL CHECK (version >= 1),
        is_latest boolean NOT NULL,
        issues text NOT NULL,
        recorded_at timestamptz NOT NULL,
        UNIQUE (facility_id, from_year, version),
        CHECK (to_year BETWEEN from_year AND from_year + 9)
      );
      COMMENT ON TABLE wage_plan IS 'Versions are never changed: a plan that is changed is a new version of the plan of that first year.';
      CREATE UNIQUE INDEX wage_plan_latest ON wage_plan (facility_id, from_year) WHERE is_latest;

      CREATE TABLE wage_plan_measure (
        id uuid PRIMARY KEY,
        wage_plan_id uuid NOT NULL REFERENCES wage_plan,
        position integer NOT NULL,
        fiscal_year integer NOT NULL,
        measure text NOT NULL,
        responsible text NOT NULL,
        UNIQUE (wage_plan_id, position)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
