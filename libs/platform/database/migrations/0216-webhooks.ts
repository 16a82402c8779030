import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Webhooks: what a program of an organisation wants to be told of, and what it was told. */
export class Webhooks0216 implements MigrationInterface {
  readonly name = 'Webhooks1790000000216';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhook (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        organisation_kind text NOT NULL CHECK (organisation_kind IN ('BUYER', 'DESK', 'FACILITY')),
        name text NOT NULL,
        url text NOT NULL,
        events jsonb NOT NULL,
        secret text NOT NULL,
        previous_secret text,
        previous_until timestamptz,
        status text NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED')),
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        created_by uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL,
        CHECK ((previous_secret IS NULL) = (previous_until IS NULL)),
        UNIQUE (organisation_id, name)
      );
      COMMENT ON COLUMN webhook.secret IS 'Sealed under SECRETS_KEY: it signs, so the product has to read it again.';
      COMMENT ON COLUMN webhook.failing_since IS 'The first failure after the last success; null: the last one went through.';

      CREATE TABLE webhook_delivery (
        id uuid PRIMARY KEY,
        webhook_id uuid NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
        organisation_id uuid NOT NULL,
        event_id uuid,
        type text NOT NULL,
        body text NOT NULL,
        status text NOT NULL CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
        attempts integer NOT NULL DEFAULT 0,
        next_at timestamptz,
        last_attempt_at timestamptz,
        response_status integer,
        response_text text,
        fault text,
        created_at timestamptz NOT NULL,
        UNIQUE (webhook_id, event_id)
      );
      COMMENT ON COLUMN webhook_delivery.next_at IS 'When it is tried next; null: not before something else happens.';
      CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at, id) WHERE next_at IS NOT NULL;
      CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook_id, created_at DESC, id DESC);
      CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
