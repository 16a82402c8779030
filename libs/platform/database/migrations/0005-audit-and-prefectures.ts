import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A hash chain over the audit of each desk, where requests came from, prefectures and the desks they oversee, and codes
 * with which an organisation lets a desk register it.
 */
export class AuditAndPrefectures0005 implements MigrationInterface {
  readonly name = 'AuditAndPrefectures1790000000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(AUDIT);
    await db.query(PREFECTURES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/*
 * Rights under row-level security: whoever writes (app, worker) needs INSERT on audit_entry and audit_origin, and DELETE
 * on audit_origin; nobody but the owner of link_audit_entry() needs INSERT on audit_link, and that owner must see all of
 * it. An auditor needs SELECT on audit_entry, audit_link and audit_origin, without any limit by desk.
 */
const AUDIT = `
  ALTER TABLE audit_entry ADD COLUMN api_token_id uuid, ADD COLUMN origin_hash bytea;
  COMMENT ON COLUMN audit_entry.api_token_id IS 'The token a machine acted with; NULL for people and the product itself.';
  COMMENT ON COLUMN audit_entry.origin_hash IS
    'SHA-256 over the salt and the address in audit_origin: worth nothing to anybody once that row is deleted.';

  DROP INDEX audit_entry_desk;
  CREATE INDEX audit_entry_desk ON audit_entry (desk_id, at, id);
  CREATE INDEX audit_entry_action ON audit_entry (desk_id, action, at);
  CREATE INDEX audit_entry_account ON audit_entry (account_id, at);
  CREATE TRIGGER audit_entry_stays BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE audit_origin (
    entry_id uuid PRIMARY KEY REFERENCES audit_entry,
    desk_id uuid NOT NULL,
    address text NOT NULL,
    salt bytea NOT NULL CHECK (octet_length(salt) = 16),
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX audit_origin_age ON audit_origin (at);
  CREATE TRIGGER audit_origin_is_final BEFORE UPDATE ON audit_origin FOR EACH ROW EXECUTE FUNCTION refuse_change();
  COMMENT ON TABLE audit_origin IS
    'Network address a change was asked for from. Personal data: deleted after a while, and with the account.';

  CREATE TABLE audit_link (
    desk_id uuid NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    entry_id uuid NOT NULL UNIQUE REFERENCES audit_entry,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (desk_id, sequence)
  );
  COMMENT ON TABLE audit_link IS
    'One chain for each desk, one link for each entry; desk_id is all zero for entries of no desk. docs/trust.md defines the hash.';
  CREATE TRIGGER audit_link_is_final BEFORE UPDATE OR DELETE ON audit_link
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_link_stays BEFORE TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT coalesce(octet_length(value) || ':' || value, '-') || ',' $$;

  CREATE FUNCTION append_audit_link(entry audit_entry) RETURNS void LANGUAGE plpgsql
    SET search_path = public, pg_temp AS $$
    DECLARE
      chain uuid := coalesce(entry.desk_id, '00000000-0000-0000-0000-000000000000');
      last_sequence bigint;
      last_hash bytea;
    BEGIN
      -- Held to the end of the commit, which is where this runs. Each statement sees what was committed before it.
      PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || chain, 0));
      SELECT sequence, hash INTO last_sequence, last_hash
        FROM audit_link WHERE desk_id = chain ORDER BY sequence DESC LIMIT 1;
      last_sequence := coalesce(last_sequence, 0) + 1;
      INSERT INTO audit_link (desk_id, sequence, entry_id, hash) VALUES (chain, last_sequence, entry.id, sha256(convert_to(
        audit_field('yui-audit-1')
        || audit_field(coalesce(encode(last_hash, 'hex'), repeat('0', 64)))
        || audit_field(chain::text)
        || audit_field(last_sequence::text)
        || audit_field(entry.id::text)
        || audit_field(to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || audit_field(entry.account_id::text)
        || audit_field(entry.role)
        || audit_field(entry.organisation_id::text)
        || audit_field(entry.api_token_id::text)
        || audit_field(entry.action)
        || audit_field(entry.subject_type)
        || audit_field(entry.subject_id::text)
        || audit_field(entry.change::text)
        || audit_field(entry.request_id)
        || audit_field(encode(entry.origin_hash, 'hex')),
        'UTF8')));
    END $$;

  -- The right to link comes with the right to write an entry, and by no other way.
  CREATE FUNCTION link_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$ BEGIN PERFORM append_audit_link(NEW); RETURN NULL; END $$;
  REVOKE EXECUTE ON FUNCTION append_audit_link(audit_entry) FROM PUBLIC;

  DO $$ DECLARE entry audit_entry; BEGIN
    FOR entry IN SELECT * FROM audit_entry ORDER BY at, id LOOP PERFORM append_audit_link(entry); END LOOP;
  END $$;

  -- At the commit, not before: so a desk's chain is held for the moment of the commit and not for a whole transaction.
  CREATE CONSTRAINT TRIGGER audit_entry_is_linked AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION link_audit_entry();
`;

/*
 * Rights under row-level security: the platform writes prefecture and prefecture_desk. An officer reads its own row of
 * prefecture, its rows of prefecture_desk, and of those desks: desk, membership, facility, and what the results table is
 * made of (contract, work_order, assignment, delivery, inspection, buyer).
 */
const PREFECTURES = `
  CREATE TABLE prefecture (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL
  );
  CREATE TABLE prefecture_desk (
    prefecture_id uuid NOT NULL REFERENCES prefecture,
    desk_id uuid NOT NULL REFERENCES desk,
    PRIMARY KEY (prefecture_id, desk_id)
  );
  CREATE INDEX prefecture_desk_desk ON prefecture_desk (desk_id);
  COMMENT ON TABLE prefecture_desk IS 'Which desks a prefecture oversees: whose reports its officers read.';

  CREATE TABLE registration_code (
    code_hash bytea PRIMARY KEY,
    organisation_kind text NOT NULL CHECK (organisation_kind IN ('BUYER', 'FACILITY')),
    organisation_id uuid NOT NULL,
    issued_by uuid NOT NULL REFERENCES account,
    issued_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX registration_code_organisation ON registration_code (organisation_id);
  CREATE INDEX registration_code_age ON registration_code (expires_at);
  COMMENT ON TABLE registration_code IS
    'A buyer or facility tells a desk a code, and the desk registers it: no desk takes up an organisation that did not agree.';

  -- A desk may use a code it was told, and see nothing else of the table: this is its only way there.
  CREATE FUNCTION redeem_registration_code(told_hash bytea, told_kind text) RETURNS uuid LANGUAGE sql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
      UPDATE registration_code SET used_at = now()
      WHERE code_hash = told_hash AND organisation_kind = told_kind AND used_at IS NULL AND expires_at > now()
      RETURNING organisation_id
    $$;
`;
