import { createHash, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { loadConfig, PostgresBuckets, type RateLimit, RateLimiter, RedisBuckets } from '#yui/platform';
import { createApi } from '../../apps/api/app.module.js';
import { startApi, type TestApi } from '../harness/api.js';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.js';
import { describeWithRedis } from '../harness/redis.js';

const PER_MINUTE = 60;
const SIGN_OUT = '{"query":"mutation { signOut { isDone } }"}';
const ME = '{"query":"{ me { role } }"}';
const HTTP = { 'content-type': 'application/json' };

const limit = (name: string, unitsPerMinute = PER_MINUTE): RateLimit => ({ name, unitsPerMinute });

/** What holds in every store. Two limiters stand for two processes. */
function limitsHold(openTwo: () => Promise<[RateLimiter, RateLimiter]>) {
  let one: RateLimiter;
  let other: RateLimiter;
  beforeAll(async () => {
    [one, other] = await openTwo();
  });
  afterAll(async () => {
    await Promise.all([one.onApplicationShutdown(), other.onApplicationShutdown()]);
  });

  it('a minute’s worth goes at once, however many processes ask, and no more', async () => {
    const name = randomUUID();
    const waits = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => (n % 2 ? one : other).take([limit(name)], 1)),
    );
    const taken = waits.filter((wait) => wait === 0).length;
    // One comes back every second while this runs.
    expect(taken).toBeGreaterThanOrEqual(PER_MINUTE);
    expect(taken).toBeLessThanOrEqual(PER_MINUTE + 3);
    expect(Math.max(...waits)).toBeGreaterThan(0.1);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1);
  });

  it('gives back what the time allows', async () => {
    const name = randomUUID();
    expect(await one.take([limit(name, 600)], 600)).toBe(0);
    const wait = await other.take([limit(name, 600)], 3);
    expect(wait).toBeGreaterThan(0.1);
    await new Promise((resolve) => setTimeout(resolve, wait * 1000 + 20));
    expect(await other.take([limit(name, 600)], 3)).toBe(0);
  });

  it('refuses what is more than a bucket holds, for good', async () => {
    expect(await one.take([limit(randomUUID())], PER_MINUTE + 1)).toBeGreaterThan(0);
  });

  it('takes nothing from anybody for what is refused', async () => {
    const organisation = limit(randomUUID(), 2 * PER_MINUTE);
    const greedy = limit(randomUUID());
    const colleague = limit(randomUUID());
    for (let n = 0; n < 300; n += 1) await (n % 2 ? one : other).take([greedy, organisation], 1);
    expect(await one.take([colleague, organisation], PER_MINUTE - 5)).toBe(0);
  });

  it('asked crosswise by many, nobody waits for one another for ever', async () => {
    const names = Array.from({ length: 6 }, () => limit(randomUUID(), 100_000));
    const pairs = names.flatMap((a) => names.filter((b) => b !== a).map((b) => [a, b]));
    const waits = await Promise.all(pairs.flatMap((pair) => [one.take(pair, 1), other.take([...pair].reverse(), 1)]));
    expect(new Set(waits)).toEqual(new Set([0]));
  });
}

describe('limits in PostgreSQL', () => {
  let database: TestDatabase;
  const pools: DataSource[] = [];
  const openPool = async () => {
    const pool = await new DataSource({ type: 'postgres', url: database.url, poolSize: 10 }).initialize();
    pools.push(pool);
    return pool;
  };
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await Promise.all(pools.map(async (pool) => pool.destroy()));
    await database.drop();
  });

  limitsHold(async () => [
    new RateLimiter(new PostgresBuckets(await openPool())),
    new RateLimiter(new PostgresBuckets(await openPool())),
  ]);

  it('outlast the processes', async () => {
    const name = randomUUID();
    const before = new RateLimiter(new PostgresBuckets(await openPool()));
    expect(await before.take([limit(name)], PER_MINUTE)).toBe(0);
    const after = new RateLimiter(new PostgresBuckets(await openPool()));
    expect(await after.take([limit(name)], 2)).toBeGreaterThan(0);
  });

  it('keep no name of anybody', async () => {
    const pool = await openPool();
    await new RateLimiter(new PostgresBuckets(pool)).take([limit('address 203.0.113.7')], 1);
    const rows = await pool.query<{ bucket: Buffer }[]>('SELECT bucket FROM rate_limit');
    const hash = createHash('sha256').update('address 203.0.113.7').digest();
    expect(rows.some(({ bucket }) => bucket.equals(hash))).toBe(true);
    expect(rows.every(({ bucket }) => bucket.length === hash.length)).toBe(true);
  });
});

