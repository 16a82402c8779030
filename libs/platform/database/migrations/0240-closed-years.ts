import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fiscal years that were closed: what a report showed then, row by row, so that what changed since can be told. */
export class ClosedYears0240 implements MigrationInterface {
  readonly name = 'ClosedYears1790000000240';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE closed_year (
        id uuid PRIMARY KEY,
        keeper_kind text NOT NULL CHECK (keeper_kind IN ('DESK', 'BUYER', 'PREFECTURE')),
        keeper_id uuid NOT NULL,
        report text NOT NULL CHECK (report IN ('JOINT_ORDERS', 'PROCUREMENT')),
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2005 AND 2100),
        version integer NOT NULL CHECK (version >= 1),
        note text NOT NULL,
        closed_by uuid NOT NULL REFERENCES account,
        closed_at timestamptz NOT NULL,
        UNIQUE (keeper_id, report, fiscal_year, version)
      );
      COMMENT ON TABLE closed_year IS 'A year that is closed again is another version; no version is changed.';

      CREATE TABLE closed_row (
        closed_year_id uuid NOT NULL REFERENCES closed_year,
        subject_id uuid NOT NULL,
        key text NOT NULL,
        origin text NOT NULL CHECK (origin IN ('ORDER', 'RECORDED')),
        label text NOT NULL,
        orders bigint NOT NULL,
        facilities bigint NOT NULL,
        yen bigint NOT NULL,
        PRIMARY KEY (closed_year_id, subject_id, key)
      );
      COMMENT ON COLUMN closed_row.subject_id IS 'The order, or the recorded result, which may be gone since.';
      COMMENT ON COLUMN closed_row.key IS 'The row of the report it counted in: a category, a contract type; empty: none.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
