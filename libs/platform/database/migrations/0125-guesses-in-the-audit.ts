import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Wrong passwords and codes were counted and forgotten: nobody could see afterwards that an account had been tried. Now a
 * guess knows at whom it was made, until it is in the audit.
 */
export class GuessesInTheAudit0125 implements MigrationInterface {
  readonly name = 'GuessesInTheAudit1790000000125';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE attempt
        ADD COLUMN account_id uuid,
        ADD COLUMN guessed text CHECK (guessed IN ('PASSWORD', 'CODE')),
        ADD COLUMN is_noted boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT attempt_guess CHECK ((account_id IS NULL) = (guessed IS NULL));
      CREATE INDEX attempt_to_note ON attempt (at) WHERE account_id IS NOT NULL AND NOT is_noted;
      COMMENT ON COLUMN attempt.account_id IS 'Whose password or code was guessed at; NULL: nobody''s.';
      COMMENT ON COLUMN attempt.is_noted IS 'It is in the audit.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
