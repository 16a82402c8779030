import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a registration ended stays with it; the audit keeps no sentences of people. */
export class ReasonOfLeaving0032 implements MigrationInterface {
  readonly name = 'ReasonOfLeaving1790000000032';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE membership ADD COLUMN left_reason text;
      COMMENT ON COLUMN membership.left_reason IS 'As the desk wrote it, for the desk alone; null: it lasts, or ended earlier.';
      UPDATE membership SET left_reason = entry.change ->> 'reason' FROM audit_entry entry
        WHERE entry.action = 'endMembership' AND entry.change ->> 'membershipId' = membership.id::text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
