import { createHash } from 'node:crypto';
import type pg from 'pg';
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
    await client.query('INSERT INTO row_security VALUES ($1)', [EDITION]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Whether the rules of this code are those the database has. */
export async function isRowSecurityInForce(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const table = await client.query<{ is_there: boolean }>(`SELECT to_regclass('row_security') IS NOT NULL AS is_there`);
  if (!table.rows[0]?.is_there) return false;
  const { rows } = await client.query<{ edition: string }>('SELECT edition FROM row_security');
  return rows[0]?.edition === EDITION;
}

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
