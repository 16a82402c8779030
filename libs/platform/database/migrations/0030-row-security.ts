import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What row-level security needs of the schema. Who sees what is not migrated: see row-security/rules.ts. */
export class RowSecurity0030 implements MigrationInterface {
  readonly name = 'RowSecurity1790000000030';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE row_security (edition text NOT NULL);
      COMMENT ON TABLE row_security IS 'Which edition of the rules of row-level security is in force.';
      -- Also memberships that ended: what was done together stays readable.
      CREATE INDEX membership_desk ON membership (desk_id, facility_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
