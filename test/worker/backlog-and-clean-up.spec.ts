import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CleanUp } from '#yui/platform';
import { startTestMail, type TestMail } from '../harness/mail.js';
import { until } from '../queue/queue-fixtures.js';
import { createLightOrders, type LightOrders } from './light-orders.js';
import { startWorker } from './worker-fixtures.js';

describe('a worker over time', () => {
  let orders: LightOrders;
  let mail: TestMail;
  let worker: NestFastifyApplication;

  beforeAll(async () => {
    orders = await createLightOrders();
    mail = await startTestMail();
    worker = await startWorker(orders.databaseUrl, mail.smtpUrl);
    await orders.submit(3);
    await until('all is told', () => mail.list().length === 3);
    await until('all is acknowledged', async () => (await waiting()).length === 0);
  });
  afterAll(async () => {
    await worker.close();
    await mail.close();
    await orders.close();
  });

  const waiting = async () => orders.query('SELECT 1 FROM outbox_event WHERE acknowledged_at IS NULL');
  const look = async (page: string) => {
    const response = await fetch(`${await worker.getUrl()}${page}`);
    const { details } = (await response.json()) as { details: Record<string, Record<string, unknown>> };
    return { status: response.status, ...details };
  };
  const health = async () => look('/health/ready');

  it('is ready while its backlog moves, or waits for something outside, and not when it stands still', async () => {
    expect(await health()).toMatchObject({ status: 200, backlog: { oldestWaitingSeconds: 0, setAside: 0 } });
    await orders.query(
      `INSERT INTO outbox_event (id, name, payload, created_at, publish_at, attempts)
       VALUES (gen_random_uuid(), 'work-order.submitted', '{}', now() - interval '5 min', now() + interval '1 h', 1)`,
    );
    expect(await health()).toMatchObject({ status: 200, backlog: { oldestWaitingSeconds: 300 } });

    await orders.query(`UPDATE inbox_entry SET handled_at = now() - interval '4 min'`);
    expect(await health()).toMatchObject({ status: 503, backlog: { status: 'down', lastCompletionSecondsAgo: 240 } });

    await orders.query(
      `INSERT INTO task_trouble (event_id, consumer, kind, cause, retry_at)
       SELECT id, 'mail', 'AWAY', 'SMTP ESOCKET', now() + interval '1 h' FROM outbox_event WHERE acknowledged_at IS NULL`,
    );
    expect((await health()).status).toBe(200);
  });

  it('says that something is late or was set aside, where a person looks, without being less ready for it', async () => {
    expect(await look('/health')).toMatchObject({
      status: 503,
      events: { status: 'down', waiting: 1, oldestWaitingSeconds: expect.any(Number) as number, setAside: 0 },
    });
    await orders.query(`UPDATE task_trouble SET set_aside_at = now()`);
    await orders.query(`UPDATE outbox_event SET publish_at = NULL WHERE acknowledged_at IS NULL`);
    expect(await look('/health')).toMatchObject({ status: 503, events: { waiting: 0, setAside: 1 } });
    expect((await health()).status).toBe(200);
    await orders.query('DELETE FROM outbox_event WHERE acknowledged_at IS NULL');
    expect(await look('/health')).toMatchObject({ status: 200, events: { waiting: 0, setAside: 0 } });
  });

  it('deletes old keys and what was handled long ago, and keeps what was set aside and what people were told this year', async () => {
    const cleanUp = worker.get(CleanUp, { strict: false });
    expect(await cleanUp.execute()).toBe(0);
    await orders.query(`UPDATE outbox_event SET acknowledged_at = now() - interval '31 days'`);
    await orders.query(
      `INSERT INTO outbox_event (id, name, payload, created_at, publish_at)
       VALUES (gen_random_uuid(), 'work-order.submitted', '{}', now() - interval '90 days', NULL)`,
    );
    await orders.query(
      `INSERT INTO idempotency_key (account_id, key, operation, input_hash, created_at)
       SELECT gen_random_uuid(), 'key of day ' || day, 'submit', '', now() - make_interval(days => day)
       FROM generate_series(5, 7) AS day`,
    );
    // Three events of orders, three of mails, one key.
    expect(await cleanUp.execute()).toBe(7);
    expect(await orders.query('SELECT name FROM outbox_event')).toEqual([{ name: 'work-order.submitted' }]);
    expect(await orders.query('SELECT 1 FROM inbox_entry')).toEqual([]);
    expect(await orders.query('SELECT key FROM idempotency_key ORDER BY key')).toEqual([
      { key: 'key of day 5' },
      { key: 'key of day 6' },
    ]);
    expect(await orders.query('SELECT 1 FROM notification')).toHaveLength(6);
    await orders.query(`UPDATE notification SET created_at = now() - interval '366 days' WHERE channel = 'MAIL'`);
    expect(await cleanUp.execute()).toBe(3);
    expect(await orders.query('SELECT DISTINCT channel FROM notification')).toEqual([{ channel: 'IN_APP' }]);
  });
});
