import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  type ChainReport,
  createDataSource,
  restoreBackup,
  type RestoreReport,
  verifyAudit,
  writeBackup,
} from '#yui/platform';
import { createEmptyDatabase } from '../../harness/postgres.js';
import { testRunFolder } from '../../harness/test-run.js';
import { createCountry } from '../scale/generate.js';

/**
 * The drill of bringing a country back: how long a backup and its return take, the first beside a plain COPY of every table.
 * `npm run bench:restore`; `-- --orders 100000` for more.
 */
const WHO_TAKES_PART = { desks: 47, facilities: 17_000, buyers: 5_000 };

const { values } = parseArgs({ options: { orders: { type: 'string', default: '10000' } } });
const orders = Number(values.orders);
if (!(Number.isInteger(orders) && orders > 0)) throw new Error('--orders wants a number above 0.');
const country = await createCountry({ ...WHO_TAKES_PART, orders });
const empty = await createEmptyDatabase();
try {
  const file = path.join(testRunFolder(), 'country.backup');
  const copyMs = await timeOf(async () => copyEverything(country.url));
  let written = 0;
  const backupMs = await timeOf(async () => (written = (await writeBackup(country.url, file, new Date())).rows));
  let report: RestoreReport | undefined;
  const restoreMs = await timeOf(async () => (report = await restoreBackup(empty.url, file)));
  const megabytes = ((await stat(file)).size / 2 ** 20).toFixed(0);
  console.log(`# ${orders} orders, ${JSON.stringify(WHO_TAKES_PART)}: ${written} rows, ${megabytes} MB in the file`);
  console.log('| | s | ratio |\n| --- | ---: | ---: |');
  console.log(`| COPY of every table, read and thrown away | ${seconds(copyMs)} | 1 |`);
  console.log(`| backup | ${seconds(backupMs)} | ${(backupMs / copyMs).toFixed(1)} |`);
  console.log(
    `| restore, with every chain of the audit verified | ${seconds(restoreMs)} | ${(restoreMs / copyMs).toFixed(1)} |`,
  );
  const isSame = report?.rows === written && isDeepStrictEqual(report.chains, await chainsOf(country.url));
  console.log(
    `# ${report?.rows} rows and ${report?.chains.length} chains came back ${isSame ? 'as they were' : 'CHANGED'}`,
  );
  process.exitCode = isSame ? 0 : 1;
} finally {
  await country.drop();
  await empty.drop();
}

async function copyEverything(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of rows) {
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      await pipeline(client.query(copyTo(`COPY "${name}" TO STDOUT`)), nowhere);
    }
  } finally {
    await client.end();
  }
}

/** What a country of invention says of its chains: their links hold, addresses were made up. */
async function chainsOf(url: string): Promise<ChainReport[]> {
  const dataSource = await createDataSource({ url, poolSize: 1, applicationName: 'bench' }).initialize();
  try {
    return await verifyAudit(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
