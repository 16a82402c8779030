import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A facility asks for more time to answer an offer; the desk gives it or says why not. */
export class ExtensionOfOffers0190 implements MigrationInterface {
  readonly name = 'ExtensionOfOffers1790000000190';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE assignment
        ADD COLUMN extension_until date,
        ADD COLUMN extension_reason text,
        ADD COLUMN extension_refusal text,
        ADD CONSTRAINT assignment_extension_request CHECK (
          (extension_until IS NULL) = (extension_reason IS NULL) AND (extension_until IS NULL OR status = 'OFFERED')
        ),
        ADD CONSTRAINT assignment_extension_refusal CHECK (
          extension_refusal IS NULL OR (status = 'OFFERED' AND extension_until IS NULL)
        );
      COMMENT ON COLUMN assignment.extension_until IS
        'The day until which the facility asks for time to answer; null: it does not, or the desk has decided.';
      COMMENT ON COLUMN assignment.extension_refusal IS 'Why the desk cannot give that time.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
