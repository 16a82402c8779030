import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money that comes back, papers that have to be corrected, and lines that are dropped from an order that was placed. */
export class MoneyBack0050 implements MigrationInterface {
  readonly name = 'MoneyBack1790000000050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE contract_milestone DROP CONSTRAINT contract_milestone_kind_check, ADD CHECK (kind IN
        ('PAPER_RETURN', 'DELIVERY', 'ACCEPTANCE', 'INVOICE', 'PAYMENT', 'CORRECTION', 'REPAYMENT', 'OUTCOME_REPORT'));

      ALTER TABLE payment DROP CONSTRAINT payment_check;
      ALTER TABLE work_order_line DROP CONSTRAINT work_order_line_quantity_check, ADD CHECK (quantity >= 0);
      COMMENT ON COLUMN work_order_line.quantity IS '0: dropped by an amendment.';
      ALTER TABLE amendment_line DROP CONSTRAINT amendment_line_quantity_check, ADD CHECK (quantity >= 0);

      COMMENT ON COLUMN payment.amount_yen IS 'Negative: it came back, or a payment is reversed (reverses_id).';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
