import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts of an order say whose they are, so that row-level security need not look that up for each row. */
export class PartiesOfOrders0034 implements MigrationInterface {
  readonly name = 'PartiesOfOrders1790000000034';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE work_order ADD CONSTRAINT work_order_parties UNIQUE (id, desk_id, buyer_id)');
    for (const part of ['work_order_line', 'step', 'quote']) {
      await db.query(`
        ALTER TABLE ${part} ADD COLUMN IF NOT EXISTS desk_id uuid, ADD COLUMN buyer_id uuid;
        UPDATE ${part} SET desk_id = work_order.desk_id, buyer_id = work_order.buyer_id
          FROM work_order WHERE work_order.id = work_order_id;
        ALTER TABLE ${part}
          ALTER COLUMN desk_id SET NOT NULL,
          ALTER COLUMN buyer_id SET NOT NULL,
          DROP CONSTRAINT ${part}_work_order_id_fkey,
          ADD CONSTRAINT ${part}_parties FOREIGN KEY (work_order_id, desk_id, buyer_id)
            REFERENCES work_order (id, desk_id, buyer_id) ${part === 'quote' ? '' : 'ON DELETE CASCADE'};
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
