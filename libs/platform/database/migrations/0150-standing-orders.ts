import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Work that comes again: what was agreed for a period, each date it comes, and who does it. A date becomes an ordinary order
 * some weeks ahead. A facility's yes to a date that is no order yet takes its capacity as any other promise does; the row
 * says then which share it stands for, and refers to no assignment.
 */
export class StandingOrders0150 implements MigrationInterface {
  readonly name = 'StandingOrders1790000000150';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE standing_order (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        buyer_id uuid NOT NULL REFERENCES buyer,
        department_id uuid REFERENCES department,
        number text NOT NULL,
        title text NOT NULL,
        status text NOT NULL CHECK (status IN ('PROPOSED', 'ACTIVE', 'REFUSED', 'WITHDRAWN', 'ENDED')),
        from_on date NOT NULL,
        to_on date NOT NULL CHECK (to_on >= from_on),
        work_type_code text NOT NULL REFERENCES work_type,
        specification text NOT NULL,
        contract_type text NOT NULL CHECK (contract_type IN ('DESK_CONTRACT', 'BROKERED')),
        is_public_money boolean NOT NULL,
        rhythm jsonb NOT NULL,
        holiday_rule text NOT NULL CHECK (holiday_rule IN ('KEEP', 'OMIT', 'NEXT_WORKING_DAY', 'PREVIOUS_WORKING_DAY')),
        work_days integer NOT NULL CHECK (work_days BETWEEN 1 AND 60),
        visible_days integer NOT NULL CHECK (visible_days BETWEEN 1 AND 180),
        price_basis text NOT NULL CHECK (price_basis IN ('PER_UNIT', 'PER_OCCURRENCE', 'PER_MONTH')),
        price_sen bigint NOT NULL CHECK (price_sen >= 0),
        ceiling_units bigint CHECK (ceiling_units > 0),
        created_by uuid NOT NULL REFERENCES account,
        proposed_at timestamptz NOT NULL,
        decided_at timestamptz,
        refusal_reason text,
        ended_on date,
        CHECK ((rhythm ->> 'kind' = 'ON_CALL') = (ceiling_units IS NOT NULL)),
        CHECK (rhythm ->> 'kind' <> 'ON_CALL' OR price_basis = 'PER_UNIT'),
        UNIQUE (desk_id, number)
      );
      CREATE INDEX standing_order_desk ON standing_order (desk_id, proposed_at DESC, id DESC);
      CREATE INDEX standing_order_buyer ON standing_order (buyer_id, proposed_at DESC, id DESC);
      COMMENT ON TABLE standing_order IS 'Work that comes again (年間契約), or that is called off (単価契約), as desk and buyer agreed.';
      COMMENT ON COLUMN standing_order.price_sen IS 'For one unit, one occurrence or one month, as price_basis says; with or without tax as the terms of the buyer say.';
      COMMENT ON COLUMN standing_order.ceiling_units IS '単価契約: all that may be called off.';

      CREATE TABLE standing_order_price (
        standing_order_id uuid PRIMARY KEY REFERENCES standing_order,
        desk_id uuid NOT NULL REFERENCES desk,
        facility_price_sen bigint NOT NULL CHECK (facility_price_sen >= 0)
      );
      COMMENT ON TABLE standing_order_price IS 'What facilities get for what the price is for, apart because the buyer is not to read it; no row: the usual after the fee.';

      CREATE TABLE standing_order_site (
        standing_order_id uuid NOT NULL REFERENCES standing_order,
        position integer NOT NULL,
        name text NOT NULL,
        quantity bigint NOT NULL CHECK (quantity > 0),
        PRIMARY KEY (standing_order_id, position)
      );
      COMMENT ON TABLE standing_order_site IS 'Where it comes, and how many units each time.';

      CREATE TABLE standing_order_member (
        standing_order_id uuid NOT NULL REFERENCES standing_order,
        facility_id uuid NOT NULL REFERENCES facility,
        desk_id uuid NOT NULL REFERENCES desk,
        position integer NOT NULL,
        units bigint NOT NULL CHECK (units >= 0),
        weight integer NOT NULL CHECK (weight BETWEEN 1 AND 100),
        PRIMARY KEY (standing_order_id, facility_id)
      );
      COMMENT ON TABLE standing_order_member IS 'The division, made once: units of each occurrence, or 0 and a turn.';

