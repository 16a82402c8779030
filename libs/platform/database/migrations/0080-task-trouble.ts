import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What stands in the way of a task was kept with its event: one consumer's failure stopped the event for all others, and
 * being cut off counted as a failure. Now each task has a line of its own while it is in trouble.
 */
export class TaskTrouble0080 implements MigrationInterface {
  readonly name = 'TaskTrouble1790000000080';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE task_trouble (
        event_id uuid NOT NULL REFERENCES outbox_event ON DELETE CASCADE,
        consumer text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('BUSY', 'AWAY', 'ALONE', 'OWN')),
        cause text NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        tries integer NOT NULL DEFAULT 1,
        failures integer NOT NULL DEFAULT 0,
        retry_at timestamptz NOT NULL,
        set_aside_at timestamptz,
        PRIMARY KEY (event_id, consumer)
      );
      CREATE INDEX task_trouble_waiting ON task_trouble (consumer, kind, retry_at) WHERE set_aside_at IS NULL;
      CREATE INDEX task_trouble_set_aside ON task_trouble (set_aside_at) WHERE set_aside_at IS NOT NULL;
      CREATE INDEX outbox_event_open ON outbox_event (created_at) WHERE acknowledged_at IS NULL;
      COMMENT ON TABLE task_trouble IS 'Tasks that did not go through: what they wait for, or why they were set aside. Gone once they have.';
      COMMENT ON COLUMN task_trouble.kind IS
        'BUSY: others hold what it needs. AWAY: something it needs cannot be reached. ALONE: put off, this one only. OWN: it fails by itself.';

      INSERT INTO task_trouble (event_id, consumer, kind, cause, since, failures, retry_at, set_aside_at)
      SELECT id, split_part(last_error, ': ', 1), CASE WHEN failed_at IS NULL THEN 'AWAY' ELSE 'OWN' END,
             substr(last_error, length(split_part(last_error, ': ', 1)) + 3), coalesce(failed_at, created_at),
             CASE WHEN failed_at IS NULL THEN 0 ELSE 1 END, coalesce(publish_at, now()), failed_at
      FROM outbox_event WHERE last_error IS NOT NULL AND acknowledged_at IS NULL;
      -- Whoever else was to be told of an event that was given up is told now.
      UPDATE outbox_event SET publish_at = now() WHERE failed_at IS NOT NULL;
      ALTER TABLE outbox_event DROP COLUMN failed_at, DROP COLUMN last_error;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
