import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work in steps. Every line has one at least; what was split, offered and priced before belongs to that one. */
const STEPS = `
  CREATE TABLE step (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order ON DELETE CASCADE,
    work_order_line_id uuid NOT NULL REFERENCES work_order_line ON DELETE CASCADE,
    position integer NOT NULL CHECK (position > 0),
    work_type_code text NOT NULL REFERENCES work_type,
    specification text NOT NULL DEFAULT '',
    due_on date NOT NULL,
    hand_over_to text NOT NULL DEFAULT '',
    hand_over_place text NOT NULL DEFAULT '',
    UNIQUE (work_order_line_id, position)
  );
  CREATE INDEX step_order ON step (work_order_id);
  COMMENT ON COLUMN step.due_on IS 'When its units must be ready for the next step; of the last step: the date of the buyer.';
  INSERT INTO step (id, desk_id, work_order_id, work_order_line_id, position, work_type_code, due_on)
    SELECT gen_random_uuid(), work_order.desk_id, line.work_order_id, line.id, 1, line.work_type_code, line.due_on
    FROM work_order_line line JOIN work_order ON work_order.id = line.work_order_id;

  CREATE TABLE quote_step (
    quote_id uuid NOT NULL REFERENCES quote ON DELETE CASCADE,
    step_id uuid NOT NULL REFERENCES step ON DELETE CASCADE,
    work_order_line_id uuid NOT NULL REFERENCES work_order_line ON DELETE CASCADE,
    facility_unit_price_sen bigint NOT NULL CHECK (facility_unit_price_sen >= 0),
    PRIMARY KEY (quote_id, step_id)
  );
  ALTER TABLE quote ADD COLUMN refusal_reason text;
  INSERT INTO quote_step (quote_id, step_id, work_order_line_id, facility_unit_price_sen)
    SELECT quote_line.quote_id, step.id, step.work_order_line_id, quote_line.facility_unit_price_sen
    FROM quote_line JOIN step USING (work_order_line_id);
  COMMENT ON COLUMN quote_line.facility_unit_price_sen IS 'What facilities get for one unit, all steps together; the rest is the fee of the desk.';

  ALTER TABLE allocation ADD COLUMN step_id uuid REFERENCES step;
  UPDATE allocation SET step_id = step.id FROM step WHERE step.work_order_line_id = allocation.work_order_line_id;
  ALTER TABLE allocation ALTER COLUMN step_id SET NOT NULL;
  ALTER TABLE allocation DROP CONSTRAINT allocation_work_order_line_id_version_key;
  ALTER TABLE allocation ADD UNIQUE (step_id, version);
  CREATE INDEX allocation_line ON allocation (work_order_line_id);

  ALTER TABLE assignment ADD COLUMN step_id uuid REFERENCES step;
  UPDATE assignment SET step_id = step.id FROM step WHERE step.work_order_line_id = assignment.work_order_line_id;
  ALTER TABLE assignment ALTER COLUMN step_id SET NOT NULL;
  CREATE INDEX assignment_step ON assignment (step_id);
`;

/** The end of an order that was placed. */
const CANCELLATIONS = `
  ALTER TABLE work_order ADD COLUMN cancelled_at timestamptz;
  CREATE TABLE cancellation (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    buyer_id uuid NOT NULL REFERENCES buyer,
    status text NOT NULL,
    is_requested_by_buyer boolean NOT NULL,
    reason text NOT NULL,
    requested_at timestamptz NOT NULL,
    decided_at timestamptz,
    refusal_reason text,
    finished_at timestamptz
  );
  CREATE INDEX cancellation_order ON cancellation (work_order_id);
  CREATE UNIQUE INDEX cancellation_open ON cancellation (work_order_id) WHERE status IN ('REQUESTED', 'GRANTED');
`;

/** What is changed about an order after it was placed, and what facilities are asked because of it. */
const AMENDMENTS = `
  CREATE TABLE amendment (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    buyer_id uuid NOT NULL REFERENCES buyer,
    status text NOT NULL,
    reason text NOT NULL,
    proposed_by uuid NOT NULL REFERENCES account,
    proposed_at timestamptz NOT NULL,
    decided_at timestamptz,
    refusal_reason text,
    quote_id uuid REFERENCES quote
  );
  CREATE INDEX amendment_order ON amendment (work_order_id);
  CREATE UNIQUE INDEX amendment_open ON amendment (work_order_id) WHERE status = 'PROPOSED';
  CREATE TABLE amendment_line (
    amendment_id uuid NOT NULL REFERENCES amendment ON DELETE CASCADE,
    work_order_line_id uuid NOT NULL REFERENCES work_order_line,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    quantity bigint CHECK (quantity > 0),
    due_on date,
    specification text,
    previous_quantity bigint NOT NULL,
    previous_due_on date NOT NULL,
    previous_specification text NOT NULL,
    PRIMARY KEY (amendment_id, work_order_line_id)
  );
  CREATE TABLE share_change (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    assignment_id uuid NOT NULL REFERENCES assignment,
    facility_id uuid NOT NULL REFERENCES facility,
    amendment_id uuid REFERENCES amendment,
    status text NOT NULL,
    units bigint CHECK (units >= 0),
    due_on date,
    reason text NOT NULL,
    proposed_at timestamptz NOT NULL,
    answered_at timestamptz,
    answer_reason text,
    CHECK (units IS NOT NULL OR due_on IS NOT NULL)
  );
  CREATE INDEX share_change_assignment ON share_change (assignment_id);
  CREATE UNIQUE INDEX share_change_open ON share_change (assignment_id) WHERE status = 'PROPOSED';
`;

