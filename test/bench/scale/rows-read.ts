import pg from 'pg';
import { DataSource } from 'typeorm';
import type { TestApi } from '../../harness/api.js';
import { recordSent, type SentStatement } from '../../harness/record-statements.js';

/** What PostgreSQL does for one request. */
export interface Effort {
  readonly statements: number;
  /** Rows that were looked at in tables and indexes, also those that were then dropped. */
  readonly rows: number;
  /** The statement that looked at most of them, with its plan. */
  readonly worst: { readonly rows: number; readonly text: string; readonly plan: string };
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** PostgreSQL's code `read_only_sql_transaction`. */
const READ_ONLY = '25006';
const READS = /^\s*(SELECT|WITH)\b/i;

/** Sends what the api sent for `work` once more, under the same user and scope, and counts what each statement looks at. */
export async function effortOf(api: TestApi, work: () => Promise<unknown>): Promise<Effort> {
  const source = api.app.get(DataSource);
  const sent = (await recordSent(source, work)).filter(({ text }) => !/^(COMMIT|ROLLBACK)/.test(text));
  const client = new pg.Client({ connectionString: (source.options as { url: string }).url });
  await client.connect();
  try {
    return await explainAll(client, sent);
  } finally {
    await client.end();
  }
}

/**
 * Requests use several connections side by side and this is one: what cannot be said inside the transaction that happens to
 * be open (who is signed in, how often they asked) is passed over, as it does not depend on how much there is.
 */
async function explainAll(client: pg.Client, sent: readonly SentStatement[]): Promise<Effort> {
  let rows = 0;
  let worst = { rows: -1, text: '', plan: '' };
  await client.query('BEGIN READ ONLY');
  for (const { text, values } of sent) {
    if (/^(BEGIN|START)/.test(text)) continue;
    await client.query('SAVEPOINT before');
    const explain = READS.test(text) ? 'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ' : '';
    const answer = await client
      .query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`${explain}${text}`, [...values])
      .catch((error: { code?: string }) => {
        if (error.code !== READ_ONLY) throw error;
      });
    if (!answer) await client.query('ROLLBACK TO before');
    if (!answer || explain === '') continue;
    const plan = answer.rows[0]!['QUERY PLAN'][0].Plan;
    const looked = rowsOf(plan);
    rows += looked;
    if (looked > worst.rows) worst = { rows: looked, text, plan: outline(plan) };
  }
  await client.query('ROLLBACK');
  return { statements: sent.length, rows, worst };
}

function rowsOf(node: PlanNode): number {
  const own = node['Node Type'].includes('Scan') ? ownRows(node) : 0;
  return (node.Plans ?? []).reduce((sum, plan) => sum + rowsOf(plan), own);
}

function ownRows(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round((node['Actual Rows'] + removed) * node['Actual Loops']);
}

function outline(node: PlanNode, depth = 0): string {
  const of = node['Index Name'] ?? node['Relation Name'] ?? '';
  const line = `${'  '.repeat(depth)}${node['Node Type']} ${of} (${ownRows(node)} rows)`;
  return [line, ...(node.Plans ?? []).map((plan) => outline(plan, depth + 1))].join('\n');
}
