import type pg from 'pg';
import type { BackedUpTable, ChainEnd } from './backup-format.js';

type Client = Pick<pg.Client, 'query'>;

/** Made again by the one who restores: which migrations were applied, and the note on the rules of row-level security. */
const NOT_BACKED_UP = ['schema_migration', 'row_security'];

/** Every table of the product with the columns that hold something of their own. */
export async function tablesOf(client: Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT relname AS name, array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT relname = ANY ($1)
       AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     GROUP BY relname ORDER BY relname`,
    [NOT_BACKED_UP],
  );
  return rows;
}

export async function sequencesOf(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Where each chain of the audit ends. */
export async function chainEndsOf(client: Client): Promise<ChainEnd[]> {
  const { rows } = await client.query<ChainEnd>(
    `SELECT DISTINCT ON (desk_id) desk_id AS "deskId", sequence::float AS count, encode(hash, 'hex') AS "lastHash"
     FROM audit_link ORDER BY desk_id, sequence DESC`,
  );
  return rows;
}
