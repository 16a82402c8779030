import { randomUUID } from 'node:crypto';
import { POLICY } from '../../apps/api/policy.js';
import { PLAIN_PAGE_POLICY } from '../../apps/api/pages/page-frame.js';
import { openSession, startApi, type TestApi } from '../harness/api.js';
import { startTcpProxy, type TcpProxy, throughProxy } from '../harness/tcp-proxy.js';

const ID = '01990000-0000-7000-8000-000000000001';
const TOKEN = 'x'.repeat(43);
const FILE = 'application/octet-stream';
const UPLOAD = `/attachments?subjectType=WORK_ORDER&subjectId=${ID}&fileName=a.pdf`;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

interface Door {
  readonly path: string;
  readonly init?: RequestInit;
}

/** Every address at which somebody may be turned away, under the name the policy has for it. */
const DOORS: Readonly<Record<string, Door>> = {
  GraphQL: {
    path: '/graphql',
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ desks { id } }"}' },
  },
  'PaperController.page': { path: `/papers/${ID}` },
  'PaperController.pdf': { path: `/papers/${ID}/pdf` },
  'PublicationController.pdf': { path: `/publications/${ID}/pdf` },
  'AttachmentController.upload': {
    path: UPLOAD,
    init: { method: 'POST', headers: { 'content-type': FILE }, body: '%PDF-' },
  },
  'AttachmentController.download': { path: `/attachments/${ID}` },
  'AttachmentController.preview': { path: `/attachments/${ID}/preview?size=320` },
  'EventStreamController.stream': { path: '/events' },
  'LetterController.pdf': {
    path: `/letters/pdf?id=${ID}`,
    init: { method: 'POST', headers: { 'content-type': FILE }, body: '' },
  },
  'ExportController.download': { path: '/exports/nothing.csv' },
  'TransferController.download': { path: `/transfers/${ID}` },
  'JournalController.download': { path: '/journal.csv?from=2026-01-01&to=2026-01-31' },
  'MoveInController.template': { path: '/move-in.xlsx' },
  'AnswerPageController.show': { path: `/answer/${TOKEN}` },
  'AnswerPageController.answer': {
    path: `/answer/${TOKEN}`,
    init: { method: 'POST', headers: FORM, body: 'step=edit' },
  },
  'AnswerPageController.showCall': { path: `/answer/calls/${TOKEN}` },
  'AnswerPageController.answerCall': {
    path: `/answer/calls/${TOKEN}`,
    init: { method: 'POST', headers: FORM, body: 'step=edit' },
  },
  'AnswerPageController.showChange': { path: `/answer/changes/${TOKEN}` },
  'AnswerPageController.answerChange': {
    path: `/answer/changes/${TOKEN}`,
    init: { method: 'POST', headers: FORM, body: 'step=edit' },
  },
  'MetricsController.show': { path: '/metrics' },
  'no such page': { path: '/nothing' },
};
/** Nobody is turned away from these: a stylesheet, and pages that monitors read. */
const OPEN = [
  'PaperController.stylesheet',
  'SchemaController.exampleClient',
  'SchemaController.schema',
  'HealthController.live',
  'HealthController.ready',
];
/** These look at nothing in the database before they answer, so they are never away, and nobody is counted at them. */
const WITHOUT_DATABASE = ['MetricsController.show', 'no such page'];

