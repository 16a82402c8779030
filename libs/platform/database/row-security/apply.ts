import { createHash } from 'node:crypto';
import type pg from 'pg';
import { catalogueHash, catalogueParts, requireParts } from '../catalogue.js';
import { FUNCTIONS } from './functions.js';
import { NARROW_RIGHTS, OF_THE_AUDITOR, OF_THE_WORKER, ROW_RULES, type RowRule, WITHOUT_RULES } from './rules.js';

const IS_SYSTEM = `yui_kind() = 'SYSTEM'`;
const EVERYTHING = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/**
 * Brings rights and policies to what rules.ts says, as the owner of the tables. A table without a line there is left to
 * its owner alone.
 */
export async function applyRowSecurity(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(FUNCTIONS);
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of rows) await client.query(STATEMENTS[name] ?? takeRights(name));
    await client.query('DELETE FROM row_security');
    await client.query('INSERT INTO row_security (edition, catalogue, parts) VALUES ($1, $2, $3)', [
      EDITION,
      await catalogueHash(client),
      await catalogueParts(client),
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

interface Noted {
  readonly edition: string;
  /** What the catalogue was once the rules had been applied. */
  readonly catalogue: string;
  /** What the schema consisted of. */
  readonly parts: readonly string[];
}

async function noted(client: Pick<pg.Client, 'query'>): Promise<Noted | null> {
  const { rows } = await client.query<{ is_there: boolean }>(
    `SELECT count(*) = 3 AS is_there FROM pg_attribute
     WHERE attrelid = to_regclass('row_security') AND attname IN ('edition', 'catalogue', 'parts') AND NOT attisdropped`,
  );
  if (!rows[0]?.is_there) return null;
  return (await client.query<Noted>('SELECT edition, catalogue, parts FROM row_security')).rows[0] ?? null;
}

/**
 * Whether the rules of this code are those the database has. The row that says so may have come with a dump: it counts only
 * if the catalogue of this database is what it was when the row was written.
 */
export async function isRowSecurityInForce(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const note = await noted(client);
  return note?.edition === EDITION && note.catalogue === (await catalogueHash(client));
}

/** Whether all that migrations made is still there, and in force. @throws DATABASE.INCOMPLETE */
export async function requireWholeSchema(client: Pick<pg.Client, 'query'>): Promise<void> {
  const note = await noted(client);
  if (note) await requireParts(client, note.parts);
}

/** Tables that may not be without policies. */
export const TABLES_WITH_RULES: readonly string[] = Object.keys(ROW_RULES);

function takeRights(table: string): string {
  return `REVOKE ALL ON ${table} FROM PUBLIC, yui_app, yui_worker, yui_auditor`;
}

function statementsFor(table: string, rule: RowRule): string {
  const policy = (name: string, rest: string) =>
    `DROP POLICY IF EXISTS ${name} ON ${table}; CREATE POLICY ${name} ON ${table} ${rest}`;
  const change = rule.visitors === 'WRITE' ? `${IS_SYSTEM} OR (${rule.change})` : rule.change;
  const add = rule.add ?? (rule.visitors === 'ADD' ? `${IS_SYSTEM} OR (${rule.change})` : change);
  const isFoundByVisitors = rule.visitors === 'READ' || rule.visitors === 'WRITE';
  const see = isFoundByVisitors ? `${IS_SYSTEM} OR (${rule.see})` : rule.see;
  const rights = (NARROW_RIGHTS[table] ?? EVERYTHING).join(', ');
  const audited = OF_THE_AUDITOR[table];
  return [
    takeRights(table),
    `GRANT ${rights} ON ${table} TO yui_app, yui_worker`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    policy('owner', `TO yui_migrator USING (true) WITH CHECK (true)`),
    // PostgreSQL tries the conditions of policies in the opposite order of their names: this cheap one comes first.
    policy('system', `TO yui_worker USING (${OF_THE_WORKER.includes(table) ? 'true' : IS_SYSTEM})`),
    policy('may_see', `FOR SELECT TO yui_app, yui_worker USING (${see})`),
    policy('may_add', `FOR INSERT TO yui_app, yui_worker WITH CHECK (${add})`),
    policy('may_change', `FOR UPDATE TO yui_app, yui_worker USING (${change}) WITH CHECK (${rule.become ?? change})`),
    policy('may_remove', `FOR DELETE TO yui_app, yui_worker USING (${change})`),
    ...(audited !== undefined
      ? [
          `GRANT SELECT ${audited} ON ${table} TO yui_auditor`,
          policy('auditor', 'FOR SELECT TO yui_auditor USING (true)'),
        ]
      : []),
  ].join(';\n');
}

function rightsWithoutRules(table: string, api: 'SELECT' | 'NOTHING'): string {
  return [
    takeRights(table),
    ...(api === 'SELECT' ? [`GRANT SELECT ON ${table} TO yui_app`] : []),
    `GRANT ${EVERYTHING.join(', ')} ON ${table} TO yui_worker`,
  ].join(';\n');
}

const STATEMENTS: Readonly<Record<string, string>> = Object.fromEntries<string>([
  ...Object.entries(ROW_RULES).map(([table, rule]) => [table, statementsFor(table, rule)] as const),
  ...Object.entries(WITHOUT_RULES).map(([table, { api }]) => [table, rightsWithoutRules(table, api)] as const),
]);
const EDITION = createHash('sha256').update(FUNCTIONS).update(JSON.stringify(STATEMENTS)).digest('hex');
