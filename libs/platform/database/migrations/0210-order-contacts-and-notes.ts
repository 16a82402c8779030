import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The buyer's own number of an order and whom to ask there: between the buyer and the desk, so apart from the order, which
 * facilities may read. And what the desk notes for itself, which nobody else ever reads.
 */
export class OrderContactsAndNotes0210 implements MigrationInterface {
  readonly name = 'OrderContactsAndNotes1790000000210';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE order_contact (
        work_order_id uuid PRIMARY KEY REFERENCES work_order,
        desk_id uuid NOT NULL REFERENCES desk,
        buyer_id uuid NOT NULL REFERENCES buyer,
        buyer_number text NOT NULL,
        person text NOT NULL,
        phone text NOT NULL
      );
      CREATE INDEX order_contact_desk ON order_contact (desk_id, buyer_number) WHERE buyer_number <> '';
      CREATE INDEX order_contact_buyer ON order_contact (buyer_id, buyer_number) WHERE buyer_number <> '';

      CREATE TABLE order_note (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        work_order_id uuid NOT NULL REFERENCES work_order,
        body text NOT NULL,
        written_by uuid NOT NULL REFERENCES account,
        written_at timestamptz NOT NULL
      );
      CREATE INDEX order_note_order ON order_note (work_order_id, written_at, id);

      ALTER TABLE business_profile ADD COLUMN contact_person text;
      COMMENT ON COLUMN business_profile.contact_person IS 'Whom to ask about papers (発行責任者・担当者).';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
