import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter keeps the ids its event names: a desk sees no events, and events are deleted before letters are. */
export class CausesOfLetters0196 implements MigrationInterface {
  readonly name = 'CausesOfLetters1790000000196';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notification ADD COLUMN payload jsonb;
      COMMENT ON COLUMN notification.payload IS 'Of a letter: what its event says, ids only, to look again whether it is still true.';
      UPDATE notification SET payload = outbox_event.payload FROM outbox_event
        WHERE outbox_event.id = event_id AND channel = 'LETTER';
      UPDATE notification SET payload = '{}' WHERE channel = 'LETTER' AND payload IS NULL;
      ALTER TABLE notification ADD CONSTRAINT notification_payload_check CHECK ((channel = 'LETTER') = (payload IS NOT NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
