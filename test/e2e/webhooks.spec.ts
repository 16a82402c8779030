import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { NotificationsModule } from '#yui/notifications';
import { CleanUp } from '#yui/platform';
import type { Client } from '../harness/api.js';
import { besideApi } from '../harness/product.js';
import { testRunFolder } from '../harness/test-run.js';
import { Story } from '../scenarios/story.js';

const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 300 }] };

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly attempts: number;
  readonly responseStatus: number | null;
  readonly responseText: string | null;
  readonly fault: string | null;
}

/** A program somewhere that takes what it is sent, or not. */
class Receiver {
  readonly received: Received[] = [];
  status = 204;
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        receiver.received.push({ headers: request.headers, body });
        response.writeHead(receiver.status, { location: 'http://127.0.0.1:1/' }).end('an answer');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  typesSince(count: number): string[] {
    return this.received.slice(count).map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function isSignedBy(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const signature = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(signature);
}

describe('Webhooks', () => {
  let story: Story;
  let receiver: Receiver;
  let buyerAdmin: Client;
  let webhookId: string;
  let secret: string;
  beforeAll(async () => {
    story = await Story.begin({ WEBHOOKS_LOCAL: 'true', SECRETS_KEY: Buffer.alloc(32, 7).toString('base64') });
    receiver = await Receiver.start();
    const { me } = await story.company.ask<{ me: { organisationId: string } }>('{ me { organisationId } }');
    buyerAdmin = await story.api.asNew('BUYER_ADMIN', me.organisationId);
  });
  afterAll(async () => {
    await receiver.close();
    await story.end();
  });

  const create = async (who: Client, name: string, events: string[], url = receiver.url) => {
    const answer = await who.ask<{ createWebhook: { secret: string; webhook: { id: string } } }>(
      'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { id } } }',
      { input: { name, url, events } },
    );
    return answer.createWebhook;
  };
  const deliveries = async () => {
    const { webhookDeliveries } = await buyerAdmin.ask<{ webhookDeliveries: { items: Delivery[] } }>(
      `query ($id: ID!) { webhookDeliveries(webhookId: $id, first: 100) {
        items { id type status attempts responseStatus responseText fault } } }`,
      { id: webhookId },
    );
    return webhookDeliveries.items;
  };
  const state = async () => {
    const { webhooks } = await buyerAdmin.ask<{ webhooks: { id: string; status: string; failures: number }[] }>(
      '{ webhooks { id status failures } }',
    );
    return webhooks.find(({ id }) => id === webhookId)!;
  };
  const tryIt = async () => {
    await story.do(buyerAdmin, 'tryWebhook', { webhookId });
    await story.quiet();
  };

  it('belong to administrators, go to addresses that can be sent to, and tell what the organisation may know', async () => {
    const input = { name: '購買システム', url: receiver.url, events: ['work-order.ordered'] };
    expect(await story.refused(story.desk, 'createWebhook', input)).toBe('ACCESS.NOT_FOUND');
    const refused = async (change: object) => story.refused(buyerAdmin, 'createWebhook', { ...input, ...change });
    expect(await refused({ url: 'ftp://example.jp/' })).toBe('WEBHOOK.URL');
    expect(await refused({ events: [] })).toBe('WEBHOOK.EVENT_UNKNOWN');
    expect(await refused({ events: ['assignment.accepted'] })).toBe('WEBHOOK.EVENT_UNKNOWN');
    const made = await create(buyerAdmin, input.name, ['quote.issued', 'work-order.ordered']);
    webhookId = made.webhook.id;
    secret = made.secret;
    expect(await refused({})).toBe('WEBHOOK.NAME_TAKEN');
    expect(await story.refused(story.deskAdmin, 'tryWebhook', { webhookId })).toBe('ACCESS.NOT_FOUND');
    const [row] = await story.api.db.query<[{ row: string }]>('SELECT webhook::text AS row FROM webhook');
    expect(row.row).toContain('購買システム');
    expect(row.row).not.toContain(secret.slice('whsec_'.length));
    const [said] = await story.api.db.query<[{ text: string }]>(
      `SELECT string_agg(audit_entry::text, ' ') AS text FROM audit_entry WHERE action LIKE 'webhook.%'`,
    );
    expect(said.text).toContain('webhook.create');
    for (const hidden of [secret, receiver.url]) expect(said.text).not.toContain(hidden);
  });

  it('tell each party that asked, once, signed, and nobody else', async () => {
    const other = await Receiver.start();
    await create(story.deskAdmin, '窓口の表', ['work-order.ordered', 'assignment.accepted'], other.url);
    const order = await story.ordered(story.company, WISH, 'DESK_CONTRACT', 500);
    await story.quiet();
    expect(receiver.typesSince(0).sort()).toEqual(['quote.issued', 'work-order.ordered']);
    expect(other.typesSince(0)).toEqual(['work-order.ordered']);
    await other.close();
    for (const each of receiver.received) {
      expect(isSignedBy(secret, each)).toBe(true);
      const { data } = JSON.parse(each.body) as { data: Record<string, string> };
      expect(data.workOrderId).toBe(order.id);
      expect(Math.abs(Number(each.headers['webhook-timestamp']) * 1000 - Date.now())).toBeLessThan(300_000);
    }
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    const log = await deliveries();
    expect(log.map(({ status, attempts, responseStatus }) => [status, attempts, responseStatus])).toEqual([
      ['DELIVERED', 1, 204],
      ['DELIVERED', 1, 204],
    ]);
    await story.api.db.query(
      `UPDATE outbox_event SET publish_at = now(), acknowledged_at = NULL WHERE name = 'quote.issued'`,
    );
    await story.quiet();
    expect(await deliveries()).toHaveLength(2);
    // What an import brings along has happened long ago.
    await story.api.db.query(
      `INSERT INTO outbox_event (id, name, payload, created_at, publish_at, attempts)
       SELECT gen_random_uuid(), name, payload || '{"importId": "an import"}', now(), now(), 0
       FROM outbox_event WHERE name = 'quote.issued'`,
    );
    await story.quiet();
    expect(await deliveries()).toHaveLength(2);
  });

  it('are taken by the client that the product serves, which orders and follows what changes', async () => {
    const base = new URL('/', story.api.url).origin;
    const served = await fetch(`${base}/example-client.mjs`);
    expect(served.headers.get('content-type')).toContain('text/javascript');
    const folder = mkdtempSync(path.join(testRunFolder(), 'client-'));
    writeFileSync(path.join(folder, 'example-client.mjs'), await served.text());
    writeFileSync(
      path.join(folder, 'run.mjs'),
      `import { readWebhook, Yui } from './example-client.mjs';
       const { url, token, order, secret, received: { headers, body } } = JSON.parse(process.env.CASE);
       const yui = new Yui(url, token);
       const orders = [await yui.order(order, 'PO-2026-0142'), await yui.order(order, 'PO-2026-0142')];
       const changed = [];
       for await (const { items } of yui.changes()) changed.push(...items.map(({ subjectId }) => subjectId));
       const refusals = [
         () => readWebhook(secret, headers, body + ' '),
         () => readWebhook('whsec_AAAA', headers, body),
         () => readWebhook(secret, headers, body, Date.now() + 600_000),
         () => readWebhook(secret, {}, body),
       ].map((read) => { try { read(); return null; } catch (error) { return error.message; } });
       const unknown = await new Yui(url, 'yui_nobody').ask('{ me { id } }').catch(({ code }) => code);
       console.log(JSON.stringify({ orders, changed, refusals, unknown, event: readWebhook(secret, headers, body) }));`,
    );
    const { createApiToken } = await buyerAdmin.ask<{ createApiToken: { token: string } }>(
      'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }',
      {
        input: {
          name: '購買システム',
          scopes: ['READ', 'ORDER'],
          expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
        },
      },
    );
    const { desks } = await buyerAdmin.ask<{ desks: { id: string }[] }>('{ desks { id } }');
    const lines = [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3000, dueOn: await story.daysFromNow(60) }];
    const received = receiver.received[0]!;
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, 'run.mjs')], {
      env: {
        CASE: JSON.stringify({
          url: base,
          token: createApiToken.token,
          order: { deskId: desks[0]!.id, title: '案内状の封入', lines },
          secret,
          received,
        }),
      },
    });
    const { orders, changed, refusals, unknown, event } = JSON.parse(stdout) as {
      orders: { id: string; status: string }[];
      changed: string[];
      refusals: (string | null)[];
      unknown: string;
      event: { id: string; type: string };
    };
    expect(orders[0]).toMatchObject({ status: 'SUBMITTED' });
    expect(orders[1]).toEqual(orders[0]);
    expect(changed).toContain(orders[0]!.id);
    expect(refusals).not.toContain(null);
    expect(unknown).toBe('ACCESS.SIGN_IN_REQUIRED');
    expect(event).toEqual({ id: received.headers['webhook-id'], ...(JSON.parse(received.body) as object) });
  });

  it('are tried again after a failure, under the same id, and follow no redirection', async () => {
    receiver.status = 302;
    const before = receiver.received.length;
    await tryIt();
    const [failed] = await deliveries();
    expect(failed).toMatchObject({
      type: 'webhook.trial',
      status: 'PENDING',
      fault: 'STATUS',
      responseStatus: 302,
      responseText: 'an answer',
    });
    expect((await state()).failures).toBeGreaterThan(0);
    expect((await state()).status).toBe('ACTIVE');
    receiver.status = 200;
    await story.passDays(1);
    await delivered(failed!.id);
    expect(receiver.received.length - before).toBeGreaterThan(1);
    expect(new Set(receiver.received.slice(before).map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([failed!.id]),
    );
    expect(await state()).toMatchObject({ failures: 0 });
  });

  it('are signed by the old secret and the new one for a day after it was replaced', async () => {
    const { rotateWebhookSecret } = await buyerAdmin.ask<{ rotateWebhookSecret: { secret: string } }>(
      'mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { secret } }',
      { input: { webhookId } },
    );
    await tryIt();
    const last = receiver.received.at(-1)!;
    expect([secret, rotateWebhookSecret.secret].map((each) => isSignedBy(each, last))).toEqual([true, true]);
    await story.passDays(2);
    await tryIt();
    const later = receiver.received.at(-1)!;
    expect([secret, rotateWebhookSecret.secret].map((each) => isSignedBy(each, later))).toEqual([false, true]);
  });

  it('are paused when the receiver is gone, its owner is told, and what waited is sent when they go on', async () => {
    receiver.status = 410;
    await tryIt();
    expect(await state()).toMatchObject({ status: 'PAUSED' });
    const [told] = await story.api.db.query<{ subject: string }[]>(
      `SELECT DISTINCT subject FROM notification WHERE kind = 'webhook.paused'`,
    );
    expect(told?.subject).toContain('購買システム');
    receiver.status = 200;
    const before = receiver.received.length;
    await story.ordered(story.company, WISH, 'DESK_CONTRACT', 500);
    await story.quiet();
    expect(receiver.received).toHaveLength(before);
    await story.api.db.query(`UPDATE webhook_delivery SET created_at = created_at - interval '40 days'`);
    const cleaner = await besideApi(story.api, NotificationsModule);
    await cleaner.get(CleanUp).execute();
    await cleaner.close();
    expect(new Set((await deliveries()).map(({ status }) => status))).toEqual(new Set(['PENDING']));
    await story.do(buyerAdmin, 'changeWebhook', { webhookId, status: 'ACTIVE' });
    for (const { id } of await deliveries()) await delivered(id);
    expect([...new Set(receiver.typesSince(before))].sort()).toEqual([
      'quote.issued',
      'webhook.trial',
      'work-order.ordered',
    ]);
    const [newest] = await deliveries();
    await story.do(buyerAdmin, 'sendWebhookAgain', { webhookDeliveryId: newest!.id });
    await delivered(newest!.id);
    const times = receiver.received.filter(({ headers }) => headers['webhook-id'] === newest!.id).length;
    expect(times).toBeGreaterThan(1);
    await story.do(buyerAdmin, 'removeWebhook', { webhookId });
    expect(await buyerAdmin.ask('{ webhooks { id } }')).toEqual({ webhooks: [] });
  });

  /** The deadline looks once a second. */
  async function delivered(id: string): Promise<void> {
    for (let round = 0; round < 400; round += 1) {
      const [row] = await story.api.db.query<{ status: string }[]>(
        'SELECT status FROM webhook_delivery WHERE id = $1',
        [id],
      );
      if (row?.status === 'DELIVERED') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${id} was not delivered`);
  }
});
