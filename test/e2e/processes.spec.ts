import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { addDays, todayInTokyo } from '#yui/calendar';
import { createDataSource } from '#yui/platform';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { openSession } from '../harness/api.js';
import { buildProduct, type BuiltProduct } from '../harness/built-product.js';
import { createSampleDatabase } from '../harness/postgres.js';
import { storageFolderOf } from '../harness/test-run.js';
import { startTraceCollector } from '../harness/trace-collector.js';
import { until } from '../queue/queue-fixtures.js';
import { startStubbornMailServer } from '../worker/stubborn-mail-server.js';

const CLIENTS = 8;
const REPLICAS = 8;

let product: BuiltProduct;
beforeAll(() => {
  product = buildProduct();
});

describe('real processes under load', () => {
  it('leave on SIGTERM without failing a request or leaving a task behind', async () => {
    const database = await createSampleDatabase();
    const db = await createDataSource({ url: database.url, poolSize: 2, applicationName: 'test' }).initialize();
    // Mails take a while, so that some are under way whenever a worker is told to go.
    const mail = await startStubbornMailServer({ beforeTaking: async () => pause(150) });
    const ports = await freePorts(4);
    const env = {
      DATABASE_URL: database.url,
      SMTP_URL: mail.smtpUrl,
      STORAGE_DIR: storageFolderOf(database.url),
      DATABASE_POOL_SIZE: '8',
      LOG_LEVEL: 'error',
      RATE_LIMIT_PER_ACCOUNT: '0',
      RATE_LIMIT_PER_ORGANISATION: '0',
    };
    const start = async (app: 'api' | 'worker', port: number) =>
      product.start(
        app,
        { ...env, [app === 'api' ? 'API_PORT' : 'WORKER_HEALTH_PORT']: String(port) },
        `http://127.0.0.1:${port}/health/ready`,
      );
    const [apiPorts, workerPorts] = [ports.slice(0, 2), ports.slice(2)];
    const [apis, workers] = await Promise.all([
      Promise.all(apiPorts.map(async (port) => start('api', port))),
      Promise.all(workerPorts.map(async (port) => start('worker', port))),
    ]);
    const [account] = await db.query<[{ id: string }]>(
      `SELECT id FROM account WHERE email = 'company@yui.example.com'`,
    );
    const [desk] = await db.query<[{ id: string }]>('SELECT id FROM desk');
    const balancer = new Balancer(apiPorts, `yui=${await openSession(db, account.id)}`);
    let isLoadOn = true;
    const orders: string[] = [];
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (isLoadOn) {
        await balancer.ask('{ workOrders(first: 10) { totalItems items { number lines { quantity } } } }');
        const order = await balancer.ask<{ draftWorkOrder: { workOrder: { id: string } } }>(DRAFT, {
          input: draftFor(desk.id),
        });
        const input = { workOrderId: order?.draftWorkOrder.workOrder.id, idempotencyKey: randomUUID() };
        await balancer.ask(SUBMIT, { input });
        if (order) orders.push(order.draftWorkOrder.workOrder.id);
      }
    });
    try {
      await until('the load is on', () => orders.length >= 2 * CLIENTS);
      await until('mails are under way', () => mail.offered.length > mail.taken.length);
      const [leftApi, leftWorker] = await Promise.all([apis[0]?.end('SIGTERM'), workers[0]?.end('SIGTERM')]);
      const before = orders.length;
      await until('the others go on', () => orders.length > before + CLIENTS);
      isLoadOn = false;
      await Promise.all(clients);

      expect([leftApi, leftWorker]).toEqual([0, 0]);
      expect(balancer.failures).toEqual([]);
      expect(balancer.answered.every((count) => count > CLIENTS)).toBe(true);
      const waiting = async () => db.query<object[]>('SELECT name FROM outbox_event WHERE acknowledged_at IS NULL');
      await until('no task is left', async () => (await waiting()).length === 0);
      // Offered twice: a worker had left it half done.
      expect(new Set(mail.offered).size).toBe(mail.offered.length);
      expect(mail.taken).toHaveLength(mail.offered.length);
      expect(mail.taken.length).toBeGreaterThanOrEqual(orders.length);
    } finally {
      isLoadOn = false;
      await Promise.allSettled(clients);
      balancer.close();
      await Promise.all([...apis, ...workers].map(async (process) => process.end('SIGTERM')));
      await mail.close();
      await db.destroy();
      await database.drop();
    }
  });

  it('trace a request to the mail that follows from it, without what is said in either', async () => {
    const database = await createSampleDatabase();
    const [mail, collector] = await Promise.all([startStubbornMailServer({}), startTraceCollector()]);
    const [apiPort = 0, workerPort = 0] = await freePorts(2);
    const env = {
      DATABASE_URL: database.url,
      SMTP_URL: mail.smtpUrl,
      STORAGE_DIR: storageFolderOf(database.url),
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '100',
      LOG_LEVEL: 'error',
      API_PORT: String(apiPort),
      WORKER_HEALTH_PORT: String(workerPort),
    };
    const processes = await Promise.all([
      product.start('api', env, `http://127.0.0.1:${apiPort}/health/ready`),
      product.start('worker', env, `http://127.0.0.1:${workerPort}/health/ready`),
    ]);
    const db = await createDataSource({ url: database.url, poolSize: 1, applicationName: 'test' }).initialize();
    const [account] = await db.query<[{ id: string }]>(
      `SELECT id FROM account WHERE email = 'company@yui.example.com'`,
    );
    const [desk] = await db.query<[{ id: string }]>('SELECT id FROM desk');
    const balancer = new Balancer([apiPort], `yui=${await openSession(db, account.id)}`);
    try {
      const order = await balancer.ask<{ draftWorkOrder: { workOrder: { id: string } } }>(DRAFT, {
        input: draftFor(desk.id),
      });
      const workOrderId = order?.draftWorkOrder.workOrder.id ?? '';
      await balancer.ask(SUBMIT, { input: { workOrderId, idempotencyKey: randomUUID() } });
      const find = (wanted: string) => collector.spans.find(({ name }) => name === wanted);
      await until('request and mail are traced', () =>
        ['mutation submitWorkOrder', 'send mail', 'mail notification.queued'].every(find),
      );
      const request = find('mutation submitWorkOrder');
      expect(request).toMatchObject({ service: 'yui-api' });
      expect(find('send mail')).toMatchObject({ service: 'yui-worker', traceId: request?.traceId });
      const ofRequest = collector.spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
      expect(ofRequest.map(({ name }) => name)).toContain('transaction');
      const whole = JSON.stringify(collector.spans);
      const isSaid = ['封入作業', workOrderId, desk.id, account.id].filter((each) => whole.includes(each));
      expect([...isSaid, ...(/[\w.]+@[\w.]+/u.exec(whole) ?? [])]).toEqual([]);
      expect(collector.spans.some(({ name }) => name.includes('/health/'))).toBe(false);
    } finally {
      balancer.close();
      await Promise.all(processes.map(async (process) => process.end('SIGTERM')));
      await Promise.all([mail.close(), collector.close(), db.destroy()]);
      await database.drop();
    }
  });

  it(`${REPLICAS} that bring an empty database up to date at once do every step of it once`, async () => {
    const sample = await createSampleDatabase();
    const url = new URL(sample.url);
    const known = (await rowsOf(sample.url, 'SELECT name FROM schema_migration ORDER BY id')).map(({ name }) => name);
    await sample.drop();
    const name = `yui_empty_${randomUUID().slice(0, 8)}`;
    url.pathname = '/postgres';
    await rowsOf(url.href, `CREATE DATABASE ${name}`);
    const empty = new URL(sample.url);
    empty.pathname = `/${name}`;
    try {
      const runs = await Promise.all(
        Array.from({ length: REPLICAS }, async () => product.run(['migrate'], { DATABASE_URL: empty.href })),
      );
      expect(runs.map(({ code, output }) => [code, code === 0 ? '' : output])).toEqual(runs.map(() => [0, '']));
      const applied = runs.flatMap(({ output }) => [...output.matchAll(/^▸ (\w+)$/gm)].map(([, step]) => step));
      expect(applied).toEqual(known);
      const rows = await rowsOf(empty.href, 'SELECT name FROM schema_migration ORDER BY id');
      expect(rows.map((row) => row.name)).toEqual(known);
    } finally {
      await rowsOf(url.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  });
});