describe('a person who is turned away', () => {
  let api: TestApi;
  let proxy: TcpProxy;
  let desk: Record<string, string>;
  beforeAll(async () => {
    api = await startApi({ ATTACHMENT_MAX_MB: '1', RATE_LIMIT_PER_ADDRESS: '0' }, async (url) => {
      proxy = await startTcpProxy(url);
      return throughProxy(url, proxy);
    });
    desk = { cookie: (await api.as('COORDINATOR')).cookie ?? '' };
  });
  afterAll(async () => {
    await api.close();
    await proxy.close();
  });

  const knock = async (door: Door, headers: Record<string, string> = {}, url = api.url): Promise<Response> =>
    fetch(new URL(door.path, url), {
      redirect: 'manual',
      ...door.init,
      headers: { accept: 'text/html,application/xhtml+xml', ...(door.init?.headers as object), ...headers },
    });

  /** Whatever the reason: a whole page, without a script, that says what is wrong, what to do, and by which number to ask. */
  async function expectPage(response: Response, status: number): Promise<void> {
    const html = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(response.headers.get('content-security-policy')).toBe(PLAIN_PAGE_POLICY);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).toMatch(/^<!doctype html>\n<html lang="ja">/);
    expect(html).not.toMatch(/<script|onclick|javascript:|\{[^}]*\|/);
    expect(html).toContain('これからすること');
    expect(html).toMatch(/<div class="fault" role="alert"><p>[^<]*[ぁ-ん][^<]*<\/p><p class="en" lang="en">[A-Z]/);
    expect(html).toContain(response.headers.get('x-request-id') ?? 'a number');
    expect(html).not.toMatch(/[A-Z_]{3,}\.[A-Z_]{3,}|SELECT|stack/);
  }

  it('is known at every door there is', () => {
    const routes = Object.keys(POLICY).filter((key) => /^\w+Controller\./.test(key));
    expect(Object.keys(DOORS)).toEqual(expect.arrayContaining(routes.filter((route) => !OPEN.includes(route))));
  });

  it.each(Object.entries(DOORS))('%s: who is not signed in, or has the wrong link', async (name, door) => {
    if (name === 'GraphQL') return expectPage(await knock(door, { authorization: 'Bearer yui_no' }), 401);
    const isForEverybody = name === 'no such page' || POLICY[name] === 'PUBLIC';
    return expectPage(await knock(door), isForEverybody ? 404 : 401);
  });

  const SIGNED_IN = Object.entries(DOORS).filter(
    // The books of the own desk are always there.
    ([name]) => !['GraphQL', 'EventStreamController.stream', 'JournalController.download'].includes(name),
  );
  it.each(SIGNED_IN)('%s: who may not see it', async (_name, door) => {
    await expectPage(await knock(door, desk), 404);
  });

  it.each([
    ['another method', 405, { path: '/graphql' }],
    ['what is no JSON', 400, { path: '/graphql', init: { ...DOORS.GraphQL!.init, body: '{' } }],
    [
      'a document nobody knows',
      400,
      { path: '/graphql', init: { ...DOORS.GraphQL!.init, body: '{"documentId":"x"}' } },
    ],
    ['another media type', 415, { path: '/graphql', init: { method: 'POST', body: 'x' } }],
    ['too much for GraphQL', 413, { path: '/graphql', init: { ...DOORS.GraphQL!.init, body: 'x'.repeat(9e6) } }],
    ['a file as a form', 415, { path: UPLOAD, init: { method: 'POST', headers: FORM, body: 'x' } }],
    [
      'a file too large',
      413,
      { path: UPLOAD, init: { ...DOORS['AttachmentController.upload']!.init, body: 'x'.repeat(2e6) } },
    ],
  ] satisfies [string, number, Door][])('%s', async (_name, status, door) => {
    await expectPage(await knock(door, desk), status);
  });

  it.each(Object.entries(DOORS).filter(([, { init }]) => init?.method === 'POST'))(
    '%s: from a page of others',
    async (_name, door) => {
      await expectPage(await knock(door, { ...desk, origin: 'https://evil.example' }), 403);
    },
  );

  it('a file of no kind that is kept, and an empty one', async () => {
    const company = { cookie: (await api.as('COMPANY')).cookie ?? '' };
    const { draftWorkOrder } = await (
      await api.as('COMPANY')
    ).ask<{ draftWorkOrder: { workOrder: { id: string } } }>(
      'mutation ($input: DraftWorkOrderInput!) { draftWorkOrder(input: $input) { workOrder { id } } }',
      {
        input: {
          idempotencyKey: randomUUID(),
          deskId: (await api.db.query<[{ id: string }]>('SELECT id FROM desk'))[0].id,
          title: '封入',
          lines: [{ workTypeCode: 'BAGGING', quantity: 10, dueOn: inSixtyDays() }],
        },
      },
    );
    const path = UPLOAD.replace(ID, draftWorkOrder.workOrder.id);
    const post = (body: string) =>
      knock({ path, init: { method: 'POST', headers: { 'content-type': FILE }, body } }, company);
    await expectPage(await post('MZ'), 415);
    await expectPage(await post(''), 400);
  });

  it('who owes the second factor', async () => {
    const [account] = await api.db.query<[{ id: string }]>(
      `SELECT id FROM account WHERE email = 'coordinator@yui.example.com'`,
    );
    const cookie = `yui=${await openSession(api.db, account.id)}`;
    await api.db.query('UPDATE session SET second_factor_at = NULL WHERE account_id = $1', [account.id]);
    for (const name of [
      'PaperController.page',
      'PaperController.pdf',
      'PublicationController.pdf',
      'AttachmentController.download',
    ]) {
      await expectPage(await knock(DOORS[name]!, { cookie }), 403);
    }
    await api.db.query('UPDATE session SET second_factor_at = now() WHERE account_id = $1', [account.id]);
  });

  const COUNTED = Object.entries(DOORS).filter(([name]) => !WITHOUT_DATABASE.includes(name));
  it('who asks too often, at every door', async () => {
    const strict = await startApi({ RATE_LIMIT_PER_ADDRESS: '1', RATE_LIMIT_PER_ACCOUNT: '1' });
    try {
      const company = { cookie: (await strict.as('COMPANY')).cookie ?? '' };
      for (const who of [{}, company]) await knock(DOORS['PaperController.page']!, who, strict.url);
      for (const [, door] of COUNTED) {
        const answer = await knock(door, company, strict.url);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        await expectPage(answer, 429);
      }
    } finally {
      await strict.close();
    }
  });

  it.each(COUNTED)('%s: a fault of ours', async (_name, door) => {
    const tables = ['session', 'answer_link', 'call_link', 'amendment_link'];
    for (const table of tables) await api.db.query(`ALTER TABLE ${table} RENAME TO ${table}_gone`);
    try {
      await expectPage(await knock(door, desk), 500);
    } finally {
      for (const table of tables) await api.db.query(`ALTER TABLE ${table}_gone RENAME TO ${table}`);
    }
  });

  it('while the database is away, at every door', async () => {
    proxy.cut();
    try {
      for (const [, door] of COUNTED) await expectPage(await knock(door, desk), 503);
    } finally {
      await proxy.mend();
    }
  });

  it('and a program gets the same as JSON, at every door but those for people', async () => {
    for (const [name, door] of Object.entries(DOORS)) {
      if (name.startsWith('AnswerPage')) continue;
      const answer = await knock(door, { accept: 'application/json', authorization: 'Bearer yui_no' });
      expect([name, answer.headers.get('content-type')]).toEqual([name, 'application/json; charset=utf-8']);
      const { errors } = (await answer.json()) as { errors: { extensions: { messageJa: string } }[] };
      expect(errors[0]?.extensions.messageJa).toMatch(/[ぁ-ん]/);
    }
  });
});

function inSixtyDays(): string {
  return new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
}
