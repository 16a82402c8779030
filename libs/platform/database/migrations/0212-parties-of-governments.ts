import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who contracts for a government and to whom its departments want invoices addressed; what happens to a due day on which banks
 * are closed; who inspected; and whether a government orders only once it has decided by which item.
 */
export class PartiesOfGovernments0212 implements MigrationInterface {
  readonly name = 'PartiesOfGovernments1790000000212';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE buyer_terms ADD COLUMN contracting_party text,
        ADD COLUMN due_day_rule text NOT NULL DEFAULT 'AS_IS' CHECK (due_day_rule IN ('AS_IS', 'BEFORE', 'AFTER'));
      ALTER TABLE order_terms
        ADD COLUMN due_day_rule text NOT NULL DEFAULT 'AS_IS' CHECK (due_day_rule IN ('AS_IS', 'BEFORE', 'AFTER'));
      ALTER TABLE standing_order_terms
        ADD COLUMN due_day_rule text NOT NULL DEFAULT 'AS_IS' CHECK (due_day_rule IN ('AS_IS', 'BEFORE', 'AFTER'));
      ALTER TABLE department ADD COLUMN invoice_addressee text;
      ALTER TABLE order_contact ADD COLUMN inspector text NOT NULL DEFAULT '';
      ALTER TABLE government ADD COLUMN needs_basis boolean NOT NULL DEFAULT false;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
