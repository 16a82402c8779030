import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came in at the bank of a desk, and what of it was paid for. */
export class BankStatements0156 implements MigrationInterface {
  readonly name = 'BankStatements1790000000156';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bank_statement (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk (id),
        file_name text NOT NULL,
        headings jsonb NOT NULL,
        layout jsonb NOT NULL,
        imported_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN bank_statement.layout IS 'Which column is what, as somebody said: asked again only for other headings.';
      CREATE INDEX bank_statement_desk ON bank_statement (desk_id, imported_at, id);

      CREATE TABLE statement_line (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk (id),
        statement_id uuid NOT NULL REFERENCES bank_statement (id),
        line_key text NOT NULL,
        paid_on date NOT NULL,
        payer_name text NOT NULL,
        amount_yen bigint NOT NULL CHECK (amount_yen > 0),
        settled_yen bigint NOT NULL DEFAULT 0 CHECK (settled_yen BETWEEN 0 AND amount_yen),
        set_aside_reason text,
        UNIQUE (desk_id, line_key)
      );
      COMMENT ON COLUMN statement_line.line_key IS 'The same for the same line of another file: a statement imported again adds nothing.';
      CREATE INDEX statement_line_desk ON statement_line (desk_id, paid_on, id);
      CREATE INDEX statement_line_open ON statement_line (desk_id, paid_on, id)
        WHERE settled_yen < amount_yen AND set_aside_reason IS NULL;

      CREATE TABLE statement_match (
        line_id uuid NOT NULL REFERENCES statement_line (id),
        payment_id uuid NOT NULL REFERENCES payment (id),
        desk_id uuid NOT NULL REFERENCES desk (id),
        PRIMARY KEY (line_id, payment_id)
      );
      CREATE UNIQUE INDEX statement_match_payment ON statement_match (payment_id);

      CREATE TABLE payer_alias (
        desk_id uuid NOT NULL REFERENCES desk (id),
        folded_name text NOT NULL,
        payer_id uuid NOT NULL,
        PRIMARY KEY (desk_id, folded_name)
      );
      COMMENT ON TABLE payer_alias IS 'As whom a buyer or facility pays, learnt from what was matched.';
      CREATE INDEX invoice_payee ON invoice (payee_id, due_on, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
