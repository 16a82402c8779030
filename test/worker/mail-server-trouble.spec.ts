import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TaskProcessor } from '#yui/platform';
import { startTestMail } from '../harness/mail.js';
import { startTcpProxy } from '../harness/tcp-proxy.js';
import { until } from '../queue/queue-fixtures.js';
import { createLightOrders, type LightOrders } from './light-orders.js';
import { startStubbornMailServer } from './stubborn-mail-server.js';
import { startWorker } from './worker-fixtures.js';

describe('when the mail server', () => {
  let orders: LightOrders;
  let worker: NestFastifyApplication | undefined;

  beforeEach(async () => {
    orders = await createLightOrders();
  });
  afterEach(async () => {
    await worker?.close();
    worker = undefined;
    await orders.close();
  });

  const mailsIn = async (status: string) => {
    const [row] = await orders.query<{ count: number }>(
      `SELECT count(*) AS count FROM notification WHERE channel = 'MAIL' AND status = $1`,
      [status],
    );
    return row?.count ?? 0;
  };

  it('is away, mails wait without being given up, and each arrives once when it is back', async () => {
    const mail = await startTestMail();
    const proxy = await startTcpProxy(mail.smtpUrl);
    proxy.cut();
    worker = await startWorker(orders.databaseUrl, `smtp://127.0.0.1:${proxy.port}`);
    await orders.submit(5);
    await until('all were tried', async () => (await mailsIn('SENDING')) === 5);
    await until('all are postponed', async () => {
      const troubles = await orders.query<{ what: string }>(
        `SELECT consumer || ' ' || kind || ' ' || cause AS what FROM task_trouble`,
      );
      expect(troubles.every(({ what }) => what === 'mail AWAY SMTP ESOCKET CONN')).toBe(true);
      return troubles.length === 5;
    });

    await proxy.mend();
    await until('all are sent', async () => (await mailsIn('SENT')) === 5);
    expect(mail.list()).toHaveLength(5);
    expect(new Set(mail.list().map(({ subject }) => subject)).size).toBe(5);
    await proxy.close();
    await mail.close();
  });

  it('comes back while two workers hold the same task, it gets the mail once', async () => {
    const mail = await startTestMail();
    const proxy = await startTcpProxy(mail.smtpUrl);
    proxy.cut();
    worker = await startWorker(orders.databaseUrl, `smtp://127.0.0.1:${proxy.port}`);
    await orders.submit(1);
    await until('it is postponed', async () => (await orders.query('SELECT FROM task_trouble')).length === 1);
    const [event] = await orders.query<{ id: string }>(
      `SELECT id FROM outbox_event WHERE name = 'notification.queued' AND acknowledged_at IS NULL`,
    );
    await proxy.mend();
    const processor = worker.get(TaskProcessor, { strict: false });
    const task = { consumer: 'mail', eventId: event?.id ?? '' };
    await Promise.all([processor.process(task), processor.process(task)]);
    expect(await mailsIn('SENT')).toBe(1);
    expect(mail.list()).toHaveLength(1);
    await proxy.close();
    await mail.close();
  });

  it('knows no such person, that mail is given up, the others are sent, and no address is recorded', async () => {
    const server = await startStubbornMailServer({ unknownRecipient: 'gone@desk.example.jp' });
    await orders.hire('gone@desk.example.jp');
    worker = await startWorker(orders.databaseUrl, server.smtpUrl);
    await orders.submit(1);
    await until('both are settled', async () => (await mailsIn('SENT')) === 1 && (await mailsIn('FAILED')) === 1);
    await until('nothing is left', async () => {
      const left = await orders.query('SELECT 1 FROM outbox_event WHERE acknowledged_at IS NULL');
      return left.length === 0;
    });
    const events = await orders.query<{ whole: string }>('SELECT outbox_event::text AS whole FROM outbox_event');
    expect(events.some(({ whole }) => whole.includes('@'))).toBe(false);
    await server.close();
  });

  it('puts one mail off, that one waits alone, the others are sent, and it is sent when its time has come', async () => {
    const server = await startStubbornMailServer({ putOff: { recipient: 'grey@desk.example.jp', times: 2 } });
    await orders.hire('grey@desk.example.jp');
    worker = await startWorker(orders.databaseUrl, server.smtpUrl);
    const kinds = new Set<string>();
    await orders.submit(3);
    await until('all are sent', async () => {
      const troubles = await orders.query<{ what: string }>(
        `SELECT consumer || ' ' || kind || ' ' || cause AS what FROM task_trouble`,
      );
      for (const { what } of troubles) kinds.add(what);
      return (await mailsIn('SENT')) === 6;
    });
    expect([...kinds].every((what) => what.startsWith('mail ALONE SMTP'))).toBe(true);
    expect(kinds.size).toBeGreaterThan(0);
    expect(await mailsIn('FAILED')).toBe(0);
    expect(new Set(server.taken).size).toBe(6);
    await server.close();
  });

  it('is slow, only mails wait for it; and a worker that is asked to leave finishes the mail in its hands', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const server = await startStubbornMailServer({ beforeTaking: () => gate });
    worker = await startWorker(orders.databaseUrl, server.smtpUrl);
    const healthUrl = `${await worker.getUrl()}/health/ready`;
    // Twice as many mails as a worker sends at a time.
    await orders.submit(16);
    await until('all notifications are written', async () => {
      const rows = await orders.query(`SELECT 1 FROM notification WHERE channel = 'IN_APP'`);
      return rows.length === 16;
    });
    await until('mails are under way', () => server.offered.length === 8);
    expect(server.taken).toEqual([]);
    expect((await fetch(healthUrl)).status).toBe(200);

    const leaving = worker.close();
    worker = undefined;
    await until('it says that it leaves', async () => (await fetch(healthUrl)).status === 503);
    await sleep(100);
    open();
    await leaving;
    await expect(fetch(healthUrl)).rejects.toThrow('fetch failed');
    expect(await mailsIn('SENT')).toBe(8);
    expect(new Set(server.taken).size).toBe(8);
    await server.close();
  });
});
