import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a desk enters for others is about an order, or about a standing order that is none yet. */
export class EnteredForStandingOrders0206 implements MigrationInterface {
  readonly name = 'EnteredForStandingOrders1790000000206';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE entered_for
        ALTER COLUMN work_order_id DROP NOT NULL,
        ADD COLUMN standing_order_id uuid REFERENCES standing_order,
        ADD CONSTRAINT entered_for_something CHECK (work_order_id IS NOT NULL OR standing_order_id IS NOT NULL);
      CREATE INDEX entered_for_standing_order ON entered_for (standing_order_id, entered_at, id) WHERE standing_order_id IS NOT NULL;
      COMMENT ON COLUMN entered_for.standing_order_id IS 'Of what is about a standing order and its dates; null: about an order alone.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
