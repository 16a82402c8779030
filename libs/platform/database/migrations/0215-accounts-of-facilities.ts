import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stated the bank account of a facility, who has confirmed it, and whether the facility says that it is not its own. */
export class AccountsOfFacilities0215 implements MigrationInterface {
  readonly name = 'AccountsOfFacilities1790000000215';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE business_profile
        ADD COLUMN account_set_by uuid,
        ADD COLUMN account_set_at timestamptz,
        ADD COLUMN account_disputed_at timestamptz;
      COMMENT ON COLUMN business_profile.account_set_by IS
        'The organisation that stated the bank account last; null: the organisation itself, before this was kept.';
      COMMENT ON COLUMN business_profile.account_disputed_at IS
        'The facility said that the account is not its own: nobody pays into it until it is stated again.';

      CREATE TABLE account_confirmation (
        desk_id uuid NOT NULL REFERENCES desk (id),
        facility_id uuid NOT NULL REFERENCES facility (id),
        stated_at timestamptz NOT NULL,
        confirmed_at timestamptz NOT NULL,
        confirmed_by uuid NOT NULL REFERENCES account (id),
        PRIMARY KEY (desk_id, facility_id)
      );
      COMMENT ON TABLE account_confirmation IS
        'A desk has asked a facility whether the account another desk stated is its own. Good for that statement alone.';

      CREATE INDEX transfer_item_returned ON transfer_item (desk_id) WHERE outcome = 'RETURNED';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
