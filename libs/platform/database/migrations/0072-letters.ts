import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is told one person within an hour goes out as one mail; a desk sees who was told what of its orders. */
export class Letters0072 implements MigrationInterface {
  readonly name = 'Letters1790000000072';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notification
        ADD COLUMN desk_id uuid REFERENCES desk (id),
        ADD COLUMN work_order_id uuid REFERENCES work_order (id),
        ADD COLUMN letter_id uuid,
        ADD COLUMN due_at timestamptz;
      COMMENT ON COLUMN notification.letter_id IS 'Mails with the same one go out as one; it is the id of the first of them.';
      COMMENT ON COLUMN notification.due_at IS 'A mail that waits for others to join it: until then; null: it is on its way, or was.';
      UPDATE notification SET letter_id = id WHERE channel = 'MAIL';
      CREATE INDEX notification_letter ON notification (letter_id) WHERE letter_id IS NOT NULL;
      CREATE INDEX notification_due ON notification (due_at) WHERE due_at IS NOT NULL;
      CREATE INDEX notification_waiting ON notification (account_id, organisation_id, due_at) WHERE due_at IS NOT NULL;
      CREATE INDEX notification_order ON notification (work_order_id, created_at, id) WHERE work_order_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
