import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was paid for an invoice is read with the invoice: it must not look through every payment. */
export class PaymentsOfInvoices0105 implements MigrationInterface {
  readonly name = 'PaymentsOfInvoices1790000000105';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX payment_invoice ON payment (invoice_id) WHERE invoice_id IS NOT NULL');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
