import { randomUUID } from 'node:crypto';
import { read } from '@e965/xlsx';
import { fiscalYearOf, todayInTokyo } from '#yui/calendar';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { corrected, madeUpDesk, type MadeUpSheets, workbookOf } from '../move-in/made-up-desk.js';

const IMPORT = `mutation ($input: ImportWorkbookInput!) { importWorkbook(input: $input) { report {
  isStored problemCount problems { sheet line column code value messageJa } questions { key code choices { value } }
  counts { sheet outcome count } absentCount
  facilities: rows(sheet: FACILITIES) { line name outcome noteJa changes { field before after } }
  orders: rows(sheet: ORDERS) { line name outcome noteJa subjectId changes { field before after } } } } }`;

interface Report {
  readonly isStored: boolean;
  readonly problemCount: number;
  readonly problems: readonly { sheet: string; line: number; column: string | null; code: string }[];
  readonly questions: readonly { key: string; code: string; choices: { value: string }[] }[];
  readonly counts: readonly { sheet: string; outcome: string; count: number }[];
  readonly absentCount: number;
  readonly facilities: readonly { line: number; outcome: string; changes: readonly object[] }[];
  readonly orders: readonly { line: number; outcome: string; noteJa: string | null; subjectId: string | null }[];
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
    deskId = randomUUID();
    await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'MOVER', '見本共同受注窓口')`, [deskId]);
    admin = await api.asNew('DESK_ADMIN', deskId);
  });
  afterAll(() => api.close());

  async function bring(book: MadeUpSheets, more: object = {}, client = admin): Promise<Report> {
    const contentBase64 = Buffer.from(workbookOf(book)).toString('base64');
    const input = { idempotencyKey: randomUUID(), fileName: '移行.xlsx', contentBase64, isDryRun: false, ...more };
    const { importWorkbook } = await client.ask<{ importWorkbook: { report: Report } }>(IMPORT, { input });
    return importWorkbook.report;
  }
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
