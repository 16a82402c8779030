import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

interface Page {
  readonly items: readonly { readonly kind: string; readonly subjectId: string }[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** A program that follows what changes, from its last cursor. */
class Follower {
  readonly seen: string[] = [];
  private cursor: string | null = null;

  constructor(
    private readonly client: Client,
    private readonly first = 3,
  ) {}

  /** @returns the subjects that have changed since it asked last */
  async catchUp(): Promise<string[]> {
    const found: string[] = [];
    for (;;) {
      const { changes } = await this.client.ask<{ changes: Page }>(
        `query ($first: Int!, $after: String) { changes(first: $first, after: $after) {
          items { kind subjectId } endCursor hasNextPage } }`,
        { first: this.first, after: this.cursor },
      );
      found.push(...changes.items.map(({ subjectId }) => subjectId));
      this.cursor = changes.endCursor ?? this.cursor;
      if (changes.items.length === 0) break;
    }
    this.seen.push(...found);
    return found;
  }
}

describe('What has changed', () => {
  let api: TestApi;
  let flow: OrderFlow;
  beforeAll(async () => {
    api = await startApi();
    flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
  });
  afterAll(() => api.close());

  it('is told to each party of it, and to nobody else', async () => {
    const [company, desk, city] = [await api.as('COMPANY'), await api.as('COORDINATOR'), await api.as('CITY')];
    const followers = [company, desk, city].map((client) => new Follower(client));
    for (const each of followers) await each.catchUp();
    const order = await flow.order('DESK_CONTRACT');
    const [ofCompany, ofDesk, ofCity] = await Promise.all(followers.map(async (each) => each.catchUp()));
    expect([ofCompany, ofDesk, ofCity].map((found) => found?.includes(order.id))).toEqual([true, true, false]);
    const { id: draft } = await flow.draft();
    const [own, others] = await Promise.all(followers.slice(0, 2).map(async (each) => each.catchUp()));
    expect([own?.includes(draft), others?.includes(draft)]).toEqual([true, false]);
    await flow.offer(order);
    const { changes } = await desk.ask<{ changes: Page }>(
      '{ changes(first: 100, filter: { kinds: [ASSIGNMENT] }) { items { kind subjectId } endCursor hasNextPage } }',
    );
    expect(changes.items.length).toBeGreaterThan(0);
    expect(new Set(changes.items.map(({ kind }) => kind))).toEqual(new Set(['ASSIGNMENT']));
  });

  it('is told of an order when its amendment, contact or places change', async () => {
    const [company, desk] = [await api.as('COMPANY'), await api.as('COORDINATOR')];
    const order = await flow.order('DESK_CONTRACT');
    const follower = new Follower(company);
    await follower.catchUp();
    const [change] = [{ workOrderLineId: order.lines[0]!.id, quantity: 3100 }];
    const steps: readonly (() => Promise<{ id: string }>)[] = [
      async () =>
        flow.step(desk, 'setOrderContact', { workOrderId: order.id, contact: { buyerNumber: 'A-1' } }, '{ id }'),
      async () =>
        flow.step(desk, 'setOrderContact', { workOrderId: order.id, contact: { buyerNumber: 'A-2' } }, '{ id }'),
      async () =>
        flow.step(
          desk,
          'setDeliveryPlaces',
          { workOrderLineId: change.workOrderLineId, places: [{ name: '図書館', quantity: 3000 }] },
          '{ id }',
        ),
      async () =>
        flow.step(desk, 'setDeliveryPlaces', { workOrderLineId: change.workOrderLineId, places: [] }, '{ id }'),
      async () =>
        flow.step(
          company,
          'proposeAmendment',
          { workOrderId: order.id, reason: '参加者が増えたため', lines: [change] },
          '{ id }',
        ),
    ];
    for (const step of steps) {
      await step();
      expect(await follower.catchUp()).toContain(order.id);
    }
    await api.db.query('UPDATE amendment SET status = status WHERE work_order_id = $1', [order.id]);
    expect(await follower.catchUp()).toEqual([order.id]);
  });

  it('of a transaction that ends late is not skipped, though one that began later was read before', async () => {
    const follower = new Follower(await api.as('COMPANY'));
    const [early, late] = [(await flow.draft()).id, (await flow.draft()).id];
    await follower.catchUp();
    const slow = new pg.Client({ connectionString: api.databaseUrl });
    await slow.connect();
    try {
      await slow.query('BEGIN');
      await slow.query('UPDATE work_order SET title = title WHERE id = $1', [early]);
      await api.db.query('UPDATE work_order SET title = title WHERE id = $1', [late]);
      expect(await follower.catchUp()).toEqual([late]);
      await slow.query('COMMIT');
      expect(await follower.catchUp()).toEqual([early]);
      expect(await follower.catchUp()).toEqual([]);
    } finally {
      await slow.end();
    }
  });

  it('is missed by nobody and seen no more often than it changed, while many write and several follow', async () => {
    const company = await api.as('COMPANY');
    const drafts = await Promise.all(Array.from({ length: 12 }, async () => (await flow.draft()).id));
    const followers = [1, 2, 7].map((first) => new Follower(company, first));
    for (const each of followers) await each.catchUp();
    const before = followers.map(({ seen }) => seen.length);
    const written = new Map(drafts.map((id) => [id, 0]));
    let isWriting = true;
    const writer = async (number: number) => {
      const client = new pg.Client({ connectionString: api.databaseUrl });
      await client.connect();
      try {
        for (let round = 0; round < 15; round += 1) {
          const own = drafts.filter((_, index) => index % 4 === number).slice(0, 1 + (round % 3));
          await client.query('BEGIN');
          await client.query('UPDATE work_order SET title = $2 WHERE id = ANY($1)', [own, randomUUID()]);
          await client.query('SELECT pg_sleep($1)', [((round * 7 + number * 3) % 5) / 200]);
          await client.query(round % 5 === 4 ? 'ROLLBACK' : 'COMMIT');
          if (round % 5 !== 4) for (const id of own) written.set(id, written.get(id)! + 1);
        }
      } finally {
        await client.end();
      }
    };
    const following = followers.map(async (each) => {
      while (isWriting) await each.catchUp();
      await each.catchUp();
    });
    await Promise.all([0, 1, 2, 3].map(writer)).finally(() => (isWriting = false));
    await Promise.all(following);
    for (const [index, { seen }] of followers.entries()) {
      const now = seen.slice(before[index]);
      for (const [id, times] of written) {
        const told = now.filter((each) => each === id).length;
        expect(told > 0).toBe(times > 0);
        expect(told).toBeLessThanOrEqual(times);
      }
    }
  });

  it('refuses a cursor it did not give', async () => {
    const company = await api.as('COMPANY');
    expect(await company.refusal('{ changes(after: "MTI") { endCursor } }')).toBe('INPUT.CURSOR_INVALID');
  });
});
