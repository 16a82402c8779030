import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A buyer answers what its desk proposes by the link of a mail or letter, without signing in. */
export class LinksOfAmendments0214 implements MigrationInterface {
  readonly name = 'LinksOfAmendments1790000000214';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE amendment_link (
        token_hash bytea PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        amendment_id uuid NOT NULL REFERENCES amendment ON DELETE CASCADE,
        buyer_id uuid NOT NULL REFERENCES buyer,
        account_id uuid REFERENCES account,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX amendment_link_amendment ON amendment_link (amendment_id);
      CREATE INDEX amendment_link_account ON amendment_link (account_id);
      COMMENT ON TABLE amendment_link IS 'One for each mail or letter; only the SHA-256 of the token is kept.';
      COMMENT ON COLUMN amendment_link.account_id IS 'Null: it stands in a letter to the buyer.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
