import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { read } from '@e965/xlsx';
import { fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';
import { startStubbornMailServer } from '../worker/stubborn-mail-server.js';
import { allQuiet, startWorker } from '../worker/worker-fixtures.js';
import { corrected, madeUpDesk, type MadeUpSheets, workbookOf } from '../move-in/made-up-desk.js';

const IMPORT = `mutation ($input: ImportWorkbookInput!) { importWorkbook(input: $input) { report {
  isStored problemCount problems { sheet line column code value messageJa } questions { key code choices { value } }
  counts { sheet outcome count } absentCount
  capabilities: rows(sheet: CAPABILITIES) { outcome noteJa changes { field before after } }
  facilities: rows(sheet: FACILITIES) { line name outcome noteJa changes { field before after } }
  orders: rows(sheet: ORDERS) { line name outcome noteJa subjectId changes { field before after } } } } }`;

interface Report {
  readonly isStored: boolean;
  readonly problemCount: number;
  readonly problems: readonly { sheet: string; line: number; column: string | null; code: string }[];
  readonly questions: readonly { key: string; code: string; choices: { value: string }[] }[];
  readonly counts: readonly { sheet: string; outcome: string; count: number }[];
  readonly absentCount: number;
  readonly capabilities: readonly { outcome: string; noteJa: string | null; changes: readonly object[] }[];
  readonly facilities: readonly { line: number; outcome: string; changes: readonly object[] }[];
  readonly orders: readonly { line: number; outcome: string; noteJa: string | null; subjectId: string | null }[];
}

async function importBook(admin: Client, book: MadeUpSheets, more: object = {}): Promise<Report> {
  const contentBase64 = Buffer.from(workbookOf(book)).toString('base64');
  const input = { idempotencyKey: randomUUID(), fileName: '移行.xlsx', contentBase64, isDryRun: false, ...more };
  const { importWorkbook } = await admin.ask<{ importWorkbook: { report: Report } }>(IMPORT, { input });
  return importWorkbook.report;
}

async function newDesk(api: TestApi): Promise<{ deskId: string; admin: Client }> {
  const deskId = randomUUID();
  await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'MOVER', '見本共同受注窓口')`, [deskId]);
  return { deskId, admin: await api.asNew('DESK_ADMIN', deskId) };
}

describe('A desk that moves in with its past', () => {
  let api: TestApi;
  let deskId: string;
  let admin: Client;
  const today = todayInTokyo(new Date());
  const sheets = madeUpDesk(today);
  const few = madeUpDesk(today, { facilities: 12, buyers: 4, results: 6 });
  beforeAll(async () => {
    api = await startApi();
    ({ deskId, admin } = await newDesk(api));
  });
  afterAll(() => api.close());

  const bring = async (book: MadeUpSheets, more: object = {}) => importBook(admin, book, more);
  const countOf = ({ counts }: Report, outcome: string) =>
    Object.fromEntries(counts.filter((each) => each.outcome === outcome).map(({ sheet, count }) => [sheet, count]));
  const rowsIn = async (table: string) =>
    Number((await api.db.query<[{ n: string }]>(`SELECT count(*) AS n FROM ${table}`))[0].n);
  const ALL = {
    FACILITIES: 114,
    BUYERS: 40,
    DEPARTMENTS: 14,
    PEOPLE: 2,
    BALANCES: 114,
    RESULTS: 300,
    ORDERS: 9,
    SHARES: 6,
  };

  it('sees in a dry run everything that would be stored, and nothing is', async () => {
    const before = await rowsIn('facility');
    const report = await bring(sheets, { isDryRun: true });
    expect(report.problems).toEqual([]);
    expect(countOf(report, 'CREATED')).toMatchObject(ALL);
    expect(report.isStored).toBe(false);
    expect(await rowsIn('facility')).toBe(before);
    expect(await rowsIn('work_order')).toBe(0);
    expect(await rowsIn('move_in_row')).toBe(0);
    expect(await rowsIn("outbox_event WHERE name = 'invitation.issued'")).toBe(0);
  });

  it('is told again what came of it when the answer was lost on the way', async () => {
    const once = { isDryRun: true, idempotencyKey: randomUUID() };
    const ask = async (): Promise<Report> =>
      bring(few, once).catch(async (error: unknown) => {
        // Asked while the first was still at work.
        expect((error as { code?: string }).code).toMatch(/^(PLATFORM\.BUSY|MOVE_IN\.UNDER_WAY)$/);
        await sleep(100);
        return ask();
      });
    const [first, ...others] = await Promise.all([ask(), ask(), ask()]);
    expect(first).toMatchObject({ isStored: false, problems: [] });
    for (const other of others) expect(other).toEqual(first);
    expect(await rowsIn('move_in_row')).toBe(0);
    await expect(bring(few, { ...once, isDryRun: false })).rejects.toMatchObject({ code: 'IDEMPOTENCY.KEY_REUSED' });
  });

  it('is told of every fault by sheet, row and column, and nothing is stored', async () => {
    let faulty = corrected(few, '事業所', 3, '定員', '二十人');
    faulty = corrected(faulty, '部署', 1, '発注者の番号', 'B-999');
    faulty = corrected(faulty, '受注中の案件', 5, '状態', '完了');
    faulty = corrected(faulty, '案件の割当', 3, '数量', 90_000_000);
    faulty = corrected(faulty, '過去の実績', 2, '税', '?');
    faulty = corrected(faulty, '期首残', 4, '年度', '昔');
    const report = await bring(faulty);
    const places = report.problems.map(({ sheet, line, column, code }) => [sheet, line, column, code].join(' '));
    expect(places).toEqual(
      expect.arrayContaining([
        '事業所 4 定員 MOVE_IN.NO_NUMBER',
        '部署 2 発注者の番号 MOVE_IN.UNKNOWN_NUMBER',
        '受注中の案件 6 状態 MOVE_IN.ORDER_IS_OVER',
        '受注中の案件 8 数量 MOVE_IN.SHARES_TOO_MANY',
        '過去の実績 3 税 MOVE_IN.NO_CHOICE',
        '期首残 5 年度 MOVE_IN.NO_YEAR',
      ]),
    );
    expect(report.isStored).toBe(false);
    expect(await rowsIn('move_in_row')).toBe(0);
  });

  it('never promises more than a facility can do', async () => {
    let large = corrected(few, '受注中の案件', 7, '数量', 9_000_000);
    large = corrected(large, '案件の割当', 3, '数量', 9_000_000);
    const { problems } = await bring(large, { isDryRun: true });
    expect(problems).toMatchObject([{ sheet: '案件の割当', line: 4, column: '数量', code: 'CAPACITY.EXCEEDED' }]);
  });

  it('takes no number of an order while another import runs', async () => {
    const other = api.db.createQueryRunner();
    const turn = [`move-in ${deskId}`];
    const taken = () =>
      api.db.query<object[]>('SELECT last_number FROM work_order_number WHERE desk_id = $1', [deskId]);
    const before = await taken();
    try {
      await other.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', turn);
      await expect(bring(few)).rejects.toMatchObject({ code: 'MOVE_IN.UNDER_WAY' });
      expect(await taken()).toEqual(before);
    } finally {
      await other.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', turn);
      await other.release();
    }
  });

  it('stores all of it once, however many bring it at the same moment', async () => {
    const results = await Promise.allSettled([bring(sheets), bring(sheets)]);
    const stored = results.flatMap((result) =>
      result.status === 'fulfilled' && result.value.isStored ? [result.value] : [],
    );
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as { code: string }] : [],
    );
    expect(stored).toHaveLength(results.length - refused.length);
    expect(refused.every(({ code }) => code === 'MOVE_IN.UNDER_WAY')).toBe(true);
    expect(countOf(stored[0]!, 'CREATED')).toMatchObject(ALL);
    const again = await bring(sheets);
    expect(countOf(again, 'UNCHANGED')).toMatchObject(ALL);
    expect(countOf(again, 'CREATED')).toEqual({});
    expect(await rowsIn(`membership WHERE desk_id = '${deskId}'`)).toBe(114);
    expect(await rowsIn(`work_order WHERE desk_id = '${deskId}'`)).toBe(9);
    expect(await rowsIn(`recorded_result WHERE keeper_id = '${deskId}'`)).toBe(300);
  });

  it('has its orders where they were, entered for who said so', async () => {
    const { workOrders } = await admin.ask<{ workOrders: { items: { title: string; status: string }[] } }>(
      '{ workOrders(first: 20) { items { title status } } }',
    );
    const states = Object.fromEntries(workOrders.items.map(({ title, status }) => [title, status]));
    // A draft is the buyer's own, which the desk sees as it drafted it.
    expect(states).toMatchObject({
      '移行の案件 2': 'SUBMITTED',
      '移行の案件 3': 'REVIEWING',
      '移行の案件 4': 'QUOTED',
      '移行の案件 5': 'ORDERED',
      '移行の案件 6': 'ALLOCATING',
      '移行の案件 7': 'IN_PRODUCTION',
      '移行の案件 8': 'DELIVERED',
      '移行の案件 9': 'ACCEPTED',
    });
    const entered = await api.db.query<{ operation: string; said_by: string }[]>(
      'SELECT DISTINCT operation, said_by FROM entered_for WHERE desk_id = $1 ORDER BY 1',
      [deskId],
    );
    expect(entered.map(({ operation }) => operation)).toEqual([
      'acceptAssignment',
      'acceptWork',
      'draftWorkOrder',
      'placeOrder',
      'reportDelivery',
      'submitWorkOrder',
    ]);
  });

  it('has the right table of the years and the right balances that evening', async () => {
    const year = fiscalYearOf(today);
    const yenOf = (fiscalYear: number) =>
      sheets.過去の実績!.filter(([, each]) => each === fiscalYear).reduce((sum, row) => sum + Number(row[9]), 0);
    const rows = await api.db.query<{ fiscal_year: number; yen: string; n: string }[]>(
      `SELECT fiscal_year, sum(yen) AS yen, sum(order_count) AS n FROM recorded_result WHERE keeper_id = $1
       GROUP BY fiscal_year ORDER BY fiscal_year`,
      [deskId],
    );
    expect(rows.map((row) => [row.fiscal_year, Number(row.yen), Number(row.n)])).toEqual([
      [year - 2, yenOf(year - 2), 150],
      [year - 1, yenOf(year - 1), 150],
    ]);
    const [order] = await api.db.query<[{ id: string }]>(
      `SELECT step.id FROM step JOIN work_order ON work_order.id = step.work_order_id
       WHERE work_order.desk_id = $1 AND title = '移行の案件 5'`,
      [deskId],
    );
    const { allocationPlan } = await admin.ask<{
      allocationPlan: { shares: { facility: { name: string }; balance: number }[] };
    }>(
      `query ($input: AllocationPlanInput!) { allocationPlan(input: $input) { shares { facility { name } balance } } }`,
      { input: { stepId: order.id, options: { measure: 'YEN' } } },
    );
    const balanceOf = (name: string) => allocationPlan.shares.find(({ facility }) => facility.name === name)?.balance;
    expect(balanceOf('見本第20作業所')).toBe(90_000);
    expect(balanceOf('見本第11作業所')).toBe(0);
  });

  it('changes with a corrected workbook what was corrected, and nothing besides', async () => {
    let better = corrected(sheets, '事業所', 10, '定員', 33);
    better = corrected(better, '期首残', 2, '金額（円）', 123_456);
    better = corrected(better, '過去の実績', 5, '金額（円）', 777_000);
    better = corrected(better, '受注中の案件', 5, '状態', '打診中');
    better.案件の割当!.push(['O-005', 'F-010', 300, '打診中', null, null, null, null]);
    const report = await bring(better);
    expect(report.problems).toEqual([]);
    expect(countOf(report, 'UPDATED')).toEqual({ FACILITIES: 1, BALANCES: 1, RESULTS: 1, ORDERS: 1 });
    expect(countOf(report, 'CREATED')).toEqual({ SHARES: 1 });
    expect(report.facilities.find(({ outcome }) => outcome === 'UPDATED')?.changes).toHaveLength(1);
    expect(await rowsIn(`recorded_result WHERE keeper_id = '${deskId}'`)).toBe(300);
    expect(await rowsIn(`recorded_result WHERE keeper_id = '${deskId}' AND yen = 777000`)).toBe(1);
    expect(await rowsIn(`opening_balance WHERE desk_id = '${deskId}' AND yen = 123456`)).toBe(1);
    const shorter = { ...better, 発注者: better.発注者!.slice(0, -1) };
    expect((await bring(shorter)).absentCount).toBe(1);
    expect(await rowsIn(`desk_buyer WHERE desk_id = '${deskId}'`)).toBe(40);
  });

  it('is asked whether a number that has another name is another facility', async () => {
    const renamed = corrected(sheets, '事業所', 20, '事業所名', 'すみれ工房');
    const asked = await bring(renamed);
    expect(asked).toMatchObject({ isStored: false, questions: [{ code: 'MOVE_IN.RENAMED' }] });
    const answers = [{ questionKey: asked.questions[0]!.key, value: 'SAME' }];
    expect(await bring(renamed, { answers })).toMatchObject({ isStored: true, questions: [] });
    expect(await rowsIn(`facility WHERE name = 'すみれ工房'`)).toBe(1);
  });

  it('gets the workbook to fill in, which reads as empty', async () => {
    const answer = await fetch(new URL('/move-in.xlsx', api.url), { headers: { cookie: admin.cookie! } });
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(read(bytes).SheetNames).toEqual(['はじめに', ...Object.keys(sheets), '選べる値']);
    const input = {
      idempotencyKey: randomUUID(),
      fileName: '移行ブック.xlsx',
      contentBase64: Buffer.from(bytes).toString('base64'),
      isDryRun: true,
    };
    const { importWorkbook } = await admin.ask<{ importWorkbook: { report: Report } }>(IMPORT, { input });
    expect(importWorkbook.report).toMatchObject({ problems: [], counts: [] });
  });

  it('is nobody else’s', async () => {
    const coordinator = await api.asNew('DESK_COORDINATOR', deskId);
    const input = { idempotencyKey: randomUUID(), fileName: 'x.xlsx', contentBase64: '', isDryRun: true };
    expect(await coordinator.refusal(IMPORT, { input })).toBe('ACCESS.NOT_FOUND');
    const other = randomUUID();
    await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'OTHER', '別の窓口')`, [other]);
    const stranger = await api.asNew('DESK_ADMIN', other);
    expect(await stranger.ask('{ broughtAlong { sheet } }')).toEqual({ broughtAlong: [] });
  });
});

