import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A work order from the first draft to the contract, and what people are told about it. */
export class OrdersAndContracts0003 implements MigrationInterface {
  readonly name = 'OrdersAndContracts1790000000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE work_order (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        number text NOT NULL,
        buyer_id uuid NOT NULL REFERENCES buyer,
        department_id uuid REFERENCES department,
        title text NOT NULL,
        description text NOT NULL DEFAULT '',
        is_public_money boolean NOT NULL DEFAULT false,
        status text NOT NULL,
        contract_type text CHECK (contract_type IN ('DESK_CONTRACT', 'BROKERED', 'REFERRAL')),
        rejection_reason text,
        created_by uuid NOT NULL REFERENCES account,
        created_at timestamptz NOT NULL,
        submitted_at timestamptz,
        ordered_at timestamptz,
        accepted_at timestamptz,
        UNIQUE (desk_id, number)
      );
      CREATE INDEX work_order_buyer ON work_order (buyer_id, created_at);
      CREATE INDEX work_order_desk ON work_order (desk_id, status, created_at);
      CREATE TABLE work_order_number (
        desk_id uuid NOT NULL REFERENCES desk,
        fiscal_year integer NOT NULL,
        last_number integer NOT NULL,
        PRIMARY KEY (desk_id, fiscal_year)
      );

      CREATE TABLE work_order_line (
        id uuid PRIMARY KEY,
        work_order_id uuid NOT NULL REFERENCES work_order ON DELETE CASCADE,
        position integer NOT NULL,
        work_type_code text NOT NULL REFERENCES work_type,
        specification text NOT NULL DEFAULT '',
        quantity bigint NOT NULL CHECK (quantity > 0),
        lot_size integer NOT NULL DEFAULT 1 CHECK (lot_size > 0),
        due_on date NOT NULL,
        UNIQUE (work_order_id, position)
      );

      CREATE TABLE quote (
        id uuid PRIMARY KEY,
        work_order_id uuid NOT NULL REFERENCES work_order,
        version integer NOT NULL,
        contract_type text NOT NULL CHECK (contract_type IN ('DESK_CONTRACT', 'BROKERED', 'REFERRAL')),
        status text NOT NULL,
        amount_yen bigint NOT NULL CHECK (amount_yen >= 0),
        tax_yen bigint NOT NULL CHECK (tax_yen >= 0),
        terms text NOT NULL DEFAULT '',
        valid_until timestamptz NOT NULL,
        issued_at timestamptz NOT NULL,
        UNIQUE (work_order_id, version)
      );
      CREATE INDEX quote_valid_until ON quote (valid_until) WHERE status = 'ISSUED';
      CREATE TABLE quote_line (
        quote_id uuid NOT NULL REFERENCES quote ON DELETE CASCADE,
        work_order_line_id uuid NOT NULL REFERENCES work_order_line,
        unit_price_sen bigint NOT NULL CHECK (unit_price_sen >= 0),
        facility_unit_price_sen bigint NOT NULL CHECK (facility_unit_price_sen >= 0),
        amount_yen bigint NOT NULL,
        PRIMARY KEY (quote_id, work_order_line_id)
      );
      CREATE TABLE quote_candidate (
        quote_id uuid NOT NULL REFERENCES quote ON DELETE CASCADE,
        facility_id uuid NOT NULL REFERENCES facility,
        PRIMARY KEY (quote_id, facility_id)
      );
      COMMENT ON COLUMN quote_line.facility_unit_price_sen IS 'What a facility gets for one unit; the rest is the fee of the desk.';
      COMMENT ON TABLE quote_candidate IS 'REFERRAL only: the facilities the desk proposes; the buyer chooses among them.';

      CREATE TABLE allocation (
        id uuid PRIMARY KEY,
        work_order_line_id uuid NOT NULL REFERENCES work_order_line,
        version integer NOT NULL,
        status text NOT NULL,
        quantity bigint NOT NULL,
        placed bigint NOT NULL,
        unplaced bigint NOT NULL,
        engine_version text NOT NULL,
        snapshot jsonb NOT NULL,
        snapshot_hash text NOT NULL,
        result jsonb NOT NULL,
        planned_by uuid NOT NULL REFERENCES account,
        planned_at timestamptz NOT NULL,
        UNIQUE (work_order_line_id, version)
      );
      CREATE TABLE allocation_share (
        allocation_id uuid NOT NULL REFERENCES allocation ON DELETE CASCADE,
        facility_id uuid NOT NULL REFERENCES facility,
        units bigint NOT NULL CHECK (units >= 0),
        pinned_units bigint NOT NULL DEFAULT 0 CHECK (pinned_units >= 0),
        reason_code text NOT NULL,
        reason_ja text NOT NULL,
        reason_en text NOT NULL,
        facts jsonb NOT NULL,
        PRIMARY KEY (allocation_id, facility_id)
      );

      CREATE TABLE assignment (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        work_order_id uuid NOT NULL REFERENCES work_order,
        work_order_line_id uuid NOT NULL REFERENCES work_order_line,
        allocation_id uuid NOT NULL REFERENCES allocation,
        facility_id uuid NOT NULL REFERENCES facility,
        status text NOT NULL,
        offered_units bigint NOT NULL CHECK (offered_units > 0),
        accepted_units bigint CHECK (accepted_units > 0),
        reduced_units bigint NOT NULL DEFAULT 0 CHECK (reduced_units >= 0),
        unit_price_sen bigint NOT NULL CHECK (unit_price_sen >= 0),
        seconds_per_unit integer NOT NULL CHECK (seconds_per_unit > 0),
        due_on date NOT NULL,
        answer_by timestamptz,
        remind_at timestamptz,
        reminded_at timestamptz,
        answered_at timestamptz,
        answer_reason text,
        done_units bigint NOT NULL DEFAULT 0 CHECK (done_units >= 0),
        created_at timestamptz NOT NULL,
        CHECK (accepted_units <= offered_units),
        CHECK (reduced_units <= coalesce(accepted_units, 0))
      );
      CREATE INDEX assignment_order ON assignment (work_order_id);
      CREATE INDEX assignment_facility ON assignment (facility_id, status);
      CREATE INDEX assignment_desk ON assignment (desk_id, status);
      CREATE INDEX assignment_answer_by ON assignment (answer_by) WHERE status = 'OFFERED';
      ALTER TABLE capacity_promise ADD FOREIGN KEY (assignment_id) REFERENCES assignment;

      CREATE TABLE progress_report (
        id uuid PRIMARY KEY,
        assignment_id uuid NOT NULL REFERENCES assignment,
        done_units bigint NOT NULL CHECK (done_units >= 0),
        note text NOT NULL DEFAULT '',
        reported_at timestamptz NOT NULL
      );
      CREATE INDEX progress_report_assignment ON progress_report (assignment_id, reported_at);

      CREATE TABLE delivery (
        id uuid PRIMARY KEY,
        assignment_id uuid NOT NULL REFERENCES assignment,
        units bigint NOT NULL CHECK (units > 0),
        note text NOT NULL DEFAULT '',
        delivered_at timestamptz NOT NULL
      );
      CREATE INDEX delivery_assignment ON delivery (assignment_id);
      CREATE TABLE inspection (
        id uuid PRIMARY KEY,
        delivery_id uuid NOT NULL UNIQUE REFERENCES delivery,
        accepted_units bigint NOT NULL CHECK (accepted_units >= 0),
        defect_units bigint NOT NULL CHECK (defect_units >= 0),
        defect_handling text CHECK (defect_handling IN ('REWORK', 'REDUCE')),
        rework_due_on date,
        note text NOT NULL DEFAULT '',
        inspected_at timestamptz NOT NULL,
        CHECK ((defect_units > 0) = (defect_handling IS NOT NULL)),
        CHECK ((defect_handling IS NOT DISTINCT FROM 'REWORK') = (rework_due_on IS NOT NULL))
      );

      CREATE TABLE contract (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        work_order_id uuid NOT NULL REFERENCES work_order,
        type text NOT NULL CHECK (type IN ('DESK_CONTRACT', 'BROKERED', 'REFERRAL')),
        side text NOT NULL CHECK (side IN ('BUYER_DESK', 'DESK_FACILITY', 'BUYER_FACILITY')),
        buyer_id uuid REFERENCES buyer,
        facility_id uuid REFERENCES facility,
        assignment_id uuid UNIQUE REFERENCES assignment,
        status text NOT NULL,
        amount_yen bigint CHECK (amount_yen >= 0),
        fulfilled_yen bigint CHECK (fulfilled_yen >= 0),
        outcome_reason text,
        reminded_at timestamptz,
        created_at timestamptz NOT NULL,
        concluded_at timestamptz,
        fulfilled_at timestamptz
      );
      CREATE INDEX contract_order ON contract (work_order_id);
      CREATE UNIQUE INDEX contract_with_buyer ON contract (work_order_id) WHERE side = 'BUYER_DESK';

      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES account,
        organisation_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel IN ('MAIL', 'IN_APP')),
        kind text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        link text NOT NULL,
        status text NOT NULL CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'DROPPED', 'FAILED', 'UNREAD', 'READ')),
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        read_at timestamptz,
        UNIQUE (event_id, account_id, channel)
      );
      CREATE INDEX notification_account ON notification (account_id, organisation_id, channel, created_at);
      COMMENT ON COLUMN notification.event_id IS 'Why it was written. No foreign key: events are cleaned up, what people were told stays.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
