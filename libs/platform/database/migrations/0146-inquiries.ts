import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes before an order: inquiries and visits, with what is done next. */
export class Inquiries0146 implements MigrationInterface {
  readonly name = 'Inquiries1790000000146';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE inquiry (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        kind text NOT NULL CHECK (kind IN ('INQUIRY', 'VISIT')),
        received_on date NOT NULL,
        channel text NOT NULL CHECK (channel IN ('PHONE', 'FAX', 'MAIL', 'VISIT', 'LETTER')),
        organisation text NOT NULL,
        person text NOT NULL,
        contact text NOT NULL,
        buyer_id uuid REFERENCES buyer,
        subject text NOT NULL,
        detail text NOT NULL,
        next_action text NOT NULL,
        next_on date,
        status text NOT NULL CHECK (status IN ('OPEN', 'ORDERED', 'REFERRED', 'ENDED')),
        ended_on date,
        work_order_id uuid REFERENCES work_order,
        facility_id uuid REFERENCES facility,
        end_reason text CHECK (end_reason IN ('PRICE', 'DATE', 'NO_FACILITY', 'WENT_ELSEWHERE', 'NO_ANSWER', 'OTHER')),
        end_note text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX inquiry_list ON inquiry (desk_id, received_on, id);
      CREATE INDEX inquiry_next ON inquiry (desk_id, next_on) WHERE next_on IS NOT NULL;
      CREATE UNIQUE INDEX inquiry_order ON inquiry (work_order_id) WHERE work_order_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
