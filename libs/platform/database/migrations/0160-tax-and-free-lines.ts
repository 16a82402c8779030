import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a line is taxed is a matter of the line: selling food is 8 %, processing somebody's food is a service at 10 %. It hung
 * on the category of procurement before. And what a quote states besides work: postage, plates, material, a discount.
 */
export class TaxAndFreeLines0160 implements MigrationInterface {
  readonly name = 'TaxAndFreeLines1790000000160';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE work_type ADD COLUMN tax_category text NOT NULL DEFAULT 'STANDARD'
        CHECK (tax_category IN ('STANDARD', 'REDUCED', 'NOT_TAXABLE'));
      UPDATE work_type SET tax_category = 'REDUCED' WHERE category_code = 'GOODS_FOOD';
      COMMENT ON COLUMN work_type.tax_category IS 'Of a new line of this kind; the desk may change it when it quotes.';

      ALTER TABLE work_order_line ADD COLUMN tax_category text NOT NULL DEFAULT 'STANDARD'
        CHECK (tax_category IN ('STANDARD', 'REDUCED', 'NOT_TAXABLE'));
      UPDATE work_order_line SET tax_category = 'REDUCED' FROM work_type
        WHERE work_type.code = work_order_line.work_type_code AND work_type.tax_category = 'REDUCED';
      ALTER TABLE work_order_line ALTER COLUMN tax_category DROP DEFAULT;

      CREATE TABLE quote_charge (
        quote_id uuid NOT NULL REFERENCES quote ON DELETE CASCADE,
        id uuid NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('SHIPPING', 'PLATE', 'MATERIAL', 'LUMP_SUM', 'DISCOUNT')),
        name text NOT NULL,
        quantity bigint NOT NULL CHECK (quantity > 0),
        unit text NOT NULL,
        unit_price_sen bigint NOT NULL CHECK ((kind = 'DISCOUNT') = (unit_price_sen < 0)),
        amount_yen bigint NOT NULL,
        tax_category text NOT NULL CHECK (tax_category IN ('STANDARD', 'REDUCED', 'NOT_TAXABLE')),
        PRIMARY KEY (quote_id, id),
        UNIQUE (quote_id, position)
      );
      COMMENT ON TABLE quote_charge IS 'What a quote states besides work. A new version at the same terms keeps the ids.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
