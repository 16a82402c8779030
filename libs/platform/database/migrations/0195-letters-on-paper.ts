import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is reached by no mail gets a letter or a fax sheet, which the desk prints and sends; its QR code opens the answer page. */
export class LettersOnPaper0195 implements MigrationInterface {
  readonly name = 'LettersOnPaper1790000000195';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notification RENAME COLUMN letter_id TO mail_id;
      ALTER INDEX notification_letter RENAME TO notification_mail;
      ALTER TABLE notification
        ALTER COLUMN account_id DROP NOT NULL,
        DROP CONSTRAINT notification_channel_check,
        DROP CONSTRAINT notification_status_check,
        ADD COLUMN printed_at timestamptz,
        ADD COLUMN printed_by uuid REFERENCES account,
        ADD COLUMN sent_by uuid REFERENCES account,
        ADD COLUMN sent_way text CHECK (sent_way IN ('FAX', 'POST')),
        ADD CONSTRAINT notification_channel_check CHECK (channel IN ('MAIL', 'IN_APP', 'LETTER')),
        ADD CONSTRAINT notification_status_check CHECK (status IN
          ('QUEUED', 'SENDING', 'SENT', 'DROPPED', 'FAILED', 'UNREAD', 'READ', 'PRINTED')),
        ADD CONSTRAINT notification_letter_check CHECK
          ((channel = 'LETTER') = (account_id IS NULL) AND (channel <> 'LETTER' OR desk_id IS NOT NULL)),
        ADD CONSTRAINT notification_letter_sent_check CHECK
          (channel <> 'LETTER' OR (status = 'SENT') = (sent_at IS NOT NULL AND sent_by IS NOT NULL AND sent_way IS NOT NULL));
      CREATE UNIQUE INDEX notification_letter ON notification (event_id, organisation_id) WHERE channel = 'LETTER';
      CREATE INDEX notification_letters ON notification (desk_id, created_at, id) WHERE channel = 'LETTER';
      CREATE INDEX notification_letters_open ON notification (desk_id, created_at, id)
        WHERE channel = 'LETTER' AND status IN ('QUEUED', 'PRINTED');
      COMMENT ON COLUMN notification.account_id IS 'Null: a letter, to the organisation.';
      COMMENT ON COLUMN notification.sent_by IS 'The person of the desk who said that a letter was sent.';

      ALTER TABLE answer_link ALTER COLUMN account_id DROP NOT NULL;
      ALTER TABLE call_link ALTER COLUMN account_id DROP NOT NULL;
      COMMENT ON COLUMN answer_link.account_id IS 'Null: it stands in a letter to the facility.';
      COMMENT ON COLUMN call_link.account_id IS 'Null: it stands in a letter to the facility.';

      CREATE TABLE letter_party (
        desk_id uuid NOT NULL REFERENCES desk,
        organisation_id uuid NOT NULL,
        way text NOT NULL CHECK (way IN ('FAX', 'POST')),
        fax_number text,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (desk_id, organisation_id)
      );
      COMMENT ON TABLE letter_party IS 'Buyers and facilities a desk reaches by fax or post, besides the mails their people get.';

      ALTER TABLE business_profile ADD COLUMN fax text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
