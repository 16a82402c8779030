import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts that are followed to the last yen: milestones, timeline, terms, fees, settlement, payments, invoices. */
export class Money0009 implements MigrationInterface {
  readonly name = 'Money1790000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CONTRACTS);
    await db.query(TERMS);
    await db.query(SETTLEMENT);
    await db.query(INVOICES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

const CONTRACTS = `
  ALTER TABLE contract
    ADD COLUMN issued_at timestamptz,
    ADD COLUMN negotiating_at timestamptz,
    ADD COLUMN settled_at timestamptz,
    ADD COLUMN ended_at timestamptz,
    ADD COLUMN fee_yen bigint CHECK (fee_yen >= 0);
  COMMENT ON COLUMN contract.fee_yen IS 'REFERRAL: the fee buyer and desk agreed on, without tax; NULL: none.';
  UPDATE contract SET issued_at = coalesce(concluded_at, created_at) WHERE type <> 'REFERRAL';
  CREATE INDEX contract_buyer ON contract (buyer_id) WHERE buyer_id IS NOT NULL;
  CREATE INDEX contract_facility ON contract (facility_id) WHERE facility_id IS NOT NULL;

  CREATE TABLE contract_milestone (
    contract_id uuid NOT NULL REFERENCES contract,
    kind text NOT NULL CHECK (kind IN
      ('PAPER_RETURN', 'DELIVERY', 'ACCEPTANCE', 'INVOICE', 'PAYMENT', 'OUTCOME_REPORT')),
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    buyer_id uuid REFERENCES buyer,
    facility_id uuid REFERENCES facility,
    due_on date NOT NULL,
    status text NOT NULL CHECK (status IN ('OPEN', 'REACHED', 'DROPPED')),
    reached_on date,
    notices integer NOT NULL DEFAULT 0 CHECK (notices BETWEEN 0 AND 3),
    notice_on date,
    PRIMARY KEY (contract_id, kind),
    CHECK ((status = 'REACHED') = (reached_on IS NOT NULL)),
    CHECK (status = 'OPEN' OR notice_on IS NULL)
  );
  CREATE INDEX contract_milestone_notice ON contract_milestone (notice_on) WHERE notice_on IS NOT NULL;
  CREATE INDEX contract_milestone_desk ON contract_milestone (desk_id, due_on) WHERE status = 'OPEN';
  CREATE INDEX contract_milestone_order ON contract_milestone (work_order_id);
  COMMENT ON COLUMN contract_milestone.notices IS 'How many of the three (before, on the day, after it) have been dealt with.';

  CREATE TABLE timeline_entry (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    contract_id uuid NOT NULL REFERENCES contract,
    work_order_id uuid NOT NULL REFERENCES work_order,
    buyer_id uuid REFERENCES buyer,
    facility_id uuid REFERENCES facility,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    milestone text,
    on_date date,
    amount_yen bigint,
    note text NOT NULL DEFAULT ''
  );
  CREATE INDEX timeline_entry_contract ON timeline_entry (contract_id, at, id);
  CREATE TRIGGER timeline_entry_is_final BEFORE UPDATE OR DELETE ON timeline_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  COMMENT ON TABLE timeline_entry IS 'What happened to a contract: each step, reminder, invoice and payment, in its order.';

  CREATE TABLE paper_number (
    desk_id uuid NOT NULL REFERENCES desk,
    issuer_id uuid NOT NULL,
    paper_kind text NOT NULL,
    fiscal_year integer NOT NULL,
    last_number integer NOT NULL CHECK (last_number > 0),
    PRIMARY KEY (desk_id, issuer_id, paper_kind, fiscal_year)
  );
  COMMENT ON TABLE paper_number IS 'The last number given; its row is locked until the paper is there or not, so there are no gaps.';
`;

const TERMS = `
  ALTER TABLE quote ADD COLUMN pricing text NOT NULL DEFAULT 'TAX_EXCLUSIVE'
    CHECK (pricing IN ('TAX_EXCLUSIVE', 'TAX_INCLUSIVE'));
  COMMENT ON COLUMN quote.pricing IS 'Whether the prices of its lines include the tax.';

  CREATE TABLE fee_rule (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    contract_type text NOT NULL CHECK (contract_type IN ('DESK_CONTRACT', 'BROKERED', 'REFERRAL')),
    buyer_kind text CHECK (buyer_kind IN ('COMPANY', 'GOVERNMENT')),
    basis text NOT NULL CHECK (basis IN ('PERCENT', 'PER_PIECE', 'FIXED')),
    rate_permille integer CHECK (rate_permille BETWEEN 0 AND 1000),
    per_piece_sen bigint CHECK (per_piece_sen >= 0),
    fixed_yen bigint CHECK (fixed_yen >= 0),
    payer text NOT NULL CHECK (payer IN ('BUYER', 'FACILITY')),
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to >= valid_from),
    created_at timestamptz NOT NULL,
    CHECK ((basis = 'PERCENT') = (rate_permille IS NOT NULL)),
    CHECK ((basis = 'PER_PIECE') = (per_piece_sen IS NOT NULL)),
    CHECK ((basis = 'FIXED') = (fixed_yen IS NOT NULL))
  );
  CREATE INDEX fee_rule_desk ON fee_rule (desk_id, contract_type, valid_from);

  CREATE TABLE desk_terms (
    desk_id uuid PRIMARY KEY REFERENCES desk,
    capital_yen bigint CHECK (capital_yen >= 0),
    employee_count integer CHECK (employee_count >= 0),
    subcontract_exemption text,
    receipt_place text NOT NULL,
    inspection_days integer NOT NULL CHECK (inspection_days BETWEEN 0 AND 30),
    closing_day integer NOT NULL CHECK (closing_day BETWEEN 1 AND 31),
    payment_months integer NOT NULL CHECK (payment_months BETWEEN 0 AND 2),
    payment_day integer NOT NULL CHECK (payment_day BETWEEN 1 AND 31),
    payment_method text NOT NULL,
    non_cash text,
    paper_return_days integer NOT NULL CHECK (paper_return_days BETWEEN 1 AND 60)
  );
  COMMENT ON COLUMN desk_terms.subcontract_exemption IS 'Why the desk holds that the subcontract law does not apply to it; NULL: it applies.';

  CREATE TABLE buyer_terms (
    desk_id uuid NOT NULL REFERENCES desk,
    buyer_id uuid NOT NULL REFERENCES buyer,
    billing text NOT NULL CHECK (billing IN ('PER_ORDER', 'MONTHLY')),
    pricing text NOT NULL CHECK (pricing IN ('TAX_EXCLUSIVE', 'TAX_INCLUSIVE')),
    closing_day integer NOT NULL CHECK (closing_day BETWEEN 1 AND 31),
    payment_months integer NOT NULL CHECK (payment_months BETWEEN 0 AND 6),
    payment_day integer NOT NULL CHECK (payment_day BETWEEN 1 AND 31),
    acceptance_days integer NOT NULL CHECK (acceptance_days BETWEEN 1 AND 60),
    needs_signed_paper boolean NOT NULL,
    PRIMARY KEY (desk_id, buyer_id)
  );

  CREATE TABLE invoice_issuer (
    desk_id uuid NOT NULL REFERENCES desk,
    issuer_id uuid NOT NULL,
    facility_id uuid REFERENCES facility,
    registration_number text CHECK (registration_number ~ '^T[0-9]{13}$'),
    holder text NOT NULL CHECK (holder IN ('CORPORATION', 'OTHER')),
    tax_rounding text NOT NULL CHECK (tax_rounding IN ('DOWN', 'NEAREST', 'UP')),
    PRIMARY KEY (desk_id, issuer_id),
    CHECK (facility_id IS NULL AND issuer_id = desk_id OR facility_id = issuer_id)
  );
  COMMENT ON TABLE invoice_issuer IS 'Who sends invoices at a desk: the desk itself, and its facilities.';

  CREATE TABLE order_terms (
    work_order_id uuid PRIMARY KEY REFERENCES work_order,
    desk_id uuid NOT NULL REFERENCES desk,
    buyer_id uuid NOT NULL REFERENCES buyer,
    fee_rule_id uuid REFERENCES fee_rule,
    fee_basis text NOT NULL CHECK (fee_basis IN ('PERCENT', 'PER_PIECE', 'FIXED')),
    fee_value bigint NOT NULL CHECK (fee_value >= 0),
    fee_payer text NOT NULL CHECK (fee_payer IN ('BUYER', 'FACILITY')),
    pricing text NOT NULL CHECK (pricing IN ('TAX_EXCLUSIVE', 'TAX_INCLUSIVE')),
    closing_day integer NOT NULL,
    payment_months integer NOT NULL,
    payment_day integer NOT NULL,
    acceptance_days integer NOT NULL,
    needs_signed_paper boolean NOT NULL,
    is_government boolean NOT NULL
  );
  CREATE TRIGGER order_terms_are_final BEFORE UPDATE OR DELETE ON order_terms
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  COMMENT ON TABLE order_terms IS 'Fee and terms as they were on the day of the order; fee_value in thousandths, sen or yen, as fee_basis says.';

  INSERT INTO order_terms
    SELECT work_order.id, work_order.desk_id, buyer.id, NULL, 'PERCENT',
      CASE WHEN work_order.contract_type = 'DESK_CONTRACT' THEN desk.fee_rate_permille ELSE 0 END,
      CASE WHEN work_order.contract_type = 'DESK_CONTRACT' THEN 'BUYER' ELSE 'FACILITY' END,
      'TAX_EXCLUSIVE', 31, 1, 31, 10, false, buyer.kind = 'GOVERNMENT'
    FROM work_order JOIN desk ON desk.id = work_order.desk_id JOIN buyer ON buyer.id = work_order.buyer_id
    WHERE work_order.ordered_at IS NOT NULL;

  CREATE TABLE undecided_item (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    item text NOT NULL,
    reason text NOT NULL,
    decide_on date NOT NULL,
    decided_at timestamptz,
    decision text
  );
  CREATE INDEX undecided_item_order ON undecided_item (work_order_id);
  CREATE UNIQUE INDEX undecided_item_open ON undecided_item (work_order_id, item) WHERE decided_at IS NULL;
`;

const SETTLEMENT = `
  CREATE TABLE settlement_line (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    contract_id uuid NOT NULL REFERENCES contract,
    buyer_id uuid REFERENCES buyer,
    facility_id uuid REFERENCES facility,
    kind text NOT NULL CHECK (kind IN ('WORK', 'FEE')),
    source_key text NOT NULL,
    payer text NOT NULL CHECK (payer IN ('BUYER', 'DESK', 'FACILITY')),
    payee text NOT NULL CHECK (payee IN ('DESK', 'FACILITY')),
    payer_id uuid NOT NULL,
    payee_id uuid NOT NULL,
    description text NOT NULL,
    units bigint NOT NULL,
    unit text NOT NULL,
    unit_price_sen bigint,
    pricing text NOT NULL CHECK (pricing IN ('TAX_EXCLUSIVE', 'TAX_INCLUSIVE')),
    tax_percent integer NOT NULL,
    is_reduced_rate boolean NOT NULL,
    net_yen bigint NOT NULL,
    tax_yen bigint NOT NULL,
    gross_yen bigint NOT NULL CHECK (gross_yen = net_yen + tax_yen),
    traded_on date NOT NULL,
    received_on date,
    due_on date NOT NULL,
    reverses_id uuid UNIQUE REFERENCES settlement_line,
    booked_at timestamptz NOT NULL,
    CHECK (payer_id <> payee_id)
  );
  CREATE INDEX settlement_line_order ON settlement_line (work_order_id);
  CREATE INDEX settlement_line_contract ON settlement_line (contract_id);
  CREATE INDEX settlement_line_payer ON settlement_line (desk_id, payer_id, due_on);
  CREATE INDEX settlement_line_payee ON settlement_line (desk_id, payee_id, due_on);
  CREATE TRIGGER settlement_line_is_final BEFORE UPDATE OR DELETE ON settlement_line
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  COMMENT ON TABLE settlement_line IS 'Who owes whom what. Never changed: a correction is a line that reverses the old one, and a new one.';
  COMMENT ON COLUMN settlement_line.source_key IS 'What it was computed from; at most one line of a contract and key is not reversed.';
  COMMENT ON COLUMN settlement_line.received_on IS 'When the desk received the work: from there the sixty days of the subcontract law run.';

  CREATE TABLE payment (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    buyer_id uuid REFERENCES buyer,
    facility_id uuid REFERENCES facility,
    payer text NOT NULL CHECK (payer IN ('BUYER', 'DESK', 'FACILITY')),
    payee text NOT NULL CHECK (payee IN ('DESK', 'FACILITY')),
    payer_id uuid NOT NULL,
    payee_id uuid NOT NULL,
    amount_yen bigint NOT NULL CHECK (amount_yen <> 0),
    paid_on date NOT NULL,
    invoice_id uuid,
    note text NOT NULL DEFAULT '',
    reverses_id uuid UNIQUE REFERENCES payment,
    recorded_at timestamptz NOT NULL,
    CHECK ((amount_yen < 0) = (reverses_id IS NOT NULL))
  );
  CREATE INDEX payment_desk ON payment (desk_id, paid_on);
  CREATE TRIGGER payment_is_final BEFORE UPDATE OR DELETE ON payment
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TABLE payment_part (
    payment_id uuid NOT NULL REFERENCES payment,
    contract_id uuid NOT NULL REFERENCES contract,
    is_fee boolean NOT NULL,
    desk_id uuid NOT NULL REFERENCES desk,
    work_order_id uuid NOT NULL REFERENCES work_order,
    buyer_id uuid REFERENCES buyer,
    facility_id uuid REFERENCES facility,
    amount_yen bigint NOT NULL CHECK (amount_yen <> 0),
    PRIMARY KEY (payment_id, contract_id, is_fee)
  );
  CREATE INDEX payment_part_contract ON payment_part (contract_id);
  CREATE INDEX payment_part_order ON payment_part (work_order_id);
  CREATE TRIGGER payment_part_is_final BEFORE UPDATE OR DELETE ON payment_part
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  COMMENT ON COLUMN payment_part.is_fee IS 'Whether it pays the fee of the desk on the contract, or the work.';
`;

const INVOICES = `
  CREATE TABLE invoice (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    buyer_id uuid REFERENCES buyer,
    facility_id uuid REFERENCES facility,
    kind text NOT NULL CHECK (kind IN ('INVOICE', 'PAYMENT_NOTICE')),
    number text NOT NULL,
    issuer_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    payer text NOT NULL CHECK (payer IN ('BUYER', 'DESK', 'FACILITY')),
    payee text NOT NULL CHECK (payee IN ('DESK', 'FACILITY')),
    payer_id uuid NOT NULL,
    payee_id uuid NOT NULL,
    issued_on date NOT NULL,
    traded_from date NOT NULL,
    traded_to date NOT NULL,
    due_on date NOT NULL,
    pricing text NOT NULL CHECK (pricing IN ('TAX_EXCLUSIVE', 'TAX_INCLUSIVE')),
    tax_rounding text NOT NULL CHECK (tax_rounding IN ('DOWN', 'NEAREST', 'UP')),
    registration_number text,
    deduction_percent integer,
    by_rate jsonb NOT NULL,
    net_yen bigint NOT NULL,
    tax_yen bigint NOT NULL,
    gross_yen bigint NOT NULL CHECK (gross_yen = net_yen + tax_yen),
    corrects_id uuid UNIQUE REFERENCES invoice,
    correction_reason text NOT NULL DEFAULT '',
    issued_at timestamptz NOT NULL,
    UNIQUE (desk_id, issuer_id, kind, number),
    CHECK ((registration_number IS NULL) = (deduction_percent IS NOT NULL))
  );
  CREATE INDEX invoice_search ON invoice (desk_id, issued_on);
  CREATE INDEX invoice_buyer ON invoice (buyer_id, issued_on) WHERE buyer_id IS NOT NULL;
  CREATE INDEX invoice_facility ON invoice (facility_id, issued_on) WHERE facility_id IS NOT NULL;
  CREATE TRIGGER invoice_is_final BEFORE UPDATE OR DELETE ON invoice
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  ALTER TABLE payment ADD FOREIGN KEY (invoice_id) REFERENCES invoice;

  CREATE TABLE invoice_line (
    invoice_id uuid NOT NULL REFERENCES invoice,
    settlement_line_id uuid NOT NULL REFERENCES settlement_line,
    desk_id uuid NOT NULL REFERENCES desk,
    buyer_id uuid REFERENCES buyer,
    facility_id uuid REFERENCES facility,
    position integer NOT NULL,
    PRIMARY KEY (invoice_id, settlement_line_id)
  );
  CREATE INDEX invoice_line_settlement ON invoice_line (settlement_line_id);
  CREATE TRIGGER invoice_line_is_final BEFORE UPDATE OR DELETE ON invoice_line
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;