      CREATE TABLE occurrence (
        id uuid PRIMARY KEY,
        standing_order_id uuid NOT NULL REFERENCES standing_order,
        desk_id uuid NOT NULL REFERENCES desk,
        buyer_id uuid NOT NULL REFERENCES buyer,
        origin text NOT NULL CHECK (origin IN ('RHYTHM', 'ADDED', 'MOVED', 'CALL_OFF')),
        status text NOT NULL CHECK (status IN ('COMING', 'ORDERED', 'SKIPPED')),
        planned_on date NOT NULL,
        start_on date NOT NULL,
        due_on date NOT NULL CHECK (due_on >= start_on),
        visible_on date NOT NULL,
        site_position integer NOT NULL,
        site_name text NOT NULL,
        quantity bigint NOT NULL CHECK (quantity > 0),
        unit_price_sen bigint NOT NULL CHECK (unit_price_sen >= 0),
        work_order_id uuid UNIQUE REFERENCES work_order,
        skip_reason text,
        moved_from_id uuid REFERENCES occurrence,
        CHECK ((status = 'COMING') <= (work_order_id IS NULL)),
        CHECK ((status = 'ORDERED') <= (work_order_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX occurrence_of_rhythm ON occurrence (standing_order_id, planned_on, site_position) WHERE origin = 'RHYTHM';
      CREATE INDEX occurrence_dates ON occurrence (standing_order_id, due_on, id);
      CREATE INDEX occurrence_to_show ON occurrence (visible_on, id) WHERE status = 'COMING';
      CREATE INDEX occurrence_moved_from ON occurrence (moved_from_id) WHERE moved_from_id IS NOT NULL;
      COMMENT ON TABLE occurrence IS 'One date of a standing order at one site.';
      COMMENT ON COLUMN occurrence.planned_on IS 'What the rhythm says; due_on is what holidays and people made of it.';

      CREATE TABLE occurrence_price (
        occurrence_id uuid PRIMARY KEY REFERENCES occurrence,
        desk_id uuid NOT NULL REFERENCES desk,
        facility_unit_price_sen bigint NOT NULL CHECK (facility_unit_price_sen >= 0)
      );
      COMMENT ON TABLE occurrence_price IS 'What a facility gets for one unit of an occurrence, apart because the buyer is not to read it.';

      CREATE TABLE occurrence_share (
        id uuid PRIMARY KEY,
        occurrence_id uuid NOT NULL REFERENCES occurrence,
        standing_order_id uuid NOT NULL REFERENCES standing_order,
        desk_id uuid NOT NULL REFERENCES desk,
        facility_id uuid NOT NULL REFERENCES facility,
        status text NOT NULL CHECK (status IN ('PLANNED', 'OFFERED', 'AGREED', 'DECLINED', 'WITHDRAWN', 'PASSED_ON')),
        units bigint NOT NULL CHECK (units > 0),
        seconds_per_unit integer NOT NULL CHECK (seconds_per_unit > 0),
        offered_at timestamptz,
        answered_at timestamptz,
        reason text
      );
      CREATE INDEX occurrence_share_occurrence ON occurrence_share (occurrence_id);
      CREATE INDEX occurrence_share_standing_order ON occurrence_share (standing_order_id, facility_id);
      CREATE INDEX occurrence_share_facility ON occurrence_share (facility_id, status);
      CREATE UNIQUE INDEX occurrence_share_once ON occurrence_share (occurrence_id, facility_id)
        WHERE status IN ('PLANNED', 'OFFERED', 'AGREED');
      COMMENT ON TABLE occurrence_share IS 'What one facility is to do of one occurrence, until that is an order; then PASSED_ON.';

      ALTER TABLE step ADD COLUMN start_on date CHECK (start_on <= due_on);
      COMMENT ON COLUMN step.start_on IS 'Work on the spot: not before this day; null: any time until it is due.';

      ALTER TABLE capacity_promise DROP CONSTRAINT capacity_promise_assignment_id_fkey;
      ALTER TABLE capacity_promise
        ADD COLUMN occurrence_share_id uuid REFERENCES occurrence_share,
        ADD CHECK (occurrence_share_id IS NULL OR (occurrence_share_id = assignment_id AND NOT is_rework)),
        ADD COLUMN of_assignment uuid GENERATED ALWAYS AS
          (CASE WHEN occurrence_share_id IS NULL THEN assignment_id END) STORED REFERENCES assignment;
      CREATE UNIQUE INDEX capacity_promise_share ON capacity_promise (occurrence_share_id) WHERE occurrence_share_id IS NOT NULL;
      COMMENT ON COLUMN capacity_promise.occurrence_share_id IS 'Work that comes again and is no order yet; null: of the assignment.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
