import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A past that is brought along: what each row of a desk's workbook became, and what facilities had received before. */
export class MoveIn0200 implements MigrationInterface {
  readonly name = 'MoveIn1790000000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE move_in_row (
        desk_id uuid NOT NULL REFERENCES desk,
        sheet text NOT NULL CHECK (sheet IN ('FACILITIES', 'BUYERS', 'DEPARTMENTS', 'CAPABILITIES', 'BALANCES', 'RESULTS', 'ORDERS')),
        row_key text COLLATE "C" NOT NULL,
        subject_id uuid,
        content jsonb NOT NULL,
        source_file text NOT NULL,
        source_line integer NOT NULL CHECK (source_line > 0),
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (desk_id, sheet, row_key)
      );
      COMMENT ON TABLE move_in_row IS
        'What a row of the workbook of a desk that moved in became, so that the same row imported again changes only what is new in it.';
      COMMENT ON COLUMN move_in_row.subject_id IS 'What the row became; null: a figure of the past, kept in recorded_result.';
      COMMENT ON COLUMN move_in_row.content IS 'As it was imported last, by the columns of the sheet.';

      CREATE TABLE opening_balance (
        desk_id uuid NOT NULL REFERENCES desk,
        facility_id uuid NOT NULL REFERENCES facility,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2005 AND 2100),
        yen bigint NOT NULL CHECK (yen >= 0),
        minutes integer NOT NULL CHECK (minutes >= 0),
        source_file text NOT NULL,
        source_row text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (desk_id, fiscal_year, facility_id)
      );
      COMMENT ON TABLE opening_balance IS
        'What a facility had received from a desk in a fiscal year before the desk worked with the product (期首残).';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
