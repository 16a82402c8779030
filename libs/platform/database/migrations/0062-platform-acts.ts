import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the platform means to do to the people of a desk, and did: announced to the desk, and not at once. */
export class PlatformActs0062 implements MigrationInterface {
  readonly name = 'PlatformActs1790000000062';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform_act (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        kind text NOT NULL CHECK (kind IN ('DISABLE_ACCOUNT', 'ENABLE_ACCOUNT', 'RESET_SECOND_FACTOR', 'ERASE_ACCOUNT', 'INVITE')),
        subject text NOT NULL,
        requested_by uuid NOT NULL REFERENCES account,
        requested_at timestamptz NOT NULL DEFAULT now(),
        done_by uuid REFERENCES account,
        done_at timestamptz
      );
      CREATE INDEX platform_act_subject ON platform_act (kind, subject, requested_at);
      CREATE INDEX platform_act_desk ON platform_act (desk_id, requested_at);
      COMMENT ON TABLE platform_act IS
        'Asked for once and done after a day, or when a second person of the platform asks for the same.';
      COMMENT ON COLUMN platform_act.subject IS 'The account it is about; of an invitation the role and a hash of the address.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