describe('A workbook that comes again after work went on in the pages', () => {
  let api: TestApi;
  let admin: Client;
  let flow: OrderFlow;
  const few = madeUpDesk(todayInTokyo(new Date()), { facilities: 12, buyers: 4, results: 6 });
  const ANSWERED = ['職員 見本', 'FAX', few.案件の割当![2]![6]!, null];
  for (const number of ['O-012', 'O-014'])
    few.受注中の案件!.push(few.受注中の案件![5]!.map((cell, at) => (at === 0 ? number : cell)));
  // Three more orders with shares of one facility each.
  for (const [number, facility, answer] of [
    ['O-010', 'F-007', ['打診中', null, null, null, null]],
    ['O-011', 'F-008', ['引受', ...ANSWERED]],
    ['O-013', 'F-011', ['打診中', null, null, null, null]],
  ] as const) {
    few.受注中の案件!.push(few.受注中の案件![6]!.map((cell, at) => (at === 0 ? number : cell)));
    few.案件の割当!.push([number, facility, 150, ...answer]);
  }
  /** The workbook as it stands by now: what was imported last, with what was added or corrected since. */
  let book = few;
  beforeAll(async () => {
    api = await startApi();
    ({ admin } = await newDesk(api));
    flow = new OrderFlow(api, admin, admin);
    expect(await importBook(admin, few)).toMatchObject({ isStored: true, problems: [] });
  });
  afterAll(() => api.close());

  it('tells each buyer and each facility once what was brought along, and nobody of single steps', async () => {
    const mail = await startStubbornMailServer({});
    const worker = await startWorker(api.databaseUrl, mail.smtpUrl);
    await allQuiet(api);
    await worker.close();
    await mail.close();
    const told = await api.db.query<{ kind: string; party: string; notices: number; body: string }[]>(
      // Days that have come are no step of the import.
      `SELECT kind, organisation_id AS party, count(DISTINCT event_id)::int AS notices, min(body) AS body FROM notification
       WHERE kind <> 'milestones.due' GROUP BY kind, organisation_id ORDER BY 1, 2`,
    );
    const parties = await api.db.query<{ id: string }[]>(
      `SELECT subject_id AS id FROM move_in_row WHERE sheet = 'FACILITIES'
       UNION SELECT buyer_id FROM work_order`,
    );
    expect(told.map(({ kind, party, notices }) => `${kind} ${party} ${notices}`)).toEqual(
      parties.map(({ id }) => `move-in.brought-along ${id} 1`).toSorted(),
    );
    const orderNumbers = await api.db.query<{ party: string; numbers: string[] }[]>(
      `SELECT buyer_id AS party, array_agg(number) AS numbers FROM work_order GROUP BY buyer_id
       UNION ALL SELECT facility_id, array_agg(DISTINCT number) FROM assignment
         JOIN work_order ON work_order.id = work_order_id GROUP BY facility_id`,
    );
    for (const { party, numbers } of orderNumbers) {
      const { body } = told.find((each) => each.party === party)!;
      for (const number of numbers) expect(body).toContain(number);
    }
    // What comes of the steps is there all the same.
    expect(await api.db.query('SELECT FROM paper')).not.toEqual([]);
  });

  it('holds up nobody who orders with the desk while it is imported', async () => {
    const buyer = await api.asNew('BUYER_MEMBER', await subjectOf('BUYERS', 'B-002'));
    const last = few.受注中の案件!.find(([number]) => number === 'O-001')!;
    book = withRow(book, '受注中の案件', ['O-020', ...last.slice(1)]);
    const blocker = api.db.createQueryRunner();
    await blocker.startTransaction();
    // The last thing an import does is to keep its rows: here it waits, with its orders made.
    await blocker.query('LOCK TABLE move_in_row IN SHARE ROW EXCLUSIVE MODE');
    const importing = importBook(admin, book);
    const isWaiting = async () =>
      api.db.query<object[]>(`SELECT FROM pg_locks WHERE relation = 'move_in_row'::regclass AND NOT granted`);
    while ((await isWaiting()).length === 0) await sleep(5);
    const { id } = await new OrderFlow(api, buyer, admin).draft();
    await blocker.rollbackTransaction();
    await blocker.release();
    expect(await importing).toMatchObject({ isStored: true, problems: [] });
    const orders = await api.db.query<{ id: string; number: string }[]>('SELECT id, number FROM work_order');
    expect(orders.map((order) => order.id)).toContain(id);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(book.受注中の案件!.length);
  });

  const subjectOf = async (sheet: string, number: string) => {
    const [row] = await api.db.query<[{ id: string }]>(
      'SELECT subject_id AS id FROM move_in_row WHERE sheet = $1 AND row_key = $2',
      [sheet, number],
    );
    return row.id;
  };
  const sharesOf = async (number: string) =>
    api.db.query<{ id: string; facility_id: string; status: string; units: number }[]>(
      `SELECT id, facility_id, status, offered_units AS units FROM assignment WHERE work_order_id = $1
       ORDER BY created_at, id`,
      [await subjectOf('ORDERS', number)],
    );
  const shareOf = async (number: string, facility: string) => {
    const facilityId = await subjectOf('FACILITIES', facility);
    return (await sharesOf(number)).find((share) => share.facility_id === facilityId)!;
  };
  const facilityOf = async (number: string) => flow.facility(await subjectOf('FACILITIES', number));
  const withRow = (sheets: MadeUpSheets, sheet: string, row: MadeUpSheets[string][number]) => ({
    ...sheets,
    [sheet]: [...sheets[sheet]!, row],
  });
  const lineOf = (sheets: MadeUpSheets, sheet: string, order: string, facility: string) =>
    sheets[sheet]!.findIndex((row) => row[0] === order && row[1] === facility) + 1;
  const REASON = { reason: '都合がつかないため' };

  it.each([
    {
      how: 'was withdrawn by the desk',
      order: 'O-013',
      facility: 'F-011',
      status: 'WITHDRAWN',
      end: async (assignmentId: string) =>
        flow.step(admin, 'withdrawAssignment', { assignmentId, ...REASON }, '{ id }'),
    },
    {
      how: 'was declined',
      order: 'O-010',
      facility: 'F-007',
      status: 'DECLINED',
      end: async (assignmentId: string) =>
        flow.step(await facilityOf('F-007'), 'declineAssignment', { assignmentId, ...REASON }, '{ id }'),
    },
    {
      how: 'was handed back',
      order: 'O-011',
      facility: 'F-008',
      status: 'CANCELLED',
      end: async (assignmentId: string) =>
        flow.step(await facilityOf('F-008'), 'handBackAssignment', { assignmentId, units: 150, ...REASON }, '{ id }'),
    },
  ])('binds no facility again whose share $how', async ({ order, facility, status, end }) => {
    await end((await shareOf(order, facility)).id);
    const ended = await sharesOf(order);
    expect(await shareOf(order, facility)).toMatchObject({ status });
    const more = withRow(book, '案件の割当', [order, 'F-012', 20, '打診中', null, null, null, null]);
    const line = lineOf(more, '案件の割当', order, facility);
    // Whatever the row says of it now: that it is asked, or that it said yes.
    const accepted = structuredClone(more);
    accepted.案件の割当![line - 1]!.splice(3, 5, '引受', ...ANSWERED);
    for (const again of [more, accepted]) {
      const { problems, isStored } = await importBook(admin, again);
      const column = '事業所の番号';
      expect(problems).toMatchObject([{ sheet: '案件の割当', line, column, code: 'MOVE_IN.SHARE_ENDED' }]);
      expect(isStored).toBe(false);
    }
    expect(await sharesOf(order)).toEqual(ended);
    // Without the row the order goes on with who took its place.
    book = { ...more, 案件の割当: more.案件の割当!.filter((_, at) => at !== line - 1) };
    expect(await importBook(admin, book)).toMatchObject({ problems: [], isStored: true });
    expect(await sharesOf(order)).toHaveLength(ended.length + 1);
    expect(await shareOf(order, facility)).toMatchObject({ status });
    expect(await shareOf(order, 'F-012')).toMatchObject({ status: 'OFFERED', units: 20 });
  });

  /** Plans 100 units of an order for one facility and for nobody else, as a coordinator does in the pages. */
  async function planInPages(order: string, facility: string, prices: 'QUOTED' | 'OWN'): Promise<void> {
    const [step] = await api.db.query<[{ id: string }]>('SELECT id FROM step WHERE work_order_id = $1', [
      await subjectOf('ORDERS', order),
    ]);
    const facilityId = await subjectOf('FACILITIES', facility);
    const others = await api.db.query<{ id: string }[]>(
      `SELECT subject_id AS id FROM move_in_row WHERE sheet = 'FACILITIES' AND subject_id <> $1`,
      [facilityId],
    );
    const options = {
      ...REASON,
      prices,
      pinned: [{ facilityId, units: 100, ...REASON }],
      excluded: others.map(({ id }) => ({ facilityId: id, ...REASON })),
    };
    const { allocationPlan } = await admin.ask<{ allocationPlan: { snapshotHash: string } }>(
      'query ($input: AllocationPlanInput!) { allocationPlan(input: $input) { snapshotHash } }',
      { input: { stepId: step.id, options } },
    );
    const { snapshotHash } = allocationPlan;
    await flow.step(admin, 'approveAllocation', { stepId: step.id, options, snapshotHash }, '{ __typename }');
  }
  const orderLine = (sheets: MadeUpSheets, order: string) =>
    sheets.受注中の案件!.findIndex(([number]) => number === order) + 1;
  const asked = (order: string, facility: string) => [order, facility, 100, '打診中', null, null, null, null];
  const refusal = (order: string) => [
    { sheet: '受注中の案件', line: orderLine(book, order), column: null, code: 'ALLOCATION.OPEN_SHARES_WOULD_END' },
  ];

  it.each([
    { what: 'planned', order: 'O-005', status: 'PLANNED' },
    { what: 'asked', order: 'O-014', status: 'OFFERED' },
  ])('takes nothing back that was $what in the pages', async ({ order, status }) => {
    await planInPages(order, 'F-009', 'QUOTED');
    if (status === 'OFFERED')
      await flow.step(admin, 'sendAssignments', { workOrderId: await subjectOf('ORDERS', order) }, '{ id }');
    const before = await sharesOf(order);
    expect(before).toMatchObject([{ status, units: 100 }]);
    const state = corrected(book, '受注中の案件', orderLine(book, order) - 1, '状態', '打診中');
    const more = withRow(state, '案件の割当', asked(order, 'F-010'));
    expect(await importBook(admin, more)).toMatchObject({ isStored: false, problems: refusal(order) });
    expect(await sharesOf(order)).toEqual(before);
    // With a row of its own the share stands beside the one that is new.
    book = withRow(more, '案件の割当', asked(order, 'F-009'));
    expect(await importBook(admin, book)).toMatchObject({ isStored: true, problems: [] });
    const offered = { status: 'OFFERED', units: 100 };
    expect(await sharesOf(order)).toMatchObject([{ ...offered, id: before[0]!.id }, offered]);
  });

  it('asks nobody again at another price than in the pages', async () => {
    await planInPages('O-012', 'F-009', 'OWN');
    await flow.step(admin, 'sendAssignments', { workOrderId: await subjectOf('ORDERS', 'O-012') }, '{ id }');
    const offered = await sharesOf('O-012');
    const state = corrected(book, '受注中の案件', orderLine(book, 'O-012') - 1, '状態', '打診中');
    const same = withRow(state, '案件の割当', asked('O-012', 'F-009'));
    const more = withRow(same, '案件の割当', asked('O-012', 'F-010'));
    expect(await importBook(admin, more)).toMatchObject({ isStored: false, problems: refusal('O-012') });
    expect(await sharesOf('O-012')).toEqual(offered);
    // What the page has already is no reason to ask anybody.
    book = same;
    expect(await importBook(admin, book)).toMatchObject({ isStored: true, problems: [] });
    expect(await sharesOf('O-012')).toEqual(offered);
  });

  it('corrects of a capability what its row corrects, and keeps what was set in the pages', async () => {
    const facilityId = await subjectOf('FACILITIES', 'F-002');
    const capability = async () => {
      const [row] = await api.db.query<[Record<string, unknown>]>(
        `SELECT seconds_per_unit, minimum_lot, lead_days, unit_price_sen, daily_limit_units, is_offered
         FROM capability WHERE facility_id = $1 AND work_type_code = 'ENVELOPE_STUFFING'`,
        [facilityId],
      );
      return row;
    };
    const before = await capability();
    const input = {
      ...{ facilityId, workTypeCode: 'ENVELOPE_STUFFING', secondsPerUnit: before.seconds_per_unit, minimumLot: 10 },
      ...{ leadDays: 3, unitPriceSen: 777, dailyLimitUnits: 900, isOffered: false },
    };
    await flow.step(admin, 'setCapability', input, '{ __typename }');
    const at = book.できる仕事!.findIndex(([number, work]) => number === 'F-002' && work === '封入・封かん');
    book = corrected(book, 'できる仕事', at, '最小数量', 25);
    const report = await importBook(admin, book);
    expect(report).toMatchObject({ isStored: true, problems: [] });
    expect(report.counts).toContainEqual({ sheet: 'CAPABILITIES', outcome: 'UPDATED', count: 1 });
    expect(report.capabilities.find(({ outcome }) => outcome === 'UPDATED')).toMatchObject({
      changes: [{ field: '最小数量', before: '10', after: '25' }],
      noteJa: expect.stringContaining('いまは受けない') as string,
    });
    expect(await capability()).toEqual({
      ...before,
      ...{ minimum_lot: 25, lead_days: 3, unit_price_sen: 777, daily_limit_units: 900, is_offered: false },
    });
  });
});
