import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers as they were issued, and what organisations state about themselves on them. */
export class Papers0010 implements MigrationInterface {
  readonly name = 'Papers1790000000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(PROFILES);
    await db.query(PAPERS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/*
 * Rights under row-level security: an organisation reads and writes its own row; like `facility` it belongs to no desk,
 * as one organisation deals with several. The worker, which writes papers, reads all.
 */
const PROFILES = `
  CREATE TABLE business_profile (
    organisation_id uuid PRIMARY KEY,
    organisation_kind text NOT NULL CHECK (organisation_kind IN ('BUYER', 'DESK', 'FACILITY')),
    operator_name text,
    representative text,
    postal_code text CHECK (postal_code ~ '^[0-9]{3}-[0-9]{4}$'),
    address text,
    phone text,
    email text,
    bank_name text,
    branch_name text,
    account_type text CHECK (account_type IN ('ORDINARY', 'CURRENT')),
    account_number text CHECK (account_number ~ '^[0-9]{1,8}$'),
    account_holder_kana text,
    changed_at timestamptz NOT NULL,
    CHECK (num_nonnulls(bank_name, branch_name, account_type, account_number, account_holder_kana) IN (0, 5))
  );
  COMMENT ON TABLE business_profile IS 'What an organisation states about itself on its papers: address, who signs, where to pay.';
`;

const PAPERS = `
  CREATE TABLE paper (
    id uuid PRIMARY KEY,
    desk_id uuid NOT NULL REFERENCES desk,
    kind text NOT NULL CHECK (kind IN ('QUOTE', 'PURCHASE_ORDER', 'ORDER_ACKNOWLEDGEMENT', 'CONTRACT', 'REFERRAL_LETTER',
      'ALLOCATION_NOTICE', 'DELIVERY_NOTE', 'ACCEPTANCE_NOTE', 'INVOICE', 'PAYMENT_NOTICE')),
    number text NOT NULL,
    issuer_kind text NOT NULL CHECK (issuer_kind IN ('BUYER', 'DESK', 'FACILITY')),
    issuer_id uuid NOT NULL,
    recipient_kind text NOT NULL CHECK (recipient_kind IN ('BUYER', 'DESK', 'FACILITY')),
    recipient_id uuid NOT NULL,
    buyer_id uuid REFERENCES buyer,
    facility_id uuid REFERENCES facility,
    work_order_id uuid REFERENCES work_order,
    source_key text NOT NULL,
    replaces_id uuid UNIQUE REFERENCES paper,
    data jsonb NOT NULL,
    issued_on date NOT NULL,
    issued_at timestamptz NOT NULL,
    amount_yen bigint,
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    storage_key text,
    size_bytes integer,
    rendered_at timestamptz,
    UNIQUE (desk_id, issuer_id, kind, number),
    UNIQUE (desk_id, source_key),
    CHECK (issuer_id <> recipient_id),
    CHECK ((buyer_id IS NOT NULL) = ('BUYER' IN (issuer_kind, recipient_kind))),
    CHECK ((facility_id IS NOT NULL) = ('FACILITY' IN (issuer_kind, recipient_kind))),
    CHECK (num_nonnulls(sha256, storage_key, size_bytes, rendered_at) IN (0, 4))
  );
  CREATE INDEX paper_desk ON paper (desk_id, issued_at, id);
  CREATE INDEX paper_buyer ON paper (buyer_id, issued_at, id) WHERE buyer_id IS NOT NULL;
  CREATE INDEX paper_facility ON paper (facility_id, issued_at, id) WHERE facility_id IS NOT NULL;
  CREATE INDEX paper_order ON paper (work_order_id);
  COMMENT ON TABLE paper IS 'Issued once and never changed; a correction is a new paper that names the old one (replaces_id).';
  COMMENT ON COLUMN paper.source_key IS 'What it was issued for: whoever comes a second time for the same finds it there.';
  COMMENT ON COLUMN paper.buyer_id IS 'The buyer, if it sends or gets the paper: who may see it besides the desk. So is facility_id.';

  CREATE FUNCTION keep_paper() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      -- The file is made after the paper was issued, once; nothing else ever changes.
      IF TG_OP = 'UPDATE' AND OLD.rendered_at IS NULL AND NEW.rendered_at IS NOT NULL
        AND to_jsonb(NEW) - '{sha256,storage_key,size_bytes,rendered_at}'::text[]
          = to_jsonb(OLD) - '{sha256,storage_key,size_bytes,rendered_at}'::text[]
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a paper that was issued is never changed';
    END $$;
  CREATE TRIGGER paper_is_final BEFORE UPDATE OR DELETE ON paper FOR EACH ROW EXECUTE FUNCTION keep_paper();

  ALTER TABLE notification ADD COLUMN paper_id uuid REFERENCES paper;
  COMMENT ON COLUMN notification.paper_id IS 'The paper a mail carries along.';
`;
