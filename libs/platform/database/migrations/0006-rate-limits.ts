import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much each account, organisation and address has asked for lately. */
export class RateLimits0006 implements MigrationInterface {
  readonly name = 'RateLimits1790000000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Room in every page for the next version of its rows: they change with every request and are never moved.
      CREATE TABLE rate_limit (
        bucket bytea PRIMARY KEY,
        full_at timestamptz NOT NULL
      ) WITH (fillfactor = 50);
      CREATE INDEX rate_limit_age ON rate_limit USING brin (full_at);
      COMMENT ON TABLE rate_limit IS
        'Buckets of tokens, as the time at which each would be full again; a bucket holds one minute. A row that is not there is a full bucket.';

      -- Takes from all buckets or from none. Answers 0, or the seconds until there is enough. The buckets come sorted,
      -- so that two requests never wait for each other.
      CREATE FUNCTION take_from_buckets(buckets bytea[], taken_seconds double precision[])
        RETURNS double precision LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
        AS $$
        DECLARE
          full_ats timestamptz[];
          known timestamptz;
          moment timestamptz;
          wait double precision;
        BEGIN
          -- A request does not wait for the disk: after a crash the last half second of counting may be lost, no more.
          PERFORM set_config('synchronous_commit', 'off', true);
          FOR i IN 1..array_length(buckets, 1) LOOP
            SELECT full_at INTO known FROM rate_limit WHERE bucket = buckets[i] FOR UPDATE;
            IF NOT FOUND THEN
              INSERT INTO rate_limit (bucket, full_at) VALUES (buckets[i], clock_timestamp())
                ON CONFLICT (bucket) DO UPDATE SET full_at = rate_limit.full_at
                RETURNING full_at INTO known;
            END IF;
            full_ats[i] := known;
          END LOOP;
          -- Only now: the locks may have been waited for.
          moment := clock_timestamp();
          SELECT max(extract(epoch FROM greatest(f, moment) - moment) + t - 60) INTO wait
            FROM unnest(full_ats, taken_seconds) AS asked(f, t);
          IF wait > 0 THEN
            RETURN wait;
          END IF;
          FOR i IN 1..array_length(buckets, 1) LOOP
            UPDATE rate_limit SET full_at = greatest(full_ats[i], moment) + make_interval(secs => taken_seconds[i])
              WHERE bucket = buckets[i];
          END LOOP;
          RETURN 0;
        END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}
