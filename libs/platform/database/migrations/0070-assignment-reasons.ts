import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a facility is asked for the number it is asked for, in words for that facility alone. */
export class AssignmentReasons0070 implements MigrationInterface {
  readonly name = 'AssignmentReasons1790000000070';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE assignment_reason (
        assignment_id uuid PRIMARY KEY REFERENCES assignment (id),
        desk_id uuid NOT NULL REFERENCES desk (id),
        facility_id uuid NOT NULL REFERENCES facility (id),
        ja text NOT NULL,
        en text NOT NULL
      );
      COMMENT ON TABLE assignment_reason IS 'For the facility and the desk; buyers and lead facilities read assignments, never these.';
      INSERT INTO assignment_reason
        SELECT a.id, a.desk_id, a.facility_id, s.reason_ja, s.reason_en
          FROM assignment a
          JOIN allocation_share s ON s.allocation_id = a.allocation_id AND s.facility_id = a.facility_id
          WHERE s.units = a.offered_units AND s.units > 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