/** Files people add, and what the sides of an order ask each other. */
const FILES_AND_QUESTIONS = `
  CREATE TABLE attachment (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    buyer_id uuid NOT NULL REFERENCES buyer,
    facility_id uuid REFERENCES facility,
    subject_type text NOT NULL CHECK (subject_type IN ('WORK_ORDER', 'DELIVERY', 'INSPECTION', 'QUESTION')),
    subject_id uuid NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    byte_size integer NOT NULL CHECK (byte_size > 0),
    content_hash text NOT NULL,
    storage_key text NOT NULL UNIQUE,
    is_for_buyer boolean NOT NULL,
    is_for_facilities boolean NOT NULL,
    uploaded_by uuid NOT NULL REFERENCES account,
    uploaded_for uuid NOT NULL,
    uploaded_at timestamptz NOT NULL,
    stored_at timestamptz,
    removed_at timestamptz,
    erased_at timestamptz
  );
  CREATE INDEX attachment_subject ON attachment (subject_type, subject_id);
  CREATE INDEX attachment_order ON attachment (work_order_id);
  CREATE INDEX attachment_to_erase ON attachment (uploaded_at)
    WHERE erased_at IS NULL AND (removed_at IS NOT NULL OR stored_at IS NULL);
  COMMENT ON COLUMN attachment.uploaded_for IS 'The organisation the person acted for: a buyer, a desk or a facility.';

  CREATE TABLE question (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    buyer_id uuid NOT NULL REFERENCES buyer,
    asked_by text NOT NULL CHECK (asked_by IN ('BUYER', 'DESK', 'FACILITY')),
    asked_of text NOT NULL CHECK (asked_of IN ('BUYER', 'DESK', 'FACILITY')),
    assignment_id uuid REFERENCES assignment,
    facility_id uuid REFERENCES facility,
    passed_on_from_id uuid REFERENCES question,
    status text NOT NULL,
    body text NOT NULL,
    asked_by_account uuid NOT NULL REFERENCES account,
    asked_at timestamptz NOT NULL,
    answer text,
    answered_by_account uuid REFERENCES account,
    answered_at timestamptz,
    is_for_all_facilities boolean NOT NULL DEFAULT false,
    CHECK ((asked_by = 'DESK') <> (asked_of = 'DESK')),
    CHECK ((facility_id IS NOT NULL) = ('FACILITY' IN (asked_by, asked_of)))
  );
  CREATE INDEX question_order ON question (work_order_id);
  CREATE INDEX question_assignment ON question (assignment_id);
`;

/** Facilities that work together: who leads, and what they are supplied with. */
const TOGETHER = `
  ALTER TABLE work_order ADD COLUMN lead_facility_id uuid REFERENCES facility;
  CREATE TABLE material (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    assignment_id uuid NOT NULL REFERENCES assignment,
    facility_id uuid NOT NULL REFERENCES facility,
    name text NOT NULL,
    unit text NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX material_assignment ON material (assignment_id);
  CREATE TABLE material_movement (
    id uuid PRIMARY KEY,
    material_id uuid NOT NULL REFERENCES material,
    desk_id uuid NOT NULL REFERENCES desk,
    facility_id uuid NOT NULL REFERENCES facility,
    kind text NOT NULL CHECK (kind IN ('SENT', 'RECEIVED', 'USED', 'RETURNED', 'RETURN_RECEIVED')),
    quantity bigint NOT NULL CHECK (quantity > 0),
    note text NOT NULL DEFAULT '',
    recorded_at timestamptz NOT NULL
  );
  CREATE INDEX material_movement_material ON material_movement (material_id);
`;

export class OrderLife0007 implements MigrationInterface {
  readonly name = 'OrderLife1790000000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(STEPS);
    await db.query(CANCELLATIONS);
    await db.query(AMENDMENTS);
    await db.query(FILES_AND_QUESTIONS);
    await db.query(TOGETHER);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
