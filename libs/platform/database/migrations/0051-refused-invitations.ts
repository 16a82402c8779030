import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invitation whose mail the mail server refuses for good says so to the one who invited. */
export class RefusedInvitations0051 implements MigrationInterface {
  readonly name = 'RefusedInvitations1790000000051';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE invitation ADD COLUMN refused_at timestamptz;
      COMMENT ON COLUMN invitation.refused_at IS 'When the mail server refused the mail for good; cleared when it is sent again.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
