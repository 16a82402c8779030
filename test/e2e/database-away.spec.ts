import { startApi, type TestApi } from '../harness/api.js';
import { startTcpProxy, type TcpProxy, throughProxy } from '../harness/tcp-proxy.js';
import { until } from '../queue/queue-fixtures.js';

/** A quiet machine needs six seconds at most; a busy one is given more. */
const NOTICED_MS = 30_000;
const ASK = '{ desks { id } }';

/** Every door of the api, and whether a person stands before it. */
const DOORS: readonly (readonly [name: string, path: string, init: RequestInit, type: string])[] = [
  ['GraphQL', '/graphql', { method: 'POST', body: JSON.stringify({ query: ASK }) }, 'application/json'],
  ['a paper', '/papers/01990000-0000-7000-8000-000000000001/pdf', {}, 'application/json'],
  ['an attachment', '/attachments/01990000-0000-7000-8000-000000000001', {}, 'application/json'],
  ['a publication', '/publications/01990000-0000-7000-8000-000000000001/pdf', {}, 'application/json'],
  ['the page of a mail', '/answer/nothing', {}, 'text/html'],
];

describe('while the database is away', () => {
  let api: TestApi;
  let proxy: TcpProxy;
  let cookie: string;

  beforeAll(async () => {
    api = await startApi({}, async (url) => {
      proxy = await startTcpProxy(url);
      return throughProxy(url, proxy);
    });
    cookie = (await api.as('COORDINATOR')).cookie ?? '';
  });
  afterAll(async () => {
    await api.close();
    await proxy.close();
  });

  const knock = async (path: string, init: RequestInit) =>
    fetch(new URL(path, api.url), { ...init, headers: { 'content-type': 'application/json', cookie } });
  const readiness = async () => (await fetch(new URL('/health/ready', api.url))).status;
  const isServed = async () => (await knock(DOORS[0]![1], DOORS[0]![2])).status === 200;

  const saysSo = async (response: Response, type: string) => {
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(response.headers.get('content-type')).toContain(type);
    const text = await response.text();
    expect(text).toContain(type === 'text/html' ? 'しばらく待ってから' : '"code":"PLATFORM.UNAVAILABLE"');
    expect(text).not.toContain('INTERNAL');
  };

  it('every door says so, with 503 and when to come again, and all heals by itself', async () => {
    expect(await isServed()).toBe(true);
    expect(await readiness()).toBe(200);
    proxy.cut();
    for (const [, path, init, type] of DOORS) await saysSo(await knock(path, init), type);
    await until('it is not ready', async () => (await readiness()) === 503, NOTICED_MS);

    await proxy.mend();
    await until('it is ready', async () => (await readiness()) === 200, NOTICED_MS);
    expect(await isServed()).toBe(true);
  });

  it('and says nothing at all, requests end in seconds, readiness is gone in seconds, and all heals by itself', async () => {
    proxy.silence();
    const startedAt = performance.now();
    const answers = Promise.all(DOORS.map(async ([, path, init]) => knock(path, init)));
    await until('it is not ready', async () => (await readiness()) === 503, NOTICED_MS);
    for (const [index, response] of (await answers).entries()) await saysSo(response, DOORS[index]![3]);
    expect(performance.now() - startedAt).toBeLessThan(NOTICED_MS);

    proxy.speak();
    await until('it is ready', async () => (await readiness()) === 200, NOTICED_MS);
    await until('it serves', isServed, NOTICED_MS);
  });

  it('a single connection whose answers are lost keeps nobody waiting', async () => {
    // Half of the connections that are open now fall silent; the database itself, and new connections, are well.
    await Promise.all(Array.from({ length: 8 }, isServed));
    proxy.silence();
    proxy.speak();
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 8 }, async () => knock(DOORS[0]![1], DOORS[0]![2])));
    expect(performance.now() - startedAt).toBeLessThan(NOTICED_MS);
    await until('it serves', isServed, NOTICED_MS);
  });
});
