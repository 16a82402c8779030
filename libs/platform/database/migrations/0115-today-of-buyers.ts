import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for a buyer is found by its state: few of its orders, whatever it has ordered over the years. */
export class TodayOfBuyers0115 implements MigrationInterface {
  readonly name = 'TodayOfBuyers1790000000115';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX work_order_buyer_status ON work_order (buyer_id, status, created_at, id);
      CREATE INDEX question_of_buyer ON question (buyer_id, asked_at) WHERE status = 'OPEN' AND asked_of = 'BUYER';
      CREATE INDEX amendment_of_buyer ON amendment (buyer_id) WHERE status = 'PROPOSED';
      CREATE INDEX cancellation_of_buyer ON cancellation (buyer_id) WHERE status = 'REQUESTED';
      CREATE INDEX contract_of_buyer_open ON contract (buyer_id, status, created_at)
        WHERE buyer_id IS NOT NULL AND status IN ('FULFILLED', 'INTRODUCED', 'NEGOTIATING');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
