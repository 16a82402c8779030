import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AnswerByLink } from '#yui/fulfilment';
import { PaperPress } from '#yui/papers';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { WAGE_EVENTS } from '#yui/wages';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';
import { SHORT_PAPERS } from '../papers/paper-samples.js';
import { textOf } from '../papers/paper-text.js';
import { startStubbornMailServer } from '../worker/stubborn-mail-server.js';
import { allQuiet, startWorker } from '../worker/worker-fixtures.js';

interface Listed {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly party: { readonly id: string };
  readonly printedAt: string | null;
}

const LETTERS = `query ($state: LetterState!) {
  letters(state: $state, first: 100) { totalItems items { id number kind state printedAt sentWay sentByName party { id name } } }
}`;

describe('letters', () => {
  let api: TestApi;
  let mail: Awaited<ReturnType<typeof startStubbornMailServer>>;
  let worker: NestFastifyApplication;
  let desk: Client;
  let flow: OrderFlow;
  beforeAll(async () => {
    // The reader of PDFs is loaded while nothing else is.
    await textOf(new PaperPress().print(SHORT_PAPERS.QUOTE));
    api = await startApi();
    mail = await startStubbornMailServer({ unknownRecipient: 'company@yui.example.com' });
    worker = await startWorker(api.databaseUrl, mail.smtpUrl);
    desk = await api.as('COORDINATOR');
    flow = new OrderFlow(api, await api.as('COMPANY'), desk);
  });
  afterAll(async () => {
    await worker.close();
    await mail.close();
    await api.close();
  });

  const listed = async (state: string, client = desk) =>
    (await client.ask<{ letters: { items: Listed[] } }>(LETTERS, { state })).letters.items;
  const print = async (client: Client, id?: string) =>
    fetch(new URL(`/letters/pdf${id === undefined ? '' : `?id=${id}`}`, api.url), {
      method: 'POST',
      headers: { cookie: client.cookie ?? '', 'content-type': 'application/octet-stream' },
    });
  const codeOf = async (answer: Response) => {
    const { errors } = (await answer.json()) as { errors: [{ extensions: { code: string } }] };
    return [answer.status, errors[0].extensions.code];
  };
  const refusalOfPrint = async (id: string) => {
    return codeOf(await print(desk, id));
  };
  const tokenIn = (page = '') => /\/answer\/([\w-]{43})/.exec(page)?.[1] ?? '';
  const request = { requestId: randomUUID(), address: '192.0.2.7' };
  const markSent = async (client: Client, letterIds: readonly string[], way = 'FAX') =>
    client.ask('mutation ($input: MarkLettersSentInput!) { markLettersSent(input: $input) { letterIds } }', {
      input: { idempotencyKey: randomUUID(), letterIds, way },
    });
  const refusalOf = async (work: Promise<unknown>) =>
    work.then(
      () => 'DONE',
      (error: { code?: string }) => error.code,
    );
  /** Work that is offered to facilities none of which has anybody who gets mails. */
  const offered = async (title: string) => {
    await api.db.query(
      'UPDATE role_grant SET revoked_at = now() WHERE revoked_at IS NULL AND organisation_id IN (SELECT id FROM facility)',
    );
    const order = await flow.order('DESK_CONTRACT', { title, quantity: 20_000 });
    const lonely = await flow.offer(order);
    await allQuiet(api);
    expect(lonely.length).toBeGreaterThan(2);
    return { order, lonely };
  };
  let order: { readonly id: string };
  let lonely: string[];

  it('reach those whom no mail reaches, and are answered by the code they bear', async () => {
    ({ order, lonely } = await offered('手紙で頼む仕事'));
    const waiting = (await listed('TO_PRINT')).filter(({ kind }) => kind === 'assignment.offered');
    expect(waiting.map(({ party }) => party.id).sort()).toEqual(lonely.toSorted());
    const [first] = waiting;
    expect(await refusalOf(markSent(desk, [first!.id]))).toBe('LETTER.NOT_PRINTED');

    // Two of the desk at the same moment, one of them twice: the letters are there once.
    const [{ id: deskId }] = await api.db.query<[{ id: string }]>('SELECT id FROM desk LIMIT 1');
    const colleague = await api.asNew('DESK_COORDINATOR', deskId);
    const letterCount = (await listed('TO_PRINT')).length;
    const endWatch = watchSetting();
    const answers = await Promise.all([desk, colleague, desk].map(async (client) => print(client)));
    // Nobody else ever waits for more than one letter.
    expect(endWatch()).toEqual({ set: letterCount, mostInOneTurn: 1 });
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const answer = answers.find(({ status }) => status === 200)!;
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const pages = await textOf(new Uint8Array(await answer.arrayBuffer()));
    const ofFirst = pages.find((page) => page.includes(first!.number));
    expect(ofFirst).toContain('すべて引き受けます');
    expect(await listed('TO_PRINT')).toEqual([]);
    expect((await print(desk)).status).toBe(409);

    // Nobody is signed in: the facility itself answers.
    const token = tokenIn(ofFirst);
    const links = api.app.get(AnswerByLink, { strict: false });
    expect(await links.show(token, request)).toMatchObject({ state: 'OPEN' });
    expect(await links.execute(token, { answer: 'ACCEPT' }, request)).toMatchObject({ state: 'ACCEPTED' });
    const [entry] = await api.db.query<object[]>(
      `SELECT role, account_id, organisation_id FROM audit_entry WHERE action = 'assignment.accept' AND organisation_id = $1`,
      [first!.party.id],
    );
    expect(entry).toEqual({ role: 'FACILITY_MEMBER', account_id: null, organisation_id: first!.party.id });

    await markSent(desk, [first!.id], 'POST');
    const { workOrder } = await desk.ask<{ workOrder: { told: { party: { id: string }; channel: string }[] } }>(
      'query ($id: ID!) { workOrder(id: $id) { told { party { id } channel state sentWay kind } } }',
      { id: order.id },
    );
    expect(workOrder.told.find(({ party }) => party.id === first!.party.id)).toMatchObject({ channel: 'LETTER' });
    expect(workOrder.told).toContainEqual({
      party: { id: first!.party.id },
      channel: 'LETTER',
      state: 'SENT',
      sentWay: 'POST',
      kind: 'assignment.offered',
    });
    expect((await listed('SENT')).map(({ id }) => id)).toEqual([first!.id]);
  });

  it('wait again when they were printed and not sent for a day, and are omitted once they are overtaken', async () => {
    const printed = await listed('PRINTED');
    const before = printed.map(({ id }) => id);
    const offer = printed.find(({ kind }) => kind === 'assignment.offered');
    const waitingFor = offer!.party.id;
    expect(lonely).toContain(waitingFor);
    await api.db.query(`UPDATE notification SET printed_at = printed_at - interval '25 hours' WHERE id = ANY($1)`, [
      before,
    ]);
    expect((await listed('TO_PRINT')).map(({ id }) => id).sort()).toEqual(before.toSorted());

    const { assignments } = await desk.ask<{ assignments: { items: { id: string; facility: { id: string } }[] } }>(
      'query ($filter: AssignmentFilterInput) { assignments(filter: $filter, first: 50) { items { id facility { id } } } }',
      { filter: { workOrderId: order.id } },
    );
    const share = assignments.items.find(({ facility }) => facility.id === waitingFor)!;
    const enteredFor = { facilityId: waitingFor, saidBy: '所長', channel: 'PHONE' };
    await flow.step(desk, 'declineAssignment', { assignmentId: share.id, reason: '人手', enteredFor }, '{ id }');
    await allQuiet(api);
    const pages = await textOf(new Uint8Array(await (await print(desk)).arrayBuffer()));
    const numbers = (await listed('PRINTED')).map(({ number }) => number);
    expect(pages.filter((page) => page.includes('整理番号'))).toHaveLength(numbers.length);
    // It may have been posted, though nobody said so: that can still be recorded.
    expect(await listed('TO_PRINT')).toEqual([]);
    expect((await listed('OVERTAKEN')).map(({ id }) => id)).toEqual([offer!.id]);
    expect(await refusalOfPrint(offer!.id)).toEqual([409, 'LETTER.OVERTAKEN']);
    await markSent(desk, [offer!.id]);
    expect(await refusalOfPrint(offer!.id)).toEqual([409, 'LETTER.OVERTAKEN']);
    expect((await listed('SENT')).map(({ id }) => id)).toContain(offer!.id);
    // What was entered for it is told by letter too.
    const told = (await listed('PRINTED')).filter(({ party }) => party.id === waitingFor).map(({ kind }) => kind);
    expect(told).toContain('entered-for.recorded');
  });

  it('are of one print alone until it ends', async () => {
    const [one, other, ...rest] = (await listed('PRINTED')).map(({ id }) => id);
    const ids = [one!, other!, ...rest];
    expect(rest.length).toBeGreaterThan(0);
    const setAll = async (what: string) =>
      api.db.query<unknown>(`UPDATE notification SET ${what} WHERE id = ANY($1)`, [ids]);
    const stale = `printed_at = printed_at - interval '25 hours'`;
    await setAll(`${stale}, printing_until = NULL`);
    const claim = async (until: string) =>
      api.db.query<unknown>(`UPDATE notification SET printing_until = ${until} WHERE id = $1`, [one]);
    await claim(`now() + interval '1 minute'`);
    expect(await codeOf(await print(desk))).toEqual([409, 'LETTER.UNDER_WAY']);
    expect(await refusalOfPrint(one!)).toEqual([409, 'LETTER.UNDER_WAY']);
    expect((await print(desk, other)).status).toBe(200);
    // A print that ended without a word keeps its letters for a while only.
    await claim(`now() - interval '1 second'`);
    expect((await print(desk, one)).status).toBe(200);

    // Somebody records one of them as sent while they are being printed: nobody prints what was sent already.
    await setAll(stale);
    const claimedNow = async () =>
      api.db.query<object[]>('SELECT FROM notification WHERE id = $1 AND printing_until > now()', [one]);
    const printing = print(desk);
    while ((await claimedNow()).length === 0) await sleep(1);
    const sent = `status = 'SENT', sent_at = now(), sent_by = printed_by, sent_way = 'FAX'`;
    await api.db.query(`UPDATE notification SET ${sent} WHERE id = $1`, [one]);
    expect(await codeOf(await printing)).toEqual([409, 'LETTER.UNDER_WAY']);
    expect((await listed('TO_PRINT')).map(({ id }) => id).sort()).toEqual([other!, ...rest].toSorted());
    await api.db.query(
      `UPDATE notification SET status = 'PRINTED', sent_at = NULL, sent_by = NULL, sent_way = NULL WHERE id = $1`,
      [one],
    );
    expect((await print(desk)).status).toBe(200);
    expect((await listed('PRINTED')).map(({ id }) => id).sort()).toEqual(ids.toSorted());
  });

  it('are sent once, however many coordinators say so at once', async () => {
    const ids = (await listed('PRINTED')).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    const [{ id: deskId }] = await api.db.query<[{ id: string }]>('SELECT id FROM desk LIMIT 1');
    const colleagues = await Promise.all([0, 1, 2].map(async () => api.asNew('DESK_COORDINATOR', deskId)));
    const outcomes = await Promise.all(
      colleagues.map(async (client, index) => refusalOf(markSent(client, index % 2 ? ids.toReversed() : ids))),
    );
    expect(outcomes.toSorted()).toEqual(['DONE', 'LETTER.ALREADY_SENT', 'LETTER.ALREADY_SENT']);
    const [{ times }] = await api.db.query<[{ times: number }]>(
      `SELECT count(*)::int AS times FROM audit_entry WHERE action = 'letter.send' AND subject_id = $1`,
      [ids[0]],
    );
    expect(times).toBe(1);
    expect(await listed('PRINTED')).toEqual([]);
  });

  it('go besides mails to those a desk reaches by fax, and are nobody else’s', async () => {
    const [{ id: facilityId }] = await api.db.query<[{ id: string }]>(
      `SELECT facility_id AS id FROM capability WHERE work_type_code = 'ENVELOPE_STUFFING' AND is_offered LIMIT 1`,
    );
    const SET =
      'mutation ($input: SetLetterPartyInput!) { setLetterParty(input: $input) { letterParty { way faxNumber } } }';
    const set = async (input: object, client = desk) => client.ask(SET, { input });
    const fax = { facilityId, way: 'FAX', faxNumber: '０８８－５５５－０１９２' };
    expect(await set(fax)).toEqual({ setLetterParty: { letterParty: { way: 'FAX', faxNumber: '088-555-0192' } } });
    expect(await desk.refusal(SET, { input: { ...fax, faxNumber: 'FAX' } })).toBe('PROFILE.PHONE_MALFORMED');
    expect(await desk.refusal(SET, { input: { way: 'FAX' } })).toBe('LETTER.PARTY_MISSING');
    expect(await desk.refusal(SET, { input: { facilityId: randomUUID(), way: 'FAX' } })).toBe('ACCESS.NOT_FOUND');

    await api.asNew('FACILITY_MEMBER', facilityId);
    const called = await flow.draft({ title: 'FAXでも届く募集' });
    await flow.step(flow.buyer, 'submitWorkOrder', { workOrderId: called.id }, '{ id }');
    await flow.step(desk, 'reviewWorkOrder', { workOrderId: called.id }, '{ id }');
    const closesAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await flow.step(
      desk,
      'openCall',
      { stepId: called.lines[0]?.steps[0]?.id, closesAt, facilityIds: [facilityId] },
      '{ id }',
    );
    await allQuiet(api);
    const told = await api.db.query<{ channel: string }[]>(
      `SELECT channel FROM notification WHERE kind = 'call.opened' AND organisation_id = $1 ORDER BY channel`,
      [facilityId],
    );
    expect(told.map(({ channel }) => channel)).toEqual(['IN_APP', 'LETTER', 'MAIL']);

    const other = randomUUID();
    await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'OTHER', '別の窓口')`, [other]);
    const stranger = await api.asNew('DESK_COORDINATOR', other);
    expect(await listed('TO_PRINT', stranger)).toEqual([]);
    const [theirs] = await listed('TO_PRINT');
    expect((await print(stranger, theirs!.id)).status).toBe(404);
    expect(await refusalOf(markSent(stranger, [theirs!.id]))).toBe('ACCESS.NOT_FOUND');
    expect(await stranger.refusal(SET, { input: fax })).toBe('ACCESS.NOT_FOUND');
    expect((await print(await api.as('COMPANY'))).status).toBe(404);
  });

  it('tell what a mail server refused for good, with the paper that goes along', async () => {
    const { id: workOrderId } = await flow.quote('DESK_CONTRACT', { title: '届かない見積' });
    await allQuiet(api);
    const ofOrder = async () =>
      api.db.query<{ id: string; kind: string; status: string }[]>(
        `SELECT id, kind, status FROM notification
         WHERE work_order_id = $1 AND channel = 'LETTER' AND kind IN ('quote.issued', 'paper.rendered') ORDER BY kind`,
        [workOrderId],
      );
    const letters = await ofOrder();
    expect(letters.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'paper.rendered QUEUED',
      'quote.issued QUEUED',
    ]);
    const pages = await textOf(new Uint8Array(await (await print(desk, letters[0]!.id)).arrayBuffer()));
    expect(pages[0]).toContain('同封：見積書');
    expect(pages.slice(1).join('')).toContain('届かない見積');
    await markSent(desk, [letters[0]!.id]);
    // A copy of what was sent stays sent.
    expect((await print(desk, letters[0]!.id)).status).toBe(200);
    expect((await ofOrder())[0]?.status).toBe('SENT');
  });

  it('tell a facility also what is the affair of no desk, by the one it is registered with', async () => {
    await print(desk);
    const [{ id: deskId }] = await api.db.query<[{ id: string }]>(`SELECT id FROM desk WHERE code <> 'OTHER'`);
    const members = await api.db.query<{ id: string }[]>(
      `SELECT facility_id AS id FROM membership WHERE desk_id = $1 AND left_on IS NULL AND facility_id NOT IN
         (SELECT organisation_id FROM role_grant WHERE revoked_at IS NULL) ORDER BY facility_id LIMIT 3`,
      [deskId],
    );
    const [reminded, returned, gone] = members.map(({ id }) => id);
    await api.db.query(
      `UPDATE membership SET left_on = joined_on, left_at = now(), left_by = 'DESK', left_reason = '退会' WHERE facility_id = $1`,
      [gone],
    );
    const [{ wageReturnId }] = await api.db.query<[{ wageReturnId: string }]>(
      `INSERT INTO wage_return (id, facility_id, fiscal_year, version, status, total_yen, months_open, persons_by_month, note,
         confirmed_questions, rounding, remark, created_at)
       VALUES (gen_random_uuid(), $1, 2025, 1, 'RETURNED', 1, 12, array_fill(1, ARRAY[12]), '', '{}', 'UP', '延べ人数', now())
       RETURNING id AS "wageReturnId"`,
      [returned],
    );
    await api.app.get(UnitOfWork, { strict: false }).run(SYSTEM, async (tx) => {
      for (const facilityId of [reminded!, gone!]) {
        await tx.emit(WAGE_EVENTS.missing, null, { facilityId, fiscalYear: 2025 });
      }
      // As a prefecture returns it.
      await tx.emit(WAGE_EVENTS.returned, null, { wageReturnId });
    });
    await allQuiet(api);
    const waiting = (await listed('TO_PRINT')).filter(({ kind }) => kind.startsWith('wage-return.'));
    expect(waiting.map(({ kind, party }) => `${kind} ${party.id}`).sort()).toEqual([
      `${WAGE_EVENTS.missing} ${reminded}`,
      `${WAGE_EVENTS.returned} ${returned}`,
    ]);
    const pages = await textOf(new Uint8Array(await (await print(desk)).arrayBuffer()));
    const pageOf = (organisationId: string) => {
      const { number } = waiting.find(({ party }) => party.id === organisationId)!;
      return pages.find((page) => page.includes(number));
    };
    expect(pageOf(reminded!)).toContain('工賃の報告がまだ届いていません');
    expect(pageOf(returned!)).toContain('延べ人数');
  });

  it('stand in no other’s way: neither those overtaken or out of sight nor those that cannot be made', async () => {
    await print(desk);
    await offered('印刷できない手紙がある仕事');
    const [holds, faulty, other] = (await listed('TO_PRINT')).filter(({ kind }) => kind === 'assignment.offered');
    await api.db.query(`UPDATE notification SET payload = '{}' WHERE id = $1`, [faulty!.id]);
    const copies = async (values: string, times = 1) =>
      api.db.query<{ id: string }[]>(
        `INSERT INTO notification (id, event_id, desk_id, work_order_id, organisation_id, channel, status, link, subject,
           kind, body, payload, created_at)
         SELECT gen_random_uuid(), gen_random_uuid(), desk_id, work_order_id, organisation_id, channel, status, link, subject,
           ${values} FROM notification, generate_series(1, ${times}) WHERE id = $1 RETURNING id`,
        [holds!.id],
      );
    const gone = `jsonb_build_object('assignmentId', gen_random_uuid(), 'workOrderId', gen_random_uuid())`;
    const outOfSight = await copies(`kind, body, ${gone}, created_at - interval '1 day'`, 150);
    const [newer] = await copies(`'assignment.reminded', '古い条件', payload, created_at + interval '1 second'`);

    const pagesOf = async (id?: string) => textOf(new Uint8Array(await (await print(desk, id)).arrayBuffer()));
    const printed = await pagesOf();
    const pageOf = (pages: string[], id: string) => pages.find((page) => page.includes(id.slice(-8).toUpperCase()));
    for (const { id } of [holds!, faulty!, ...outOfSight]) expect(pageOf(printed, id)).toBeUndefined();
    expect(pageOf(printed, other!.id)).toContain('すべて引き受けます');
    // The newest holds, and says what the page behind its code says.
    const page = pageOf(printed, newer!.id);
    expect(page).not.toContain('古い条件');
    const states = await api.db.query<{ status: string; times: number }[]>(
      'SELECT status, count(*)::int AS times FROM notification WHERE id = ANY($1) GROUP BY status ORDER BY status',
      [[holds!, faulty!, newer!, ...outOfSight].map(({ id }) => id)],
    );
    expect(states.map(({ status, times }) => `${status} ${times}`)).toEqual(['DROPPED 151', 'PRINTED 1', 'QUEUED 1']);
    expect(await refusalOfPrint(faulty!.id)).toEqual([409, 'LETTER.UNWRITABLE']);
    expect(await refusalOfPrint(holds!.id)).toEqual([409, 'LETTER.OVERTAKEN']);
    expect((await print(desk)).status).toBe(409);

    // The code of a letter ends with the next one printed, and with the registration unless the facility is bound.
    const links = api.app.get(AnswerByLink, { strict: false });
    const token = tokenIn(pageOf(await pagesOf(newer!.id), newer!.id));
    expect(await refusalOf(links.show(tokenIn(page), request))).toBe('ANSWER_LINK.REPLACED');
    // Who holds the older sheet is told what to do, and nothing of the matter.
    const older = await fetch(new URL(`/answer/${tokenIn(page)}`, api.url));
    const toldThere = await older.text();
    expect([older.status, toldThere.includes('印刷できない手紙がある仕事')]).toEqual([410, false]);
    const [{ name }] = await api.db.query<[{ name: string }]>(`SELECT name FROM desk WHERE code <> 'OTHER'`);
    expect(toldThere).toContain(name);
    expect(await links.execute(token, { answer: 'ACCEPT' }, request)).toMatchObject({ state: 'ACCEPTED' });
    await markSent(desk, [other!.id]);
    const ofOther = tokenIn(pageOf(await pagesOf(other!.id), other!.id));
    expect(await links.show(ofOther, request)).toMatchObject({ state: 'OPEN' });
    // What holds now differs from what the sheet says: its page says both.
    await api.db.query(`UPDATE answer_link SET expires_at = expires_at - interval '2 hours' WHERE ended_at IS NULL`);
    const differs = await (await fetch(new URL(`/answer/${ofOther}`, api.url))).text();
    expect(differs).toContain('お知らせに書いた期限');
    await api.db.query(
      `UPDATE membership SET left_on = joined_on, left_at = now(), left_by = 'DESK', left_reason = '退会' WHERE facility_id = ANY($1)`,
      [[holds!, other!].map(({ party }) => party.id)],
    );
    expect(await refusalOf(links.show(ofOther, request))).toBe('ANSWER_LINK.UNKNOWN');
    expect(await links.show(token, request)).toMatchObject({ state: 'ACCEPTED' });
  });
});

/** Looks, turn by turn of the event loop, how many letters are set in it. */
function watchSetting(): () => { set: number; mostInOneTurn: number } {
  const setting = jest.spyOn(PaperPress.prototype, 'printLetter');
  let [set, mostInOneTurn, isOver] = [0, 0, false];
  const look = () => {
    const now = setting.mock.calls.length;
    mostInOneTurn = Math.max(mostInOneTurn, now - set);
    set = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    look();
    isOver = true;
    setting.mockRestore();
    return { set, mostInOneTurn };
  };
}
