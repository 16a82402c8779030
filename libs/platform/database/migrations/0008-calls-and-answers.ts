import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A question to many facilities, their answers, and what they ask in return. */
const CALLS = `
  CREATE TABLE call (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    work_order_line_id uuid NOT NULL REFERENCES work_order_line,
    step_id uuid REFERENCES step ON DELETE SET NULL,
    status text NOT NULL,
    title text NOT NULL,
    work_type_code text NOT NULL REFERENCES work_type,
    specification text NOT NULL,
    audience text NOT NULL CHECK (audience IN ('ALL_CAPABLE', 'CHOSEN')),
    quantity bigint NOT NULL CHECK (quantity > 0),
    due_on date NOT NULL,
    note text NOT NULL DEFAULT '',
    closes_at timestamptz NOT NULL,
    is_closed_when_enough boolean NOT NULL,
    remind_at timestamptz,
    reminded_at timestamptz,
    closed_at timestamptz,
    closing text CHECK (closing IN ('DEADLINE', 'ENOUGH', 'DESK')),
    cancel_reason text,
    allocation_id uuid REFERENCES allocation,
    created_by uuid NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX call_order ON call (work_order_id);
  CREATE INDEX call_desk ON call (desk_id, status, closes_at);
  CREATE INDEX call_closes_at ON call (closes_at) WHERE status = 'OPEN';
  COMMENT ON COLUMN call.step_id IS 'Null: the line was divided anew since, and the call was cancelled.';

  CREATE TABLE call_invitation (
    call_id uuid NOT NULL REFERENCES call,
    facility_id uuid NOT NULL REFERENCES facility,
    desk_id uuid NOT NULL REFERENCES desk,
    PRIMARY KEY (call_id, facility_id)
  );
  CREATE INDEX call_invitation_facility ON call_invitation (facility_id);

  CREATE TABLE call_response (
    id uuid PRIMARY KEY,
    call_id uuid NOT NULL,
    desk_id uuid NOT NULL REFERENCES desk,
    facility_id uuid NOT NULL,
    version integer NOT NULL,
    status text NOT NULL CHECK (status IN ('CAN', 'CANNOT', 'REPLACED', 'WITHDRAWN')),
    units bigint CHECK (units > 0),
    unit_price_sen bigint CHECK (unit_price_sen >= 0),
    earliest_finish_on date,
    remark text NOT NULL DEFAULT '',
    is_late boolean NOT NULL,
    answered_at timestamptz NOT NULL,
    FOREIGN KEY (call_id, facility_id) REFERENCES call_invitation,
    UNIQUE (call_id, facility_id, version),
    CHECK ((units IS NULL) = (unit_price_sen IS NULL) AND (units IS NULL) = (earliest_finish_on IS NULL)),
    CHECK (status <> 'CAN' OR units IS NOT NULL)
  );
  CREATE UNIQUE INDEX call_response_standing ON call_response (call_id, facility_id) WHERE status IN ('CAN', 'CANNOT');
  CREATE INDEX call_response_facility ON call_response (facility_id, answered_at);

  CREATE TABLE call_question (
    id uuid PRIMARY KEY,
    call_id uuid NOT NULL,
    desk_id uuid NOT NULL REFERENCES desk,
    facility_id uuid NOT NULL,
    question text NOT NULL,
    asked_at timestamptz NOT NULL,
    answer text,
    answered_at timestamptz,
    FOREIGN KEY (call_id, facility_id) REFERENCES call_invitation,
    CHECK ((answer IS NULL) = (answered_at IS NULL))
  );
  CREATE INDEX call_question_call ON call_question (call_id);
  COMMENT ON COLUMN call_question.facility_id IS 'Who asked: for the desk alone; all who were called read the question.';
`;

/** Links in mails with which an offer is answered without signing in. */
const ANSWER_LINKS = `
  CREATE TABLE answer_link (
    token_hash bytea PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    assignment_id uuid NOT NULL REFERENCES assignment,
    facility_id uuid NOT NULL REFERENCES facility,
    account_id uuid NOT NULL REFERENCES account,
    offered_units bigint NOT NULL,
    unit_price_sen bigint NOT NULL,
    due_on date NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX answer_link_assignment ON answer_link (assignment_id);
  CREATE INDEX answer_link_account ON answer_link (account_id);
  COMMENT ON TABLE answer_link IS 'One for each mail; only the SHA-256 of the token is kept. It stands for the terms the mail tells.';

  ALTER TABLE assignment
    ADD COLUMN proposed_due_on date,
    ADD COLUMN handed_back_units bigint NOT NULL DEFAULT 0 CHECK (handed_back_units >= 0),
    ADD COLUMN proposed_unit_price_sen bigint CHECK (proposed_unit_price_sen >= 0);
  COMMENT ON COLUMN assignment.proposed_due_on IS 'What the facility asks for in place of due_on; the desk confirms, offers again or withdraws.';

  CREATE TABLE hand_back (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    assignment_id uuid NOT NULL REFERENCES assignment,
    facility_id uuid NOT NULL REFERENCES facility,
    units bigint NOT NULL CHECK (units > 0),
    reason text NOT NULL,
    handed_back_at timestamptz NOT NULL
  );
  CREATE INDEX hand_back_assignment ON hand_back (assignment_id);
`;