const DRAFT = 'mutation ($input: DraftWorkOrderInput!) { draftWorkOrder(input: $input) { workOrder { id } } }';
const SUBMIT = 'mutation ($input: SubmitWorkOrderInput!) { submitWorkOrder(input: $input) { workOrder { id } } }';

function draftFor(deskId: string) {
  const dueOn = addDays(todayInTokyo(new Date()), 60);
  const lines = [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 100, dueOn }];
  return { idempotencyKey: randomUUID(), deskId, title: '封入作業', lines };
}

/** Sends each request to the next api that says it is ready; looks ten times a second, as balancers do. */
class Balancer {
  readonly failures: string[] = [];
  readonly answered: number[];
  private readonly agent = new Agent({ keepAlive: true });
  private readonly isReady: boolean[];
  private readonly timer: NodeJS.Timeout;
  private next = 0;

  constructor(
    private readonly ports: readonly number[],
    private readonly cookie: string,
  ) {
    this.answered = ports.map(() => 0);
    this.isReady = ports.map(() => true);
    this.timer = setInterval(() => {
      ports.forEach((port, n) => {
        void this.send(port, 'GET', '/health/ready')
          .then(({ status }) => (this.isReady[n] = status === 200))
          .catch(() => (this.isReady[n] = false));
      });
    }, 100);
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data | null> {
    const chosen = this.choose();
    try {
      const body = JSON.stringify({ query, variables });
      const { status, text } = await this.send(this.ports[chosen] ?? 0, 'POST', '/graphql', body);
      const answer = JSON.parse(text) as { data?: Data; errors?: unknown };
      if (status === 200 && !answer.errors && answer.data) {
        this.answered[chosen] = (this.answered[chosen] ?? 0) + 1;
        return answer.data;
      }
      this.failures.push(`${status} ${text.slice(0, 300)}`);
    } catch (error) {
      this.failures.push(String(error));
    }
    return null;
  }

  close(): void {
    clearInterval(this.timer);
    this.agent.destroy();
  }

  private choose(): number {
    for (let tried = 0; tried < this.ports.length; tried += 1) {
      this.next = (this.next + 1) % this.ports.length;
      if (this.isReady[this.next]) return this.next;
    }
    return this.next;
  }

  private async send(port: number, method: string, path: string, body = ''): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        cookie: this.cookie,
      };
      const sent = request({ host: '127.0.0.1', port, path, method, agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  let from = 30_000 + (process.pid % 250) * 10;
  while (ports.length < count) {
    const port = await findFreePort('127.0.0.1', from);
    ports.push(port);
    from = port + 1;
  }
  return ports;
}

async function rowsOf(databaseUrl: string, statement: string): Promise<{ name: string }[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<{ name: string }>(statement)).rows;
  } finally {
    await client.end();
  }
}