describeWithRedis('limits in Redis', (redis) => {
  describe('that answers', () => {
    limitsHold(async () => {
      const nobody = {
        take: async () => Promise.reject(new Error('Redis was to count')),
        close: async () => undefined,
      };
      const open = async () => {
        const ready = new Redis(redis().url);
        await ready.ping();
        ready.disconnect();
        let isReady: () => void = () => undefined;
        const readiness = new Promise<void>((resolve) => (isReady = resolve));
        const buckets = new RedisBuckets(redis().url, nobody, { away: () => undefined, back: () => isReady() });
        await readiness;
        return new RateLimiter(buckets);
      };
      return [await open(), await open()];
    });
  });

  it('that is away: the other store counts, at once', async () => {
    let asked = 0;
    const other = { take: async () => Promise.resolve((asked += 1) && 0), close: async () => undefined };
    const limiter = new RateLimiter(
      new RedisBuckets('redis://127.0.0.1:1', other, { away: () => undefined, back: () => undefined }),
    );
    const startedAt = performance.now();
    expect(await limiter.take([limit('anybody')], 1)).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(asked).toBe(1);
    await limiter.onApplicationShutdown();
  });
});

describe('the api', () => {
  let api: TestApi;
  const settings = {
    RATE_LIMIT_PER_ACCOUNT: '20',
    RATE_LIMIT_PER_ORGANISATION: '60',
    RATE_LIMIT_PER_ADDRESS: '20',
    TRUSTED_PROXIES: 'loopback',
  };
  beforeAll(async () => {
    api = await startApi(settings);
  });
  afterAll(async () => {
    await api.close();
  });

  const send = async (body: string, headers: Record<string, string>, url = api.url) => {
    const response = await fetch(url, { method: 'POST', headers: { ...HTTP, ...headers }, body });
    const answer = (await response.json()) as {
      errors?: { message: string; extensions: { code: string; details: { seconds: number } } }[];
    };
    return { status: response.status, retryAfter: response.headers.get('retry-after'), error: answer.errors?.[0] };
  };
  const countUntilRefused = async (body: string, headers: Record<string, string>, url = api.url) => {
    for (let count = 0; count < 100; count += 1) {
      if ((await send(body, headers, url)).status === 429) return count;
    }
    throw new Error('never refused');
  };

  it('says in both languages when to come back', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.1' };
    await countUntilRefused(ME, headers);
    const { retryAfter, error } = await send(ME, headers);
    expect(error?.extensions.code).toBe('RATE.LIMITED');
    expect(error?.message).toMatch(/秒ほど待って.* Too many requests/);
    expect(Number(retryAfter)).toBeGreaterThanOrEqual(1);
    expect(Number(retryAfter)).toBe(error?.extensions.details.seconds);
  });

  it('counts a change for five, wherever it is refused', async () => {
    const asked = await countUntilRefused(SIGN_OUT, { 'x-forwarded-for': '203.0.113.2' });
    expect(asked).toBe(4);
    const signedIn = await countUntilRefused('{"query":"mutation { endOtherSessions { sessions { id } } }"}', {
      cookie: (await api.as('COMPANY')).cookie ?? '',
    });
    expect(signedIn).toBe(4);
  });

  it('counts the printing of letters for what it costs', async () => {
    const { cookie } = await api.asNew('DESK_COORDINATOR', randomUUID());
    const print = async (id = '') => {
      const headers = { 'content-type': 'application/octet-stream', cookie: cookie ?? '' };
      return (await fetch(new URL(`/letters/pdf${id}`, api.url), { method: 'POST', headers })).status;
    };
    // All that wait cost more than this person has in a minute, one letter a part of it.
    expect(await print()).toBe(429);
    const statuses = [];
    for (let times = 0; times < 4; times += 1) statuses.push(await print(`?id=${randomUUID()}`));
    expect(statuses).toEqual([404, 404, 404, 429]);
  });

  it('counts by address only who is not signed in, and a whole /64 as one', async () => {
    await countUntilRefused(ME, { 'x-forwarded-for': '2001:db8:7:7::1' });
    expect(await send(ME, { 'x-forwarded-for': '2001:db8:7:7:ffff::2' })).toMatchObject({ status: 429 });
    expect(await send(ME, { 'x-forwarded-for': '2001:db8:7:8::1' })).toMatchObject({ status: 200 });
    const coordinator = await api.as('COORDINATOR');
    const behind = { 'x-forwarded-for': '2001:db8:7:7::1', cookie: coordinator.cookie ?? '' };
    expect(await send(ME, behind)).toMatchObject({ status: 200, error: undefined });
  });

  it('believes X-Forwarded-For of nobody it does not know', async () => {
    const trusting = loadConfig({
      DATABASE_URL: api.databaseUrl,
      SMTP_URL: 'smtp://127.0.0.1:1',
      LOG_LEVEL: 'silent',
      ...settings,
      TRUSTED_PROXIES: '',
    });
    const app = await createApi(trusting);
    try {
      await app.listen({ host: '127.0.0.1', port: 0 });
      const url = `${await app.getUrl()}/graphql`;
      for (let n = 0; n < 20; n += 1) await send(ME, { 'x-forwarded-for': `198.51.100.${n}` }, url);
      expect(await send(ME, { 'x-forwarded-for': '198.51.100.99' }, url)).toMatchObject({ status: 429 });
    } finally {
      await app.close();
    }
  });

  it('lets the purchasing system of a buyer starve neither its people nor other buyers', async () => {
    const token = `yui_${randomUUID()}`;
    const [owner] = await api.db.query<[{ organisation_id: string }]>(
      `INSERT INTO api_token (id, account_id, role_grant_id, organisation_id, name, scopes, token_hash, expires_at)
       SELECT $1, account_id, id, organisation_id, 'x', '["READ"]', $2, now() + interval '1 day' FROM role_grant
       WHERE role = 'BUYER_ADMIN' AND account_id = (SELECT id FROM account WHERE email = 'city@yui.example.com')
       RETURNING organisation_id`,
      [randomUUID(), createHash('sha256').update(token).digest()],
    );
    const machine = { authorization: `Bearer ${token}` };
    const answers = await Promise.all(Array.from({ length: 100 }, async () => send(ME, machine)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(22);
    const itsOwner = await api.as('CITY');
    const colleague = await api.asNew('BUYER_MEMBER', owner.organisation_id);
    const otherBuyer = await api.asNew('BUYER_ADMIN', randomUUID());
    for (const { cookie } of [itsOwner, colleague, otherBuyer]) {
      expect(await send(ME, { cookie: cookie ?? '' })).toMatchObject({ status: 200 });
    }
  });

  it('refuses too much at once before anything runs', async () => {
    const coordinator = await api.asNew('DESK_COORDINATOR', randomUUID());
    const again = Array.from({ length: 15 }, (_, n) => `a${n}: capabilities { id }`).join(' ');
    const query = `query ($take: Int!) { facilities(first: $take) { items { ${again} workWeek { weekday } } } }`;
    let answer: Awaited<ReturnType<typeof send>> | undefined;
    const statements = await api.statementsOf(async () => {
      answer = await send(JSON.stringify({ query, variables: { take: 100 } }), { cookie: coordinator.cookie ?? '' });
    });
    expect(answer).toMatchObject({
      status: 400,
      error: { extensions: { code: 'GRAPHQL.TOO_COSTLY', details: { cost: 5300, most: 5000 } } },
    });
    expect(statements.filter((statement) => /FROM "?facility/.test(statement))).toEqual([]);
  });
});