/** What was found wrong with units, and their second way through the facility. */
const INSPECTIONS = `
  ALTER TABLE capacity_promise ADD COLUMN is_rework boolean NOT NULL DEFAULT false;
  ALTER TABLE capacity_promise DROP CONSTRAINT capacity_promise_pkey;
  ALTER TABLE capacity_promise ADD PRIMARY KEY (assignment_id, is_rework);
  COMMENT ON COLUMN capacity_promise.is_rework IS 'Units that were delivered and have to be made good: promised apart, with a date of their own.';

  CREATE TABLE inspection_defect (
    inspection_id uuid NOT NULL REFERENCES inspection,
    desk_id uuid NOT NULL REFERENCES desk,
    facility_id uuid NOT NULL REFERENCES facility,
    kind text NOT NULL CHECK (kind IN ('COUNT', 'MISSING', 'DIRT', 'DAMAGE', 'POSITION', 'SEAL', 'PRINT', 'SIZE', 'FOREIGN', 'OTHER')),
    units bigint NOT NULL CHECK (units > 0),
    note text NOT NULL DEFAULT '',
    PRIMARY KEY (inspection_id, kind)
  );
`;

/** The buyer's no to delivered work, its silence, and what is learnt of a pace in time. */
const ACCEPTANCE = `
  ALTER TABLE work_order ADD COLUMN delivered_at timestamptz;
  UPDATE work_order SET delivered_at = (
    SELECT max(inspection.inspected_at) FROM inspection
    JOIN delivery ON delivery.id = inspection.delivery_id
    JOIN assignment ON assignment.id = delivery.assignment_id
    WHERE assignment.work_order_id = work_order.id
  ) WHERE status IN ('DELIVERED', 'ACCEPTED', 'SETTLED', 'CLOSED');
  ALTER TABLE quote ADD COLUMN is_deemed_accepted boolean NOT NULL DEFAULT false;

  CREATE TABLE work_rejection (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    buyer_id uuid NOT NULL REFERENCES buyer,
    status text NOT NULL CHECK (status IN ('OPEN', 'ANSWERED')),
    reason text NOT NULL,
    rejected_at timestamptz NOT NULL,
    answer text,
    answered_at timestamptz,
    CHECK ((status = 'ANSWERED') = (answer IS NOT NULL) AND (answer IS NULL) = (answered_at IS NULL))
  );
  CREATE INDEX work_rejection_order ON work_rejection (work_order_id);
  CREATE UNIQUE INDEX work_rejection_open ON work_rejection (work_order_id) WHERE status = 'OPEN';
  CREATE TABLE work_rejection_line (
    rejection_id uuid NOT NULL REFERENCES work_rejection,
    work_order_line_id uuid NOT NULL REFERENCES work_order_line,
    desk_id uuid NOT NULL REFERENCES desk,
    units bigint NOT NULL CHECK (units > 0),
    to_redo text NOT NULL,
    PRIMARY KEY (rejection_id, work_order_line_id)
  );
  CREATE TABLE returned_work (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    rejection_id uuid NOT NULL REFERENCES work_rejection,
    work_order_id uuid NOT NULL REFERENCES work_order,
    assignment_id uuid NOT NULL REFERENCES assignment,
    facility_id uuid NOT NULL REFERENCES facility,
    units bigint NOT NULL CHECK (units > 0),
    to_redo text NOT NULL,
    rework_due_on date NOT NULL,
    returned_at timestamptz NOT NULL
  );
  CREATE INDEX returned_work_assignment ON returned_work (assignment_id);

  CREATE TABLE pace_check (
    assignment_id uuid NOT NULL REFERENCES assignment,
    stage text NOT NULL CHECK (stage IN ('BEFORE', 'DUE', 'AFTER')),
    due_on date NOT NULL,
    desk_id uuid NOT NULL REFERENCES desk,
    facility_id uuid NOT NULL REFERENCES facility,
    is_late boolean NOT NULL,
    forecast_on date,
    checked_at timestamptz NOT NULL,
    PRIMARY KEY (assignment_id, stage, due_on)
  );
  CREATE INDEX assignment_due_on ON assignment (due_on) WHERE status IN ('ACCEPTED', 'IN_PROGRESS');
`;

export class CallsAndAnswers0008 implements MigrationInterface {
  readonly name = 'CallsAndAnswers1790000000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CALLS);
    await db.query(ANSWER_LINKS);
    await db.query(INSPECTIONS);
    await db.query(ACCEPTANCE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
