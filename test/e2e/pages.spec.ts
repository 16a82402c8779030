import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { gzipSync, gunzipSync } from 'node:zlib';
import { EventHandlers, OutboxRelay } from '#yui/platform';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

const DOCUMENT = `<!doctype html><title>pages</title>${' '.repeat(2000)}`;
const AS_PERSON = { accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'identity' };

function writePages(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yui-pages-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), DOCUMENT);
  writeFileSync(path.join(folder, 'index.html.gz'), gzipSync(DOCUMENT));
  writeFileSync(path.join(folder, 'paths.json'), JSON.stringify(['/', '/sign-in', '/facility/assignments/$id']));
  writeFileSync(path.join(folder, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(path.join(folder, '.sources-hash'), 'secret');
  return folder;
}

describe('The pages at the api', () => {
  let api: TestApi;
  let desk: Client;
  beforeAll(async () => {
    api = await startApi({ PAGES_DIR: writePages(), SAMPLE_SIGN_INS: 'true' });
    desk = await api.as('COORDINATOR');
  });
  afterAll(() => api.close());

  const get = async (address: string, headers: Record<string, string> = AS_PERSON) =>
    fetch(new URL(address, api.url), { headers, redirect: 'manual' });

  it('are one document at each of their addresses, kept by nobody, under the policy of every answer', async () => {
    for (const address of ['/', '/sign-in?to=%2F', '/facility/assignments/1']) {
      const answer = await get(address);
      expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([
        200,
        'no-store',
        DOCUMENT,
      ]);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    }
    const compressed = await fetch(new URL('/sign-in', api.url), {
      headers: { ...AS_PERSON, 'accept-encoding': 'gzip' },
    });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(gzipSync(await compressed.text())).toString()).toBe(DOCUMENT);
  });

  it('come with files that are kept for ever, and with no others', async () => {
    const script = await get('/assets/index-abc.js');
    expect([script.status, script.headers.get('cache-control'), script.headers.get('content-type')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'text/javascript; charset=utf-8',
    ]);
    for (const address of ['/assets/other.js', '/.sources-hash', '/paths.json', '/assets/../paths.json', '/%2e%2e/x']) {
      expect((await get(address, { accept: '*/*' })).status).toBe(404);
    }
  });

  it('say to people that there is no such page, and to programs what they always said', async () => {
    const page = await get('/nothing');
    expect([page.status, await page.text()]).toEqual([404, DOCUMENT]);
    const answer = await get('/nothing', { accept: 'application/json' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
  });

  it('lead people who are not signed in from a paper to the sign-in and back', async () => {
    const address = `/papers/${randomUUID()}`;
    const answer = await get(address);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/sign-in?to=${encodeURIComponent(address)}`,
    ]);
    expect((await get(address, { accept: 'application/json' })).status).toBe(401);
    const seen = await get(address, { ...AS_PERSON, cookie: desk.cookie ?? '' });
    expect(seen.status).toBe(404);
    expect(await seen.text()).toContain('リンクやアドレス');
  });

  it('know who there is to try the product as, where it is a sample', async () => {
    const { samplePeople } = await api.nobody.ask<{ samplePeople: object[] }>('{ samplePeople { email password } }');
    expect(samplePeople.length).toBeGreaterThan(5);
    const real = await startApi();
    expect(await real.nobody.ask('{ samplePeople { email } }')).toEqual({ samplePeople: [] });
    await real.close();
  });
});

describe('The role a link is for', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('is one of the own that sees what the page is about', async () => {
    const flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
    const order = await flow.order('DESK_CONTRACT');
    await flow.offer(order);
    const [share] = await api.db.query<[{ id: string; facility_id: string; desk_id: string }]>(
      'SELECT id, facility_id, desk_id FROM assignment LIMIT 1',
    );
    const person = await api.asNew('DESK_COORDINATOR', share.desk_id);
    const { me } = await person.ask<{ me: { accountId: string } }>('{ me { accountId } }');
    const roleFor = async (path: string) =>
      (await person.ask<{ roleFor: unknown }>('query ($path: String!) { roleFor(path: $path) { role } }', { path }))
        .roleFor;
    expect(await roleFor(`/facility/assignments/${share.id}`)).toBeNull();
    await api.db.query(
      `INSERT INTO role_grant (id, account_id, role, organisation_id) VALUES ($1, $2, 'FACILITY_ADMIN', $3)`,
      [randomUUID(), me.accountId, share.facility_id],
    );
    expect(await roleFor(`/facility/assignments/${share.id}`)).toEqual({ role: 'FACILITY_ADMIN' });
    expect(await roleFor('/facility')).toEqual({ role: 'FACILITY_ADMIN' });
    for (const path of [`/facility/assignments/${randomUUID()}`, '/facility/assignments/x', '/buyer', '/', '//evil']) {
      expect(await roleFor(path)).toBeNull();
    }
  });
});

describe('What happens, as it happens', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  /** What arrives on a stream, until it ends or `isEnough`. */
  async function listen(client: Client, isEnough: (text: string) => boolean) {
    const leaving = new AbortController();
    const response = await fetch(new URL('/events', api.url), {
      headers: { cookie: client.cookie ?? '', accept: 'text/event-stream' },
      signal: leaving.signal,
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const all = (async () => {
      for (;;) {
        const { done, value = '' } = await reader.read().catch(() => ({ done: true, value: '' }));
        text += value;
        if (done || isEnough(text)) return text;
      }
    })();
    return { all, text: () => text, leave: () => leaving.abort() };
  }

  const relay = async () => new OutboxRelay(api.db, new EventHandlers()).publishDue({ add: async () => undefined });

  it('is told to those it concerns by whichever process made it, in kinds and ids', async () => {
    // The first who watches is told once the process hears; from then on it hears everything.
    const first = await listen(await api.as('DESK_ADMIN'), (text) => text.includes('data: {}'));
    await first.all;
    first.leave();
    // What happened when the sample was made is of no interest here.
    while ((await relay()) > 0);
    const [company, city, coordinator] = [await api.as('COMPANY'), await api.as('CITY'), await api.as('COORDINATOR')];
    // Events of one order may arrive in any order: each only says what to read again.
    const submitted = '"kind":"work-order.submitted"';
    const streams = await Promise.all(
      [company, city, coordinator].map(async (who) => listen(who, (text) => text.includes(submitted))),
    );
    const flow = new OrderFlow(api, company, coordinator);
    const order = await flow.order('DESK_CONTRACT');
    await relay();
    const [ofCompany, , ofDesk] = streams;
    expect(await ofDesk!.all).toContain(`"workOrderId":"${order.id}"`);
    expect(await ofCompany!.all).toContain(submitted);
    expect(streams[1]!.text()).not.toContain('kind');
    for (const stream of streams) stream.leave();
  });

  it('is no longer told a second after the sign-out', async () => {
    const client = await api.as('COMPANY');
    const stream = await listen(client, () => false);
    await client.ask('mutation { signOut { isDone } }');
    const before = performance.now();
    await stream.all;
    expect(performance.now() - before).toBeLessThan(3000);
  });

  it('is not told to anybody who is not signed in', async () => {
    expect((await fetch(new URL('/events', api.url))).status).toBe(401);
  });

  it('is told again after the connection to the database was cut', async () => {
    const stream = await listen(await api.as('DESK_ADMIN'), (text) => text.includes('data: {}'));
    const cut = async () =>
      (
        await api.db.query<object[]>(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yui-announcements'`,
        )
      ).length;
    while ((await cut()) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await stream.all).toContain('event: changed');
    stream.leave();
  });
});
