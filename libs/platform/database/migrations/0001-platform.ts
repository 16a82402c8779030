import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every other table leans on: time, events, idempotency, audit. */
export class Platform0001 implements MigrationInterface {
  readonly name = 'Platform1790000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE clock_shift (
        is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
        shift interval NOT NULL DEFAULT '0'
      );
      INSERT INTO clock_shift DEFAULT VALUES;
      COMMENT ON TABLE clock_shift IS 'How far the time of the product runs ahead of the time of the world. 0 in production.';

      CREATE FUNCTION yui_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT date_trunc('milliseconds', now() + (SELECT shift FROM clock_shift)) $$;

      CREATE TABLE outbox_event (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        desk_id uuid,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        publish_at timestamptz DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        acknowledged_at timestamptz,
        failed_at timestamptz,
        last_error text
      );
      CREATE INDEX outbox_event_due ON outbox_event (publish_at, id) WHERE publish_at IS NOT NULL;
      COMMENT ON COLUMN outbox_event.publish_at IS 'When the relay hands it to the queue (again). NULL: nothing left to do.';

      CREATE TABLE inbox_entry (
        consumer text NOT NULL,
        event_id uuid NOT NULL REFERENCES outbox_event ON DELETE CASCADE,
        handled_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer, event_id)
      );

      CREATE TABLE idempotency_key (
        account_id uuid NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 200),
        operation text NOT NULL,
        input_hash text NOT NULL,
        result jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (account_id, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        desk_id uuid,
        account_id uuid,
        role text NOT NULL,
        organisation_id uuid,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid,
        change jsonb NOT NULL DEFAULT '{}',
        request_id text
      );
      CREATE INDEX audit_entry_subject ON audit_entry (subject_id, at);
      CREATE INDEX audit_entry_desk ON audit_entry (desk_id, at);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME; END $$;
      CREATE TRIGGER audit_entry_is_final BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
