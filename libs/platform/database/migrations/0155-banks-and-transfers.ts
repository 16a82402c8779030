import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The money of a desk as its bank sees it: banks and branches, and the files of transfers to facilities. */
export class BanksAndTransfers0155 implements MigrationInterface {
  readonly name = 'BanksAndTransfers1790000000155';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bank (
        code text PRIMARY KEY CHECK (code ~ '^[0-9]{4}$'),
        name text NOT NULL,
        kana text NOT NULL,
        edition text NOT NULL,
        is_current boolean NOT NULL DEFAULT true
      );
      COMMENT ON TABLE bank IS '統一金融機関コード; one that was closed stays, and is not current.';
      COMMENT ON COLUMN bank.edition IS 'Of the list it came with last.';

      CREATE TABLE bank_branch (
        bank_code text NOT NULL REFERENCES bank (code),
        code text NOT NULL CHECK (code ~ '^[0-9]{3}$'),
        name text NOT NULL,
        kana text NOT NULL,
        is_current boolean NOT NULL DEFAULT true,
        PRIMARY KEY (bank_code, code)
      );

      ALTER TABLE business_profile
        ADD COLUMN bank_code text CHECK (bank_code ~ '^[0-9]{4}$'),
        ADD COLUMN branch_code text CHECK (branch_code ~ '^[0-9]{3}$'),
        ADD CONSTRAINT business_profile_codes CHECK (
          (bank_code IS NULL) = (branch_code IS NULL) AND (bank_code IS NULL OR bank_name IS NOT NULL));

      CREATE TABLE transfer_client (
        desk_id uuid PRIMARY KEY REFERENCES desk (id),
        client_code text NOT NULL CHECK (client_code ~ '^[0-9]{1,10}$'),
        record_end text NOT NULL CHECK (record_end IN ('NOTHING', 'CRLF'))
      );
      COMMENT ON TABLE transfer_client IS 'How the bank of a desk knows it (委託者コード), and how it wants files of transfers.';

      CREATE TABLE transfer_run (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk (id),
        status text NOT NULL CHECK (status IN ('EXPORTED', 'SETTLED', 'CANCELLED')),
        transfer_on date NOT NULL,
        record_count integer NOT NULL CHECK (record_count > 0),
        total_yen bigint NOT NULL CHECK (total_yen > 0),
        file bytea NOT NULL,
        sha256 text NOT NULL,
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        cancel_reason text NOT NULL DEFAULT '',
        CHECK ((status = 'EXPORTED') = (ended_at IS NULL))
      );
      COMMENT ON TABLE transfer_run IS '総合振込: payments that went into one file for the bank.';
      CREATE INDEX transfer_run_desk ON transfer_run (desk_id, made_at, id);

      CREATE TABLE transfer_record (
        run_id uuid NOT NULL REFERENCES transfer_run (id),
        position integer NOT NULL CHECK (position > 0),
        desk_id uuid NOT NULL REFERENCES desk (id),
        facility_id uuid NOT NULL REFERENCES facility (id),
        bank_code text NOT NULL,
        bank_name text NOT NULL,
        branch_code text NOT NULL,
        branch_name text NOT NULL,
        account_type text NOT NULL,
        account_number text NOT NULL,
        account_holder_kana text NOT NULL,
        amount_yen bigint NOT NULL CHECK (amount_yen > 0),
        PRIMARY KEY (run_id, position),
        UNIQUE (run_id, facility_id)
      );
      COMMENT ON TABLE transfer_record IS 'What of a run goes to one facility, and to which account.';

      CREATE TABLE transfer_item (
        run_id uuid NOT NULL REFERENCES transfer_run (id),
        invoice_id uuid NOT NULL REFERENCES invoice (id),
        position integer NOT NULL,
        desk_id uuid NOT NULL REFERENCES desk (id),
        amount_yen bigint NOT NULL CHECK (amount_yen > 0),
        outcome text NOT NULL CHECK (outcome IN ('PENDING', 'PAID', 'RETURNED', 'CANCELLED')),
        PRIMARY KEY (run_id, invoice_id),
        FOREIGN KEY (run_id, position) REFERENCES transfer_record (run_id, position)
      );
      CREATE UNIQUE INDEX transfer_item_pending ON transfer_item (invoice_id) WHERE outcome = 'PENDING';
      COMMENT ON INDEX transfer_item_pending IS 'Nothing is in two files at a time, whatever happens at once.';
      CREATE INDEX invoice_payer ON invoice (payer_id, due_on, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
