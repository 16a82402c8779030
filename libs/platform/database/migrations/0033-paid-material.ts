import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Material that a facility is supplied with against payment (有償支給). */
export class PaidMaterial0033 implements MigrationInterface {
  readonly name = 'PaidMaterial1790000000033';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE material
        ADD COLUMN unit_price_sen bigint CHECK (unit_price_sen > 0),
        ADD COLUMN pay_on date,
        ADD COLUMN pay_by text,
        ADD CONSTRAINT material_payment CHECK (
          (unit_price_sen IS NULL) = (pay_on IS NULL) AND (unit_price_sen IS NULL) = (pay_by IS NULL));
      COMMENT ON COLUMN material.unit_price_sen IS 'What the facility pays for one unit, in sen; null: free of charge (無償支給).';
      COMMENT ON COLUMN material.pay_on IS 'When it pays (決済期日), and how in pay_by (決済方法).';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
