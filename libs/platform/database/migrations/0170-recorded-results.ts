import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What reports count besides the orders of the product: figures that were recorded or came along from before. And what a
 * line of settlement needs, so that the results of a government are one walk through an index.
 */
export class RecordedResults0170 implements MigrationInterface {
  readonly name = 'RecordedResults1790000000170';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE settlement_line
        ADD COLUMN performed_on date,
        ADD COLUMN work_type_code text REFERENCES work_type;
      COMMENT ON COLUMN settlement_line.performed_on IS '履行日: the last delivery of the work; null: a fee or a rounding.';

      -- Lines are final; this only says of each what it was always about.
      ALTER TABLE settlement_line DISABLE TRIGGER settlement_line_is_final;
      UPDATE settlement_line AS line SET
        work_type_code = of_order.work_type_code,
        performed_on = coalesce((
          SELECT max((delivery.delivered_at AT TIME ZONE 'Asia/Tokyo')::date)
          FROM assignment JOIN delivery ON delivery.assignment_id = assignment.id
          JOIN inspection ON inspection.delivery_id = delivery.id AND inspection.accepted_units > 0
          WHERE assignment.work_order_line_id = of_order.id
            AND (line.source_key NOT LIKE 'share %' OR assignment.id::text = substr(line.source_key, 7))), line.traded_on)
      FROM work_order_line AS of_order
      WHERE line.kind = 'WORK' AND of_order.id = CASE split_part(line.source_key, ' ', 1)
        WHEN 'line' THEN substr(line.source_key, 6)::uuid
        WHEN 'share' THEN (SELECT work_order_line_id FROM assignment WHERE id = substr(line.source_key, 7)::uuid)
        WHEN 'delivery' THEN (SELECT work_order_line_id FROM assignment JOIN delivery ON assignment_id = assignment.id
                              WHERE delivery.id = substr(line.source_key, 10)::uuid)
        END;
      UPDATE settlement_line SET performed_on = traded_on WHERE kind = 'WORK' AND performed_on IS NULL;
      ALTER TABLE settlement_line ENABLE TRIGGER settlement_line_is_final;

      CREATE INDEX settlement_line_procured_buyer ON settlement_line (buyer_id, traded_on)
        INCLUDE (work_order_id, contract_id, facility_id, work_type_code, performed_on, net_yen, gross_yen)
        WHERE payer = 'BUYER' AND kind = 'WORK';
      CREATE INDEX settlement_line_procured_desk ON settlement_line (desk_id, traded_on)
        INCLUDE (buyer_id, work_order_id, contract_id, facility_id, work_type_code, performed_on, net_yen, gross_yen)
        WHERE payer = 'BUYER' AND kind = 'WORK';
      CREATE INDEX contract_referral_buyer ON contract (buyer_id, concluded_at)
        WHERE type = 'REFERRAL' AND status = 'CONCLUDED';
      CREATE INDEX contract_referral_desk ON contract (desk_id, concluded_at)
        WHERE type = 'REFERRAL' AND status = 'CONCLUDED';

      CREATE TABLE recorded_result (
        id uuid PRIMARY KEY,
        keeper_kind text NOT NULL CHECK (keeper_kind IN ('DESK', 'BUYER', 'PREFECTURE')),
        keeper_id uuid NOT NULL,
        source_name text,
        source_file text,
        source_row text,
        row_key text COLLATE "C",
        grain text NOT NULL CHECK (grain IN ('ORDER', 'CELL', 'TOTAL')),
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2005 AND 2100),
        performed_on date,
        contract_type text CHECK (contract_type IN ('DESK_CONTRACT', 'BROKERED', 'REFERRAL')),
        category_code text REFERENCES procurement_category,
        level text CHECK (level IN ('NATION', 'PREFECTURE', 'MUNICIPALITY', 'INCORPORATED')),
        government text NOT NULL DEFAULT '',
        department text NOT NULL DEFAULT '',
        supplier_kind text NOT NULL DEFAULT '',
        facility_id uuid REFERENCES facility,
        facility_name text NOT NULL DEFAULT '',
        title text NOT NULL DEFAULT '',
        order_count bigint CHECK (order_count >= 0),
        facility_count bigint CHECK (facility_count >= 0),
        matching_count bigint CHECK (matching_count >= 0),
        units bigint CHECK (units >= 0),
        yen bigint,
        is_tax_included boolean NOT NULL,
        is_in_thousands boolean NOT NULL DEFAULT false,
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_at timestamptz NOT NULL,
        CHECK ((source_name IS NULL) = (row_key IS NULL)),
        CHECK (performed_on IS NULL OR fiscal_year = extract(year FROM performed_on - interval '3 months'))
      );
      CREATE UNIQUE INDEX recorded_result_row ON recorded_result (keeper_id, source_name, row_key)
        WHERE source_name IS NOT NULL;
      CREATE INDEX recorded_result_keeper ON recorded_result (keeper_id, fiscal_year, id)
        INCLUDE (grain, contract_type, category_code, level, government, department, supplier_kind, order_count,
          facility_count, matching_count, yen, is_tax_included);
      COMMENT ON TABLE recorded_result IS
        'Figures that no order of the product stands behind: entered, or imported from a table of before. TOTAL: as printed, never added.';
      COMMENT ON COLUMN recorded_result.row_key IS 'What makes a row of a list the same row in its next edition.';

      CREATE TABLE procurement_target (
        id uuid PRIMARY KEY,
        keeper_kind text NOT NULL CHECK (keeper_kind IN ('BUYER', 'PREFECTURE')),
        keeper_id uuid NOT NULL,
        government text NOT NULL DEFAULT '',
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2005 AND 2100),
        measure text NOT NULL CHECK (measure IN ('YEN', 'COUNT')),
        comparator text NOT NULL CHECK (comparator IN ('AT_LEAST', 'MORE_THAN')),
        target bigint NOT NULL CHECK (target >= 0),
        source text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_at timestamptz NOT NULL,
        UNIQUE (keeper_id, government, fiscal_year, measure)
      );
      COMMENT ON COLUMN procurement_target.government IS 'Whose target it is, in a list of a prefecture; empty: of the keeper itself, or of all its area.';

      CREATE TABLE procurement_rule (
        id uuid PRIMARY KEY,
        keeper_kind text NOT NULL CHECK (keeper_kind IN ('BUYER', 'PREFECTURE')),
        keeper_id uuid NOT NULL,
        from_year integer NOT NULL CHECK (from_year BETWEEN 2005 AND 2100),
        booked_by text NOT NULL CHECK (booked_by IN ('PERFORMANCE', 'ACCEPTANCE')),
        is_tax_included boolean NOT NULL,
        source text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_at timestamptz NOT NULL,
        UNIQUE (keeper_id, from_year)
      );
      COMMENT ON TABLE procurement_rule IS 'From which fiscal year on a government counts how: printed on each of its tables.';

      CREATE TABLE procurement_policy (
        id uuid PRIMARY KEY,
        keeper_kind text NOT NULL CHECK (keeper_kind IN ('BUYER', 'PREFECTURE')),
        keeper_id uuid NOT NULL,
        government text NOT NULL DEFAULT '',
        level text CHECK (level IN ('NATION', 'PREFECTURE', 'MUNICIPALITY', 'INCORPORATED')),
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2005 AND 2100),
        adopted_on date,
        link text NOT NULL DEFAULT '',
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_at timestamptz NOT NULL,
        UNIQUE (keeper_id, government, fiscal_year)
      );
      COMMENT ON COLUMN procurement_policy.adopted_on IS '調達方針を定めた日; null: it has said that it has none for the year.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
