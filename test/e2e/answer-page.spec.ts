import { addDays, formatDateEn, type LocalDate, todayInTokyo } from '#yui/calendar';
import { makeAnswerLink, makeCallLink } from '#yui/fulfilment';
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
    fetch(`${page}/${encodeURIComponent(token)}`, { method, redirect: 'manual' });
  const press = async (token: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${page}/${token}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...FORM, ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  /** The fields of the form a page shows whose button binds. */
  const confirmedFields = (html: string): Record<string, string> => {
    const form = html.split('<form').find((part) => part.includes('value="confirm"')) ?? '';
    return Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
  };

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
    expect(html).not.toContain('<script');
    // The reason of the share stands there, and a reading above words that are not everybody's.
    expect(html).toMatch(/<dt>この.*理由.*<\/dt><dd>[^<]+。/);
    expect(html).toContain('<ruby>納品<rp>（</rp><rt>のうひん</rt><rp>）</rp></ruby>');
    expect(await stateOf(assignmentId)).toBe('OFFERED');
  });

  it('shows what was chosen before it binds anybody, then binds, and takes it back while there is time', async () => {
    const { token, assignmentId } = await linkTo(0);
    const review = await press(token, { step: 'review', answer: 'ACCEPT' });
    expect(review.status).toBe(200);
    const asked = await review.text();
    expect(asked).toContain('Nothing has been sent yet');
    expect(await stateOf(assignmentId)).toBe('OFFERED');

    const fields = confirmedFields(asked);
    expect(fields).toEqual({ answer: 'ACCEPT', step: 'confirm' });
    const answer = await press(token, fields, { origin: new URL(page).origin });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/answer/${token}`]);
    expect(await stateOf(assignmentId)).toBe('ACCEPTED');

    const bound = await (await open(token)).text();
    expect(bound).toContain('value="UNDO"');
    expect((await press(token, confirmedFields(bound))).status).toBe(303);
    expect(await stateOf(assignmentId)).toBe('OFFERED');
  });

  it('asks for more time, and shows as text what the desk said to it', async () => {
    const { token, assignmentId } = await linkTo(0);
    const [{ latest }] = await api.db.query<[{ latest: LocalDate }]>(
      'SELECT (due_on - 1)::text AS latest FROM assignment WHERE id = $1',
      [assignmentId],
    );
    const [year = '', month = '', day = ''] = latest.split('-');
    const typed = { answer: 'MORE_TIME', year, month, day, reason: '会議で決めるため' };
    const wrong = await press(token, { step: 'review', ...typed, day: '42' });
    expect([wrong.status, await wrong.text()]).toEqual([409, expect.stringContaining('value="42"')]);
    const review = await (await press(token, { step: 'review', ...typed })).text();
    expect(review).toContain('会議で決めるため');
    expect((await press(token, confirmedFields(review))).status).toBe(303);
    expect(await (await open(token)).text()).toContain(`You asked the desk to wait until ${formatDateEn(latest)}`);

    const desk = await api.as('COORDINATOR');
    await desk.ask(
      'mutation ($input: RefuseExtensionInput!) { refuseExtension(input: $input) { assignment { extensionRefusal } } }',
      { input: { idempotencyKey: crypto.randomUUID(), assignmentId, reason: '<b>急ぎ</b>{です|x}' } },
    );
    const refused = await (await open(token)).text();
    expect(refused).toContain('&lt;b&gt;急ぎ&lt;/b&gt;{です|x}');
    expect(await stateOf(assignmentId)).toBe('OFFERED');
  });

  it('takes a part, another date and another price, as people type them, and says what is bound then', async () => {
    const { token, assignmentId } = await linkTo(0);
    const [{ units, due_on: dueOn }] = await api.db.query<[{ units: string; due_on: string }]>(
      'SELECT offered_units AS units, due_on::text FROM assignment WHERE id = $1',
      [assignmentId],
    );
    const part = Math.floor(Number(units) / 2);
    const [year = '', month = '', day = ''] = dueOn.split('-');
    const typed = {
      answer: 'COUNTER',
      units: `${part}`.replace(/\d/g, (d) => '０１２３４５６７８９'[Number(d)]!),
      price: '３．００',
      year,
      month,
      day,
      reason: '人手が\r\n足りません',
    };
    const price = await api.db.query<[{ sen: number }]>('SELECT unit_price_sen AS sen FROM assignment WHERE id = $1', [
      assignmentId,
    ]);
    for (const [fields, code] of [
      [{ ...typed, units: 'たくさん' }, '数を読めませんでした'],
      [{ ...typed, day: '42' }, '日を読めませんでした'],
      [{ ...typed, price: '3.123' }, '単価を読めませんでした'],
      [{ ...typed, units: `${Number(units) + 1}` }, '一部だけ'],
      [{ ...typed, reason: '' }, ''],
    ] as const) {
      const wrong = await press(token, { step: 'review', ...fields });
      const html = await wrong.text();
      expect([wrong.status, html]).toEqual([409, expect.stringContaining(code)]);
      // What was typed is still there, in the form it was typed in.
      expect(html).toContain(`value="${fields.units}"`);
      expect(html).toMatch(/<details open><summary>/);
    }
    const review = await (await press(token, { step: 'review', ...typed })).text();
    expect(review).toContain(part.toLocaleString('ja-JP'));
    const answer = await press(token, confirmedFields(review));
    expect(answer.status).toBe(303);
    expect(await stateOf(assignmentId)).toBe('PARTLY_ACCEPTED');
    expect(price[0].sen).not.toBe(300);

    const desk = await api.as('COORDINATOR');
    const asks = await (await open(token)).text();
    expect(asks).toContain('決');
    await desk.ask('mutation ($input: ConfirmPartInput!) { confirmPart(input: $input) { assignment { status } } }', {
      input: { idempotencyKey: crypto.randomUUID(), assignmentId },
    });
    const bound = await (await open(token)).text();
    const amount = Math.floor((part * 300) / 100).toLocaleString('ja-JP');
    expect(bound).toContain(`<dd>${amount}円（税抜き）</dd>`);
    expect(bound).toContain(
      `<dd>${part.toLocaleString('ja-JP')}通（はじめの依頼：${Number(units).toLocaleString('ja-JP')}通）</dd>`,
    );
    expect(bound).not.toContain('<button');
    expect((await press(token, { step: 'confirm', answer: 'DECLINE', reason: 'やはり無理です' })).status).toBe(409);
  });

  it('asks for the reason of a no, and keeps what people type from becoming a part of the page', async () => {
    const { token, assignmentId } = await linkTo(1);
    const without = await press(token, { step: 'review', answer: 'DECLINE', reason: '' });
    expect(without.status).toBe(409);
    expect(await without.text()).toContain('role="alert"');
    await api.db.query(`UPDATE work_order SET title = '<script>alert(1)</script>'`);
    const html = await (await open(token)).text();
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script>');
    const evil = '"><script>alert(2)</script>\n二行目';
    const review = await (await press(token, { step: 'review', answer: 'DECLINE', reason: evil })).text();
    expect(review).not.toContain('<script>');
    const edit = await (await press(token, { step: 'edit', answer: 'DECLINE', reason: evil })).text();
    expect(edit).toContain('&quot;&gt;&lt;script&gt;alert(2)&lt;/script&gt;\n二行目</textarea>');
    expect((await press(token, { step: 'confirm', answer: 'DECLINE', reason: '人手が足りません' })).status).toBe(303);
    expect(await stateOf(assignmentId)).toBe('DECLINED');
  });

  it('takes answers from its own form alone', async () => {
    const { token, assignmentId } = await linkTo(2);
    const said = { step: 'confirm', answer: 'ACCEPT' };
    expect((await press(token, said, { origin: 'https://elsewhere.example.com' })).status).toBe(403);
    expect((await press(token, said, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await press(token, { ...said, answer: 'BOTH' })).status).toBe(403);
    expect((await press(token, { answer: 'ACCEPT' })).status).toBe(403);
    const json = await fetch(`${page}/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(said),
    });
    expect(json.status).toBe(403);
    expect(await stateOf(assignmentId)).toBe('OFFERED');
  });

  it('says the same of every token that is none, in words a person can read', async () => {
    const answers = await Promise.all(['x', 'y', 'x'.repeat(90)].map(async (token) => open(token)));
    const pages = await Promise.all(
      // The number to ask by is that of the request.
      answers.map(async (answer) => (await answer.text()).replaceAll(answer.headers.get('x-request-id') ?? '', '')),
    );
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('このリンクは使えません');
  });

  it('answers a call as well: reviewed, changed, taken back', async () => {
    const [offer] = await api.db.query<{ step_id: string; facility_id: string }[]>(
      'SELECT step_id, facility_id FROM assignment WHERE id = $1',
      [assignmentIds[0]],
    );
    const order = await new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR')).order('DESK_CONTRACT');
    const dueOn = addDays(todayInTokyo(new Date()), 40);
    const {
      openCall: { call },
    } = await (
      await api.as('COORDINATOR')
    ).ask<{ openCall: { call: { id: string } } }>(
      'mutation ($input: OpenCallInput!) { openCall(input: $input) { call { id } } }',
      {
        input: {
          idempotencyKey: crypto.randomUUID(),
          stepId: order.lines[0]?.steps[0]?.id,
          facilityIds: [offer!.facility_id],
          dueOn,
          closesAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
          isClosedWhenEnough: false,
        },
      },
    );
    const [grant] = await api.db.query<[{ account_id: string }]>(
      'SELECT account_id FROM role_grant WHERE organisation_id = $1 LIMIT 1',
      [offer!.facility_id],
    );
    const token = await new UnitOfWork(api.db).run(SYSTEM, async (tx) =>
      makeCallLink(tx, { callId: call.id, facilityId: offer!.facility_id, accountId: grant.account_id }),
    );
    const path = `calls/${token}`;
    const url = `${page}/${path}`;
    expect(await (await fetch(url)).text()).toContain('募集');
    const [year = '', month = '', day = ''] = dueOn.split('-');
    const typed = { answer: 'CAN', units: '1200', price: '3.6', year, month, day, remark: '' };
    const said = async () =>
      api.db.query<{ status: string; units: string | null }[]>(
        `SELECT status, units FROM call_response WHERE call_id = $1 AND status IN ('CAN', 'CANNOT')`,
        [call.id],
      );
    const review = await (await press(path, { step: 'review', ...typed })).text();
    expect(review).toContain('1,200通');
    expect(await said()).toEqual([]);
    expect((await press(path, confirmedFields(review))).status).toBe(303);
    expect(await said()).toMatchObject([{ status: 'CAN', units: 1200 }]);
    expect((await press(path, { step: 'confirm', answer: 'CANNOT', reason: '忙しいため' })).status).toBe(303);
    expect(await said()).toMatchObject([{ status: 'CANNOT' }]);
    expect((await press(path, { step: 'confirm', answer: 'UNDO' })).status).toBe(303);
    expect(await said()).toEqual([]);

    // Of letters the newest alone, and as long as the facility is registered with the desk.
    const { facility_id: facilityId } = offer!;
    const ofLetter = async () =>
      new UnitOfWork(api.db).run(SYSTEM, async (tx) =>
        makeCallLink(tx, { callId: call.id, facilityId, accountId: null }),
      );
    const letters = [await ofLetter(), await ofLetter()];
    const statuses = async () =>
      Promise.all([token, ...letters].map(async (each) => (await fetch(`${page}/calls/${each}`)).status));
    expect(await statuses()).toEqual([200, 410, 200]);
    await api.db.query(
      `UPDATE membership SET left_on = joined_on, left_at = now(), left_by = 'DESK', left_reason = '退会' WHERE facility_id = $1`,
      [facilityId],
    );
    expect(await statuses()).toEqual([200, 404, 404]);
  });

  it('is limited by address', async () => {
    const limited = await startApi({ RATE_LIMIT_PER_ADDRESS: '20' });
    try {
      const url = new URL('/answer/guess', limited.url);
      const states: number[] = [];
      for (let guess = 0; guess < 8; guess += 1) states.push((await fetch(url)).status);
      expect(states.filter((status) => status === 404).length).toBeLessThanOrEqual(5);
      expect(states.at(-1)).toBe(429);
    } finally {
      await limited.close();
    }
  });
});
