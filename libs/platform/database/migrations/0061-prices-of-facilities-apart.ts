import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What facilities get stands in `quote_step` alone. The sum of it stood in the lines the buyer reads, too, and no rule about
 * rows can hide a column.
 */
export class PricesOfFacilitiesApart0061 implements MigrationInterface {
  readonly name = 'PricesOfFacilitiesApart1790000000061';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE quote_line DROP COLUMN facility_unit_price_sen');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
