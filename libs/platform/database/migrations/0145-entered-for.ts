import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a desk enters for a buyer or a facility: who said so, how, when; and who does not want it. */
export class EnteredFor0145 implements MigrationInterface {
  readonly name = 'EnteredFor1790000000145';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE entered_for (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        buyer_id uuid REFERENCES buyer,
        facility_id uuid REFERENCES facility,
        operation text NOT NULL,
        work_order_id uuid NOT NULL REFERENCES work_order,
        assignment_id uuid REFERENCES assignment,
        call_id uuid REFERENCES call,
        said_by text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('PHONE', 'FAX', 'MAIL', 'VISIT', 'LETTER')),
        said_at timestamptz NOT NULL,
        note text NOT NULL,
        attachment_id uuid REFERENCES attachment,
        entered_by uuid NOT NULL REFERENCES account,
        entered_at timestamptz NOT NULL,
        CONSTRAINT entered_for_one_party CHECK ((buyer_id IS NULL) <> (facility_id IS NULL))
      );
      CREATE INDEX entered_for_order ON entered_for (work_order_id, entered_at, id);
      CREATE INDEX entered_for_assignment ON entered_for (assignment_id, entered_at, id) WHERE assignment_id IS NOT NULL;
      CREATE INDEX entered_for_call ON entered_for (call_id, entered_at, id) WHERE call_id IS NOT NULL;
      CREATE INDEX entered_for_file ON entered_for (attachment_id) WHERE attachment_id IS NOT NULL;
      CREATE TABLE entering_refusal (organisation_id uuid PRIMARY KEY, refused_at timestamptz NOT NULL);
      ALTER TABLE attachment DROP CONSTRAINT attachment_subject_type_check, ADD CONSTRAINT attachment_subject_type_check
        CHECK (subject_type IN ('WORK_ORDER', 'ASSIGNMENT', 'DELIVERY', 'INSPECTION', 'QUESTION'));
      ALTER TABLE work_order ADD COLUMN is_drafted_by_desk boolean NOT NULL DEFAULT false;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
