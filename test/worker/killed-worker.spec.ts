import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { describeWithRedis } from '../harness/redis.js';
import { storageFolderOf, testRunFolder } from '../harness/test-run.js';
import { until } from '../queue/queue-fixtures.js';
import { createLightOrders } from './light-orders.js';
import { startStubbornMailServer } from './stubborn-mail-server.js';
import { PUBLIC_URL, startWorker } from './worker-fixtures.js';

/** A task whose worker was killed goes on elsewhere within this time. */
const RERUN_DEADLINE_MS = 6_000;

let builtWorker: string;

beforeAll(() => {
  builtWorker = compileWorker();
});

async function survivesKill(redisUrl: string | null): Promise<void> {
  const orders = await createLightOrders();
  let attempts = 0;
  // The first attempt never ends by itself.
  const server = await startStubbornMailServer({
    beforeTaking: async () => {
      attempts += 1;
      if (attempts === 1) await new Promise(() => undefined);
    },
  });
  const first = await startWorkerProcess(orders.databaseUrl, server.smtpUrl, redisUrl);
  await orders.submit(1);
  await until('the mail is under way', () => server.offered.length === 1);
  const second = await startWorker(orders.databaseUrl, server.smtpUrl, redisUrl);
  try {
    first.kill('SIGKILL');
    const killedAt = performance.now();
    await until('another worker sends it', () => server.taken.length === 1);
    expect(performance.now() - killedAt).toBeLessThan(RERUN_DEADLINE_MS);

    await until('it is noted', async () => {
      const sent = await orders.query(`SELECT 1 FROM notification WHERE channel = 'MAIL' AND status = 'SENT'`);
      return sent.length === 1;
    });
    expect(server.offered[1]).toBe(server.offered[0]);
    expect(server.taken).toHaveLength(1);
    expect(await orders.query(`SELECT 1 FROM notification`)).toHaveLength(2);
    expect(await orders.query(`SELECT 1 FROM inbox_entry`)).toHaveLength(2);
  } finally {
    await second.close();
    await server.close();
    await orders.close();
  }
}

describe('a worker that is killed in the middle of a task', () => {
  it('leaves it to another, with one effect (PostgreSQL)', async () => {
    await survivesKill(null);
  });

  describeWithRedis('the same', (redis) => {
    it('on Redis', async () => {
      await survivesKill(redis().url);
    });
  });
});

/** Compiles the sources as they are now, beside the project's own `dist/`. @returns the file to run */
function compileWorker(): string {
  const root = process.cwd();
  const folder = mkdtempSync(path.join(testRunFolder(), 'worker-'));
  copyFileSync('package.json', path.join(folder, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const swc = path.join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const dist = path.join(folder, 'dist');
  const args = [swc, 'apps/worker', 'libs', '--out-dir', dist, '--copy-files', '--quiet'];
  const result = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`The worker was not compiled:\n${result.stdout}${result.stderr}`);
  return path.join(dist, 'apps', 'worker', 'main.js');
}

async function startWorkerProcess(
  databaseUrl: string,
  smtpUrl: string,
  redisUrl: string | null,
): Promise<ChildProcess> {
  const port = await findFreePort('127.0.0.1', 57_000 + (process.pid % 1_000));
  const child = spawn(process.execPath, [builtWorker], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: databaseUrl,
      SMTP_URL: smtpUrl,
      REDIS_URL: redisUrl ?? '',
      PUBLIC_URL,
      STORAGE_DIR: storageFolderOf(databaseUrl),
      WORKER_HEALTH_PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The worker ended:\n${Buffer.concat(output).toString()}`);
  });
  ended.catch(() => undefined);
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.ok === true;
  await Promise.race([ended, until('the worker process is ready', isReady, 20_000)]);
  return child;
}
