import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer can be taken back for some minutes; calls are answered by links of mails as well. */
export class UndoOfAnswers0071 implements MigrationInterface {
  readonly name = 'UndoOfAnswers1790000000071';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE assignment ADD COLUMN undo_until timestamptz;
      COMMENT ON COLUMN assignment.undo_until IS 'Until when the facility may take its answer back; null: never, or not any more.';

      CREATE TABLE call_link (
        token_hash bytea PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk (id),
        call_id uuid NOT NULL REFERENCES call (id),
        facility_id uuid NOT NULL REFERENCES facility (id),
        account_id uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL
      );
      CREATE INDEX call_link_call ON call_link (call_id);
      CREATE INDEX call_link_account ON call_link (account_id);
      COMMENT ON TABLE call_link IS 'One for each mail about a call; only the SHA-256 of the token is kept.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
