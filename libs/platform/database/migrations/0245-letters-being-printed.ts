import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who prints letters has them alone until they are printed: two people who print the same ones would send them twice. */
export class LettersBeingPrinted0245 implements MigrationInterface {
  readonly name = 'LettersBeingPrinted1790000000245';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notification ADD COLUMN printing_until timestamptz;
      CREATE INDEX notification_letters_overtaken ON notification (desk_id, created_at, id)
        WHERE channel = 'LETTER' AND status = 'DROPPED';
      COMMENT ON COLUMN notification.printing_until IS 'Of a letter: somebody is printing it, and has it alone until then at most.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
