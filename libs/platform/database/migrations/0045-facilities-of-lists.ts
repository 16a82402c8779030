import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What tells two facilities of a published list apart that have the same name, and a capacity that is yet to be filled in:
 * many lists publish none.
 */
export class FacilitiesOfLists0045 implements MigrationInterface {
  readonly name = 'FacilitiesOfLists1790000000045';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE facility ALTER COLUMN capacity_persons DROP NOT NULL;
      COMMENT ON COLUMN facility.capacity_persons IS 'null: to be filled in; the list it came from has none.';
      ALTER TABLE facility
        ADD COLUMN facility_number text,
        ADD COLUMN corporation_name text,
        ADD COLUMN address text;
      COMMENT ON COLUMN facility.facility_number IS '事業所番号, as the registry has it.';
      ALTER TABLE facility DROP CONSTRAINT facility_registry_source_name_key;
      CREATE INDEX facility_registry_source_idx ON facility (registry_source, name);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
