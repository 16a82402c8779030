import { makeAnswerLink } from '#yui/fulfilment';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the page on which an offer is answered without signing in', () => {
  let api: TestApi;
  let page: string;
  let assignmentIds: string[];
  beforeAll(async () => {
    api = await startApi({ RATE_LIMIT_PER_ADDRESS: '1000000' });
    page = new URL('/answer', api.url).href;
    const flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
    await flow.offer(await flow.order('DESK_CONTRACT'));
    assignmentIds = (
      await api.db.query<{ id: string }[]>(`SELECT id FROM assignment WHERE status = 'OFFERED' ORDER BY id`)
    ).map((row) => row.id);
  });
  afterAll(async () => {
    await api.close();
  });

  /** A link of a mail to somebody of the facility that has the offer. */
  async function linkTo(index: number): Promise<{ token: string; assignmentId: string }> {
    const assignmentId = assignmentIds[index]!;
    const [row] = await api.db.query<[{ facility_id: string }]>('SELECT facility_id FROM assignment WHERE id = $1', [
      assignmentId,
    ]);
    await api.asNew('FACILITY_MEMBER', row.facility_id);
    const [grant] = await api.db.query<[{ account_id: string }]>(
      'SELECT account_id FROM role_grant WHERE organisation_id = $1 ORDER BY granted_at DESC LIMIT 1',
      [row.facility_id],
    );
    const token = await new UnitOfWork(api.db).run(SYSTEM, async (tx) =>
      makeAnswerLink(tx, { assignmentId, accountId: grant.account_id }),
    );
    return { token: token ?? '', assignmentId };
  }
  const stateOf = async (assignmentId: string) =>
    (await api.db.query<[{ status: string }]>('SELECT status FROM assignment WHERE id = $1', [assignmentId]))[0].status;
  const open = async (token: string, method = 'GET') =>
    fetch(`${page}?token=${encodeURIComponent(token)}`, { method, redirect: 'manual' });
  const press = async (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(page, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...FORM, ...headers },
      body: new URLSearchParams(fields).toString(),
    });

  it('shows the offer, runs nothing, is kept by nobody, and changes nothing however often it is opened', async () => {
    const { token, assignmentId } = await linkTo(0);
    for (const method of ['GET', 'HEAD', 'GET']) expect((await open(token, method)).status).toBe(200);
    const answer = await open(token);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe-inline');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    const html = await answer.text();
    expect(html).toContain('<html lang="ja">');
    expect(html).toContain('封入');
    expect(html).toContain('value="ACCEPT">受ける</button>');
    expect(html).not.toContain('<script');
    expect(await stateOf(assignmentId)).toBe('OFFERED');
  });

  it('accepts by its button, leads back to itself, and then offers no button any more', async () => {
    const { token, assignmentId } = await linkTo(0);
    const answer = await press({ token, answer: 'ACCEPT' }, { origin: new URL(page).origin });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/answer?token=${token}`]);
    expect(await stateOf(assignmentId)).toBe('ACCEPTED');
    const html = await (await open(token)).text();
    expect(html).toContain('お仕事を引き受けました');
    expect(html).not.toContain('<button');
    expect((await press({ token, answer: 'DECLINE', reason: 'やはり無理です' })).status).toBe(409);
    expect(await stateOf(assignmentId)).toBe('ACCEPTED');
  });

  it('asks for the reason of a no, and keeps what people type from becoming a part of the page', async () => {
    const { token, assignmentId } = await linkTo(1);
    const without = await press({ token, answer: 'DECLINE', reason: '' });
    expect(without.status).toBe(409);
    expect(await without.text()).toContain('role="alert"');
    await api.db.query(`UPDATE work_order SET title = '<script>alert(1)</script>'`);
    const html = await (await open(token)).text();
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script>');
    expect((await press({ token, answer: 'DECLINE', reason: '人手が足りません' })).status).toBe(303);
    expect(await stateOf(assignmentId)).toBe('DECLINED');
  });

  it('takes answers from its own form alone', async () => {
    const { token, assignmentId } = await linkTo(2);
    const said = { token, answer: 'ACCEPT' };
    expect((await press(said, { origin: 'https://elsewhere.example.com' })).status).toBe(403);
    expect((await press(said, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await press({ token, answer: 'BOTH' })).status).toBe(403);
    const json = await fetch(page, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(said),
    });
    expect(json.status).toBe(403);
    expect(await stateOf(assignmentId)).toBe('OFFERED');
  });

  it('says the same of every token that is none, in words a person can read', async () => {
    const answers = await Promise.all(['', 'x', 'x'.repeat(5000)].map(async (token) => open(token)));
    const pages = await Promise.all(answers.map(async (answer) => answer.text()));
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('このリンクは使えません');
  });

  it('is limited by address', async () => {
    const limited = await startApi({ RATE_LIMIT_PER_ADDRESS: '20' });
    try {
      const url = new URL('/answer?token=guess', limited.url);
      const states: number[] = [];
      for (let guess = 0; guess < 8; guess += 1) states.push((await fetch(url)).status);
      expect(states.filter((status) => status === 404).length).toBeLessThanOrEqual(5);
      expect(states.at(-1)).toBe(429);
    } finally {
      await limited.close();
    }
  });
});
