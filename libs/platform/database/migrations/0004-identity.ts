import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations, second factors, passkeys, tokens of machines, sign-in through others, throttling. */
export class Identity0004 implements MigrationInterface {
  readonly name = 'Identity1790000000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL, ADD COLUMN erased_at timestamptz;
      COMMENT ON COLUMN account.password_hash IS 'NULL: signs in with passkeys only.';

      ALTER TABLE session
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
        ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN user_agent text NOT NULL DEFAULT '',
        ADD COLUMN method text NOT NULL DEFAULT 'PASSWORD' CHECK (method IN ('PASSWORD', 'PASSKEY', 'OIDC')),
        ADD COLUMN second_factor_at timestamptz,
        ADD COLUMN only_organisation_id uuid;
      COMMENT ON COLUMN session.only_organisation_id IS
        'Signed in through the provider of this organisation: acts for it alone, and changes nothing of the account.';

      DROP TABLE sign_in_attempt;
      CREATE TABLE attempt (
        id uuid PRIMARY KEY,
        bucket bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX attempt_bucket ON attempt (bucket, at);
      CREATE INDEX attempt_age ON attempt (at);
      COMMENT ON TABLE attempt IS 'Guesses of the last minutes, for throttling. A bucket is the hash of what is guessed at or from where.';

      CREATE TABLE known_place (
        account_id uuid NOT NULL REFERENCES account,
        place_hash bytea NOT NULL,
        last_used_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (account_id, place_hash)
      );
      CREATE INDEX known_place_hash ON known_place (place_hash);
      COMMENT ON TABLE known_place IS 'Browsers and addresses an account signed in from; throttled apart from the rest of the world.';

      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        role text NOT NULL CHECK (role IN ('BUYER_MEMBER', 'BUYER_ADMIN', 'DESK_COORDINATOR', 'DESK_ADMIN',
          'FACILITY_MEMBER', 'FACILITY_ADMIN', 'PREFECTURE_OFFICER', 'PLATFORM_ADMIN')),
        organisation_id uuid NOT NULL,
        invited_by uuid NOT NULL REFERENCES account,
        inviting_role text NOT NULL,
        inviting_organisation_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        sent_at timestamptz,
        accepted_at timestamptz,
        accepted_by uuid REFERENCES account,
        revoked_at timestamptz
      );
      CREATE UNIQUE INDEX invitation_open ON invitation (lower(email), role, organisation_id)
        WHERE accepted_at IS NULL AND revoked_at IS NULL;
      CREATE INDEX invitation_organisation ON invitation (inviting_organisation_id, created_at);

      CREATE TABLE password_reset (
        id uuid PRIMARY KEY,
        account_id uuid REFERENCES account,
        requested_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      COMMENT ON COLUMN password_reset.account_id IS 'NULL: asked for an address nobody has; the row costs the same time.';
      CREATE INDEX password_reset_account ON password_reset (account_id);

      CREATE TABLE mailed_token (
        token_hash bytea PRIMARY KEY,
        invitation_id uuid REFERENCES invitation ON DELETE CASCADE,
        password_reset_id uuid REFERENCES password_reset ON DELETE CASCADE,
        CHECK (num_nonnulls(invitation_id, password_reset_id) = 1)
      );
      CREATE INDEX mailed_token_invitation ON mailed_token (invitation_id);
      CREATE INDEX mailed_token_reset ON mailed_token (password_reset_id);
      COMMENT ON TABLE mailed_token IS 'Hashes of the links in mails. The links themselves are made while a mail is sent and kept nowhere.';

      CREATE TABLE totp (
        account_id uuid PRIMARY KEY REFERENCES account,
        secret text NOT NULL,
        last_used_step bigint NOT NULL,
        confirmed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE recovery_code (
        code_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        used_at timestamptz
      );
      CREATE INDEX recovery_code_account ON recovery_code (account_id);

      CREATE TABLE passkey (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        credential_id text NOT NULL UNIQUE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports jsonb NOT NULL,
        name text NOT NULL,
        is_backed_up boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz
      );
      CREATE INDEX passkey_account ON passkey (account_id);

      CREATE TABLE challenge (
        token_hash bytea PRIMARY KEY,
        kind text NOT NULL,
        account_id uuid REFERENCES account,
        content jsonb NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX challenge_age ON challenge (expires_at);
      COMMENT ON TABLE challenge IS 'The first half of something with two halves (a passkey, a sign-in elsewhere). Taken once, by deleting it.';

      CREATE TABLE api_token (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        role_grant_id uuid NOT NULL REFERENCES role_grant,
        organisation_id uuid NOT NULL,
        name text NOT NULL,
        scopes jsonb NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE UNIQUE INDEX api_token_name ON api_token (organisation_id, name) WHERE revoked_at IS NULL;
      CREATE INDEX api_token_account ON api_token (account_id);

      CREATE TABLE oidc_identity (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        provider_key text NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (issuer, subject)
      );
      CREATE INDEX oidc_identity_account ON oidc_identity (account_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
