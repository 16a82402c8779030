import { securityKindOf } from '../../apps/api/http/security-log.js';
import { NoteGuesses } from '../../libs/identity/throttle/note-guesses.js';
import { POLICY } from '../../apps/api/policy.js';
import { knownCodes } from '../fuzz/known-codes.js';
import { startApi, type TestApi } from '../harness/api.js';
import { allOperations } from '../harness/operations.js';
import { BEHIND_PROXY, Browser, COMPANY, COORDINATOR, OPERATIONS } from '../identity/browser.js';

const TOKEN = 'a token that only the monitor has';
/** Subjects all of whose errors may be signs of an attack, and the ones that are none. */
const WATCHED = ['SIGN_IN', 'SECOND_FACTOR', 'OIDC', 'ACCESS', 'ANSWER_LINK', 'RATE', 'HTTP', 'GRAPHQL', 'DOCUMENT'];
const HARMLESS = ['SECOND_FACTOR.REQUIRED', 'SECOND_FACTOR.NONE', 'OIDC.UNREACHABLE'];

describe('the one who watches the doors', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ ...BEHIND_PROXY, METRICS_TOKEN: TOKEN });
  });
  afterAll(async () => {
    await api.close();
  });

  const metrics = async (authorization: string) =>
    fetch(new URL('/metrics', api.url), { headers: { authorization, accept: 'text/plain' } });
  const counted = async (code: string): Promise<number> => {
    const text = await (await metrics(`Bearer ${TOKEN}`)).text();
    return Number(new RegExp(`,code="${code}"} (\\d+)`).exec(text)?.[1] ?? 0);
  };

  it('knows the kind of every refusal at a door', () => {
    const codes = [...knownCodes()].filter((code) => WATCHED.includes(code.split('.')[0] ?? ''));
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.filter((code) => securityKindOf(code) === 'NONE').sort()).toEqual([...HARMLESS].sort());
  });

  it('reads the counts with the token of the monitor, and nobody else does', async () => {
    expect((await metrics(`Bearer ${TOKEN}`)).status).toBe(200);
    for (const wrong of ['', 'Bearer', `Bearer ${TOKEN}x`, TOKEN]) expect((await metrics(wrong)).status).toBe(404);
    const silent = await startApi();
    const answer = await fetch(new URL('/metrics', silent.url), { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(answer.status).toBe(404);
    await silent.close();
  });

  it('reads how long requests took, by operation and never by what they are about, and how the database is', async () => {
    const facility = await api.as('FACILITY_1');
    await facility.ask('query Secret { mine: assignments { items { id } } }');
    const text = await (await metrics(`Bearer ${TOKEN}`)).text();
    expect(text).toMatch(/^yui_request_seconds_count\{name="query assignments",outcome="done"\} [1-9]/m);
    expect(text).not.toMatch(/Secret|mine/);
    expect(text).toMatch(/^yui_database_connections\{state="waited_for"\} 0$/m);
    expect(text).toMatch(/^yui_database_serves 1$/m);
    expect(text).toMatch(/^process_cpu_seconds_total \d/m);
    // Nothing that there are more of every day: what a monitor keeps does not grow with the product.
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('sees each operation that is refused to nobody, and to somebody whose it is not', async () => {
    const operations = (await allOperations()).filter(({ key }) => POLICY[key] !== 'PUBLIC');
    const before = await counted('ACCESS.SIGN_IN_REQUIRED');
    for (const operation of operations) await api.nobody.refusal(operation.text());
    expect((await counted('ACCESS.SIGN_IN_REQUIRED')) - before).toBe(operations.length);

    const denied = operations.filter(({ key }) => !POLICY[key]?.includes('FACILITY_ADMIN'));
    expect(denied.length).toBeGreaterThan(50);
    const facility = await api.as('FACILITY_1');
    const beforeDenied = await counted('ACCESS.NOT_FOUND');
    for (const operation of denied) await facility.refusal(operation.text());
    expect((await counted('ACCESS.NOT_FOUND')) - beforeDenied).toBe(denied.length);
  });

  it('sees foreign pages, unknown tokens, links nobody was sent, and what is no request', async () => {
    const JSON_TYPE = { 'content-type': 'application/json' };
    const knocks: readonly (readonly [string, string, RequestInit])[] = [
      [
        'HTTP.FOREIGN_ORIGIN',
        '/graphql',
        { method: 'POST', headers: { ...JSON_TYPE, origin: 'https://evil.example' }, body: '{}' },
      ],
      [
        'ACCESS.SIGN_IN_REQUIRED',
        '/graphql',
        { method: 'POST', headers: { ...JSON_TYPE, authorization: 'Bearer no' }, body: '{}' },
      ],
      ['ACCESS.SIGN_IN_REQUIRED', '/papers/x', { headers: { cookie: 'yui=old' } }],
      ['ANSWER_LINK.UNKNOWN', `/answer/${'x'.repeat(43)}`, {}],
      ['HTTP.BODY_UNREADABLE', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '{' }],
      ['HTTP.POST_ONLY', '/graphql', {}],
      ['DOCUMENT.UNKNOWN', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '{"documentId":"x"}' }],
      ['GRAPHQL.INVALID', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ nothing }"}' }],
      ['HTTP.NOT_FOUND', '/wp-admin', {}],
    ];
    for (const [code, path, init] of knocks) {
      const before = await counted(code);
      await (await fetch(new URL(path, api.url), init)).text();
      expect([code, (await counted(code)) - before]).toEqual([code, 1]);
    }
  });

  describe('and who reads the audit later', () => {
    const guess = async (email: string) =>
      new Browser(api).refusal(OPERATIONS.signIn, { input: { email, password: 'certainly not this one' } });
    const entries = async (email: string) =>
      api.db.query<{ desk_id: string | null; change: { method: string; count: number } }[]>(
        `SELECT desk_id, change FROM audit_entry JOIN account ON account.id = subject_id
         WHERE action = 'signIn.refused' AND email = $1 ORDER BY audit_entry.id`,
        [email],
      );
    const sweepLater = async () => {
      await api.db.query(`UPDATE attempt SET at = at - interval '3 minutes'`);
      const sweep = api.app.get(NoteGuesses, { strict: false });
      while ((await sweep.execute()) > 0);
    };

    it('finds wrong passwords at an account, many as one, once; of nobody there is nothing', async () => {
      for (let n = 0; n < 3; n += 1) await guess(COORDINATOR.email);
      await guess('nobody-there@yui.example.com');
      expect(await counted('SIGN_IN.REFUSED')).toBe(4);
      expect(await entries(COORDINATOR.email)).toEqual([]);
      await sweepLater();
      await sweepLater();
      const [desk] = await api.db.query<[{ id: string }]>('SELECT id FROM desk');
      expect(await entries(COORDINATOR.email)).toMatchObject([
        { desk_id: desk.id, change: { method: 'PASSWORD', count: 3 } },
      ]);
      const all = await api.db.query<object[]>(`SELECT 1 FROM audit_entry WHERE action = 'signIn.refused'`);
      expect(all).toHaveLength(1);
    });

    it('finds them also when the right one came after: the allowance is given back, the trace stays', async () => {
      const browser = new Browser(api);
      for (let n = 0; n < 2; n += 1) {
        await browser.refusal(OPERATIONS.signIn, {
          input: { email: COMPANY.email, password: 'certainly not this one' },
        });
      }
      await browser.signIn(COMPANY.email, COMPANY.password);
      expect(await entries(COMPANY.email)).toMatchObject([{ desk_id: null, change: { method: 'PASSWORD', count: 2 } }]);
      await sweepLater();
      expect(await entries(COMPANY.email)).toHaveLength(1);
    });
  });
});
