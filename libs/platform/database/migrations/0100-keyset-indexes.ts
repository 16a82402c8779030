import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages of lists that grow begin after a place: by whose list it is, its sort key and the id. */
export class KeysetIndexes0100 implements MigrationInterface {
  readonly name = 'KeysetIndexes1790000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX work_order_desk_page ON work_order (desk_id, created_at, id);
      DROP INDEX work_order_buyer;
      CREATE INDEX work_order_buyer ON work_order (buyer_id, created_at, id);

      CREATE INDEX assignment_desk_page ON assignment (desk_id, due_on, id);
      CREATE INDEX assignment_facility_page ON assignment (facility_id, due_on, id);

      CREATE INDEX contract_desk_page ON contract (desk_id, created_at, id);
      DROP INDEX contract_buyer;
      CREATE INDEX contract_buyer ON contract (buyer_id, created_at, id) WHERE buyer_id IS NOT NULL;
      DROP INDEX contract_facility;
      CREATE INDEX contract_facility ON contract (facility_id, created_at, id) WHERE facility_id IS NOT NULL;

      DROP INDEX invoice_search;
      CREATE INDEX invoice_desk_page ON invoice (desk_id, issued_on, id);
      DROP INDEX payment_desk;
      CREATE INDEX payment_desk_page ON payment (desk_id, paid_on, id);
      CREATE INDEX settlement_line_desk_page ON settlement_line (desk_id, traded_on, id);

      CREATE INDEX call_desk_page ON call (desk_id, created_at, id);
      CREATE INDEX membership_desk_page ON membership (desk_id, joined_on, id);

      DROP INDEX notification_account;
      CREATE INDEX notification_account ON notification (account_id, organisation_id, channel, created_at, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
