import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists, the plan and the sweeps of the worker look for in tables that grow with every order. */
export class GrowingTables0130 implements MigrationInterface {
  readonly name = 'GrowingTables1790000000130';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX assignment_line ON assignment (work_order_line_id);
      CREATE INDEX call_line ON call (work_order_line_id);

      -- The balance of a year: what each facility said yes to.
      CREATE INDEX assignment_balance ON assignment (desk_id, answered_at)
        INCLUDE (facility_id, status, accepted_units, reduced_units, unit_price_sen, seconds_per_unit)
        WHERE answered_at IS NOT NULL;

      CREATE INDEX contract_desk_status ON contract (desk_id, status, created_at, id);
      CREATE INDEX contract_open_referral ON contract (work_order_id)
        WHERE status IN ('INTRODUCED', 'NEGOTIATING');
      CREATE INDEX contract_results ON contract (desk_id, fulfilled_at) WHERE fulfilled_at IS NOT NULL;

      DROP INDEX invoice_buyer, invoice_facility;
      CREATE INDEX invoice_buyer ON invoice (buyer_id, issued_on, id) WHERE buyer_id IS NOT NULL;
      CREATE INDEX invoice_facility ON invoice (facility_id, issued_on, id) WHERE facility_id IS NOT NULL;
      CREATE INDEX payment_buyer ON payment (buyer_id, paid_on, id) WHERE buyer_id IS NOT NULL;
      CREATE INDEX payment_facility ON payment (facility_id, paid_on, id) WHERE facility_id IS NOT NULL;
      CREATE INDEX settlement_line_buyer ON settlement_line (buyer_id, traded_on, id) WHERE buyer_id IS NOT NULL;
      CREATE INDEX settlement_line_facility ON settlement_line (facility_id, traded_on, id) WHERE facility_id IS NOT NULL;

      CREATE INDEX assignment_remind_at ON assignment (remind_at) WHERE status = 'OFFERED' AND reminded_at IS NULL;
      CREATE INDEX work_order_delivered ON work_order (delivered_at) WHERE status = 'DELIVERED';

      CREATE INDEX notification_unread ON notification (account_id, organisation_id, channel) WHERE status = 'UNREAD';
      CREATE INDEX paper_order_source ON paper (desk_id, source_key COLLATE "C");
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
