import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What facilities earned through a desk in a year is one walk through an index. */
export class EarnedLines0241 implements MigrationInterface {
  readonly name = 'EarnedLines1790000000241';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX settlement_line_earned ON settlement_line (desk_id, performed_on) INCLUDE (facility_id, net_yen)
        WHERE payee = 'FACILITY' AND kind = 'WORK';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
