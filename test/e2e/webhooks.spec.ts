import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '../harness/api.js';
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
    story = await Story.begin({ WEBHOOKS_LOCAL: 'true' });
    receiver = await Receiver.start();
    const [buyer] = await story.api.db.query<[{ id: string }]>(`SELECT id FROM buyer WHERE kind = 'COMPANY' LIMIT 1`);
    buyerAdmin = await story.api.asNew('BUYER_ADMIN', buyer.id);
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
  });

  it('are tried again after a failure, under the same id, and follow no redirection', async () => {
    receiver.status = 302;
    const before = receiver.received.length;
    await tryIt();
    const [failed] = await deliveries();
    expect(failed).toMatchObject({
      type: 'webhook.trial',
      status: 'PENDING',
      attempts: 1,
      fault: 'STATUS',
      responseStatus: 302,
      responseText: 'an answer',
    });
    expect(await state()).toMatchObject({ status: 'ACTIVE', failures: 1 });
    receiver.status = 200;
    await story.passDays(1);
    await delivered(failed!.id);
    expect(receiver.received.length - before).toBe(2);
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
    await story.do(buyerAdmin, 'changeWebhook', { webhookId, status: 'ACTIVE' });
    for (const { id } of await deliveries()) await delivered(id);
    expect(receiver.typesSince(before).sort()).toEqual(['quote.issued', 'webhook.trial', 'work-order.ordered']);
    const [newest] = await deliveries();
    await story.do(buyerAdmin, 'sendWebhookAgain', { webhookDeliveryId: newest!.id });
    await delivered(newest!.id);
    expect(receiver.received.filter(({ headers }) => headers['webhook-id'] === newest!.id)).toHaveLength(2);
    await story.do(buyerAdmin, 'removeWebhook', { webhookId });
    expect(await buyerAdmin.ask('{ webhooks { id } }')).toEqual({ webhooks: [] });
  });

  /** The deadline looks once a second. */
  async function delivered(id: string): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
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
