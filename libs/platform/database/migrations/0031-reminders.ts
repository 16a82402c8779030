import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are reminded of together, and facilities that were asked something and do not answer. */
export class Reminders0031 implements MigrationInterface {
  readonly name = 'Reminders1790000000031';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE contract_milestone ADD COLUMN noticed_on date;
      COMMENT ON COLUMN contract_milestone.noticed_on IS 'The day of the last reminder; all of one order and day are told in one mail.';

      ALTER TABLE share_change ADD COLUMN remind_on date, ADD COLUMN reminded_on date;
      COMMENT ON COLUMN share_change.remind_on IS
        'While it waits for an answer: the day on which the facility is reminded, then that on which the desk is told; null: none is due.';
      CREATE INDEX share_change_remind ON share_change (remind_on) WHERE status = 'PROPOSED';
      UPDATE share_change SET remind_on = (proposed_at AT TIME ZONE 'Asia/Tokyo')::date + 2 WHERE status = 'PROPOSED';

      ALTER TABLE assignment ADD COLUMN stop_remind_on date, ADD COLUMN stop_reminded_on date;
      COMMENT ON COLUMN assignment.stop_remind_on IS 'The same for a facility that was asked to stop and to say what is done.';
      CREATE INDEX assignment_stop_remind ON assignment (stop_remind_on) WHERE status = 'STOPPING';
      UPDATE assignment SET stop_remind_on = (yui_now() AT TIME ZONE 'Asia/Tokyo')::date + 2 WHERE status = 'STOPPING';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
