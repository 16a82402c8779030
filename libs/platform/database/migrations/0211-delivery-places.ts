import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where, for which department and by when each part of a line goes. */
export class DeliveryPlaces0211 implements MigrationInterface {
  readonly name = 'DeliveryPlaces1790000000211';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE delivery_place (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        buyer_id uuid NOT NULL REFERENCES buyer,
        work_order_id uuid NOT NULL REFERENCES work_order,
        work_order_line_id uuid NOT NULL REFERENCES work_order_line ON DELETE CASCADE,
        position integer NOT NULL,
        department_id uuid REFERENCES department,
        name text NOT NULL,
        address text NOT NULL,
        quantity bigint NOT NULL CHECK (quantity > 0),
        due_on date NOT NULL,
        UNIQUE (work_order_line_id, position)
      );
      CREATE INDEX delivery_place_order ON delivery_place (work_order_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
