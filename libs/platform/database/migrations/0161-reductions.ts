import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is taken off, or given back, after the work was accepted, and the invoice of it (適格返還請求書). */
export class Reductions0161 implements MigrationInterface {
  readonly name = 'Reductions1790000000161';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reduction (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        work_order_id uuid NOT NULL REFERENCES work_order,
        contract_id uuid NOT NULL REFERENCES contract,
        buyer_id uuid REFERENCES buyer,
        facility_id uuid REFERENCES facility,
        source_key text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('PRICE_REDUCTION', 'RETURN')),
        units bigint CHECK (units > 0),
        amount_yen bigint NOT NULL CHECK (amount_yen > 0),
        reason text NOT NULL,
        agreed_by text NOT NULL,
        fault text,
        reduced_on date NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        CHECK ((kind = 'RETURN') = (units IS NOT NULL))
      );
      CREATE INDEX reduction_order ON reduction (work_order_id);
      CREATE INDEX reduction_contract ON reduction (contract_id);
      COMMENT ON COLUMN reduction.source_key IS 'Of the settlement line it takes something off.';
      COMMENT ON COLUMN reduction.amount_yen IS 'With tax where the pricing of that line includes it.';
      COMMENT ON COLUMN reduction.fault IS 'What the facility answers for: the subcontract law allows no other reason.';

      ALTER TABLE invoice DROP CONSTRAINT invoice_kind_check,
        ADD CONSTRAINT invoice_kind_check CHECK (kind IN ('INVOICE', 'RETURN_INVOICE', 'PAYMENT_NOTICE'));
    `);
    // Whatever kinds of paper there are by now stay.
    await db.query(`
      DO $$
      DECLARE known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
        WHERE conname = 'paper_kind_check' AND conrelid = 'paper'::regclass);
      BEGIN
        ALTER TABLE paper DROP CONSTRAINT paper_kind_check;
        EXECUTE 'ALTER TABLE paper ADD CONSTRAINT paper_kind_check '
          || replace(known, '''INVOICE''::text', '''INVOICE''::text, ''RETURN_INVOICE''::text');
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
