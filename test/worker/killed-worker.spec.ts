import type { ChildProcess } from 'node:child_process';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { buildProduct, type BuiltProduct } from '../harness/built-product.js';
import { describeWithRedis } from '../harness/redis.js';
import { storageFolderOf } from '../harness/test-run.js';
import { until } from '../queue/queue-fixtures.js';
import { createLightOrders } from './light-orders.js';
import { startStubbornMailServer } from './stubborn-mail-server.js';
import { PUBLIC_URL, startWorker } from './worker-fixtures.js';

/** A task whose worker was killed goes on elsewhere after five seconds; a busy machine is given more. */
const RERUN_DEADLINE_MS = 20_000;

let product: BuiltProduct;

beforeAll(() => {
  product = buildProduct();
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
    const worked = await orders.query(`SELECT 1 FROM inbox_entry WHERE consumer IN ('notifications', 'mail')`);
    expect(worked).toHaveLength(2);
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

async function startWorkerProcess(
  databaseUrl: string,
  smtpUrl: string,
  redisUrl: string | null,
): Promise<ChildProcess> {
  const port = await findFreePort('127.0.0.1', 13_000 + (process.pid % 1_000));
  const { child } = await product.start(
    'worker',
    {
      DATABASE_URL: databaseUrl,
      SMTP_URL: smtpUrl,
      REDIS_URL: redisUrl ?? '',
      PUBLIC_URL,
      STORAGE_DIR: storageFolderOf(databaseUrl),
      MAIL_GATHER_MINUTES: '0',
      WORKER_HEALTH_PORT: String(port),
    },
    `http://127.0.0.1:${port}/health/ready`,
  );
  return child;
}
