import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A journal takes what corrects something on the day it was recorded. */
export class DaysOfCorrections0181 implements MigrationInterface {
  readonly name = 'DaysOfCorrections1790000000181';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX settlement_line_booked ON settlement_line (desk_id, booked_at);
      CREATE INDEX payment_reversal ON payment (desk_id, recorded_at) WHERE reverses_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
