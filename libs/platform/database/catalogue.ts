import type pg from 'pg';
import { defineErrors } from '../errors/domain-error.js';

const errors = defineErrors('DATABASE', {
  INCOMPLETE: {
    ja: 'データベースに、あるはずのものがありません: {missing}。バックアップから戻し直してください（yui restore）。',
    en: 'The database lacks what it had: {missing}. Restore it from a backup again (yui restore).',
  },
  NOT_PREPARED: {
    ja: 'データベースに、見える範囲を守る規則がありません（{tables}）。yui migrate を実行してください。',
    en: 'The database lacks the rules of who sees what ({tables}). Run yui migrate.',
  },
});

const OURS = `relnamespace = 'public'::regnamespace`;
/** Rights of the roles of the product and of everybody; not those of the one who owns or administrates. */
const RIGHTS = (object: string, acl: string) =>
  `SELECT format('right %s %s %s', ${object}, grantee::regrole, privilege_type) FROM aclexplode(${acl})
   WHERE grantee = 0 OR grantee::regrole::text LIKE 'yui\\_%'`;

/** What PostgreSQL itself says of who may see and do what, in lines. */
const LINES = `
  SELECT format('policy %s %s %s %s %s %s %s', tablename, policyname, permissive, roles, cmd, qual, with_check) AS line
  FROM pg_policies WHERE schemaname = 'public'
  UNION ALL
  SELECT format('table %s %s %s %s', relname, relrowsecurity, relforcerowsecurity, relowner::regrole)
  FROM pg_class WHERE ${OURS} AND relkind IN ('r', 'p')
  UNION ALL
  SELECT granted.format FROM pg_class, LATERAL (${RIGHTS('relname', 'relacl')}) AS granted
  WHERE ${OURS} AND relkind IN ('r', 'p', 'v', 'S')
  UNION ALL
  SELECT granted.format FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid,
    LATERAL (${RIGHTS(`relname || '.' || attname`, 'attacl')}) AS granted
  WHERE ${OURS} AND attacl IS NOT NULL
  UNION ALL
  SELECT format('function %s %s %s %s', oid::regprocedure, md5(prosrc), prosecdef, proowner::regrole)
  FROM pg_proc WHERE pronamespace = 'public'::regnamespace`;

/** Triggers, constraints and indexes by name: what migrations made, and what a restored database may lack. */
const PARTS = `
  SELECT format('trigger %s of %s', tgname, relname) AS part FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
  WHERE ${OURS} AND NOT tgisinternal AND tgenabled <> 'D'
  UNION ALL
  SELECT format('constraint %s of %s', conname, relname) FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
  WHERE ${OURS} AND contype IN ('p', 'u', 'f', 'c', 'x')
  UNION ALL
  SELECT format('index %s', relname) FROM pg_class WHERE ${OURS} AND relkind = 'i'`;

const MAX_NAMED = 10;

type Client = Pick<pg.Client, 'query'>;

/** A hash of the policies, rights, owners and functions that are really there. */
export async function catalogueHash(client: Client): Promise<string> {
  const { rows } = await client.query<{ hash: string }>(
    `SELECT md5(string_agg(line, E'\\n' ORDER BY line)) AS hash FROM (${LINES}) AS lines`,
  );
  return rows[0]?.hash ?? '';
}

/** The triggers, constraints and indexes that are really there, and in force. */
export async function catalogueParts(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ part: string }>(`SELECT part FROM (${PARTS}) AS parts ORDER BY part`);
  return rows.map(({ part }) => part);
}

/** @throws DATABASE.INCOMPLETE */
export async function requireParts(client: Client, expected: readonly string[]): Promise<void> {
  const there = new Set(await catalogueParts(client));
  const missing = expected.filter((part) => !there.has(part));
  if (missing.length === 0) return;
  const more = missing.length > MAX_NAMED ? [`… (${missing.length})`] : [];
  throw errors.INCOMPLETE({ missing: [...missing.slice(0, MAX_NAMED), ...more].join(', ') });
}

/**
 * Whether these tables have their policies; by anybody, since everybody may read the catalogue.
 * @throws DATABASE.NOT_PREPARED
 */
export async function requirePolicies(
  query: (statement: string, values: unknown[]) => Promise<{ name: string }[]>,
  tables: readonly string[],
): Promise<void> {
  const without = await query(
    `SELECT name FROM unnest($1::text[]) AS name
     WHERE NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = to_regclass('public.' || quote_ident(name)) AND polname = 'may_see')
     ORDER BY name`,
    [tables],
  );
  if (without.length === 0) return;
  const names = without.slice(0, MAX_NAMED).map(({ name }) => name);
  throw errors.NOT_PREPARED({ tables: names.join(', ') });
}
