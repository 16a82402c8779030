import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An order has the date of its first line that is due, so that a board of many orders is sorted and read by an index. The
 * default is what an order has before its lines are written.
 */
export class DueDatesOfOrders0101 implements MigrationInterface {
  readonly name = 'DueDatesOfOrders1790000000101';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE work_order ADD COLUMN due_on date NOT NULL DEFAULT '9999-12-31';
      UPDATE work_order SET due_on = first.due_on
        FROM (SELECT work_order_id, min(due_on) AS due_on FROM work_order_line WHERE quantity > 0 GROUP BY work_order_id) first
        WHERE first.work_order_id = work_order.id;

      CREATE INDEX work_order_desk_due ON work_order (desk_id, due_on, id);
      CREATE INDEX work_order_buyer_due ON work_order (buyer_id, due_on, id);
      CREATE INDEX work_order_desk_submitted ON work_order (desk_id, submitted_at, id);
      CREATE INDEX question_to_desk ON question (desk_id, asked_at) WHERE status = 'OPEN' AND asked_of = 'DESK';
      CREATE INDEX amendment_to_decide ON amendment (desk_id, proposed_at) WHERE status = 'PROPOSED';
      CREATE INDEX cancellation_to_decide ON cancellation (desk_id, requested_at) WHERE status = 'REQUESTED';
      CREATE INDEX work_rejection_to_answer ON work_rejection (desk_id, rejected_at) WHERE status = 'OPEN';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
