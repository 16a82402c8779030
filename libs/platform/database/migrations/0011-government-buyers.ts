import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ordering with public money needs: who counts, by which item, what is published, how a government files. */
export class GovernmentBuyers0011 implements MigrationInterface {
  readonly name = 'GovernmentBuyers1790000000011';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE facility_eligibility (
        id uuid PRIMARY KEY,
        facility_id uuid NOT NULL REFERENCES facility ON DELETE CASCADE,
        type_code text NOT NULL REFERENCES facility_type,
        from_on date NOT NULL,
        until_on date CHECK (until_on >= from_on),
        evidence text NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX facility_eligibility_facility ON facility_eligibility (facility_id, from_on);
      COMMENT ON TABLE facility_eligibility IS 'For how long a facility counts for 障害者優先調達推進法, and by what paper.';
      CREATE TABLE head_count (
        facility_id uuid NOT NULL REFERENCES facility ON DELETE CASCADE,
        counted_on date NOT NULL,
        employees integer NOT NULL CHECK (employees >= 0),
        employees_with_disabilities integer NOT NULL CHECK (employees_with_disabilities BETWEEN 0 AND employees),
        employees_with_severe_disabilities integer NOT NULL
          CHECK (employees_with_severe_disabilities BETWEEN 0 AND employees_with_disabilities),
        PRIMARY KEY (facility_id, counted_on)
      );

      CREATE TABLE government (
        buyer_id uuid PRIMARY KEY REFERENCES buyer,
        kind text NOT NULL CHECK (kind IN ('PREFECTURE', 'DESIGNATED_CITY', 'MUNICIPALITY'))
      );
      COMMENT ON TABLE government IS 'Which ceilings of 地方自治法施行令 別表第五 hold for a buyer that is a government.';

      CREATE TABLE desk_recognition (
        id uuid PRIMARY KEY,
        buyer_id uuid NOT NULL REFERENCES buyer,
        desk_id uuid NOT NULL REFERENCES desk,
        from_on date NOT NULL,
        until_on date CHECK (until_on >= from_on),
        evidence text NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX desk_recognition_pair ON desk_recognition (buyer_id, desk_id, from_on);
      COMMENT ON TABLE desk_recognition IS 'A government recognises a desk as 準ずる者 (地方自治法施行令 167条の2 第1項第3号).';

      CREATE TABLE negotiation_limit (
        id uuid PRIMARY KEY,
        buyer_id uuid NOT NULL REFERENCES buyer,
        work_kind text NOT NULL CHECK (work_kind IN ('MANUFACTURE', 'PURCHASE', 'OTHER')),
        from_on date NOT NULL,
        limit_yen bigint NOT NULL CHECK (limit_yen >= 0),
        source text NOT NULL,
        UNIQUE (buyer_id, work_kind, from_on)
      );
      COMMENT ON TABLE negotiation_limit IS 'Limits a government has set in its own rules (契約規則); without any the ceilings of the order hold.';

      CREATE TABLE contract_basis (
        work_order_id uuid PRIMARY KEY REFERENCES work_order,
        desk_id uuid NOT NULL REFERENCES desk,
        buyer_id uuid NOT NULL REFERENCES buyer,
        basis text NOT NULL CHECK (basis IN ('ITEM_1', 'ITEM_3', 'TENDER')),
        reason text NOT NULL,
        proposal jsonb NOT NULL,
        decided_by uuid NOT NULL REFERENCES account,
        decided_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN contract_basis.proposal IS 'What the product proposed and why, as it was when the government decided.';

      CREATE TABLE publication (
        id uuid PRIMARY KEY,
        work_order_id uuid NOT NULL REFERENCES work_order,
        desk_id uuid NOT NULL REFERENCES desk,
        buyer_id uuid NOT NULL REFERENCES buyer,
        kind text NOT NULL CHECK (kind IN ('EXPECTED', 'BEFORE_CONTRACT', 'AFTER_CONTRACT')),
        body text NOT NULL,
        drafted_at timestamptz NOT NULL,
        published_on date,
        place text,
        UNIQUE (work_order_id, kind),
        CHECK ((published_on IS NULL) = (place IS NULL))
      );

      CREATE TABLE category_mapping (
        id uuid PRIMARY KEY,
        buyer_id uuid NOT NULL REFERENCES buyer,
        version integer NOT NULL,
        from_on date NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        UNIQUE (buyer_id, version)
      );
      CREATE TABLE category_mapping_entry (
        mapping_id uuid NOT NULL REFERENCES category_mapping ON DELETE CASCADE,
        buyer_id uuid NOT NULL REFERENCES buyer,
        category_code text NOT NULL REFERENCES procurement_category,
        own_code text NOT NULL,
        own_kind text NOT NULL CHECK (own_kind IN ('GOODS', 'SERVICE')),
        own_name text NOT NULL,
        PRIMARY KEY (mapping_id, category_code)
      );
      COMMENT ON TABLE category_mapping IS 'How a government files what the national scheme calls by its ten categories.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
