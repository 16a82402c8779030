import { randomUUID } from 'node:crypto';
import { PROCUREMENT_DIMENSIONS } from '#yui/reports';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

const keyed = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });
const RESULTS = `query ($fromYear: Int!, $toYear: Int!, $by: ProcurementDimension!) {
  procurementResults(fromYear: $fromYear, toYear: $toYear, by: $by) {
    rules { fiscalYear bookedBy isTaxIncluded } printed { fiscalYear yen source } omitted { source } otherTax { fiscalYear yen }
    targets { fiscalYear isReached permille }
    rows { key cells { fiscalYear orderCount yen isOnlyRecorded } }
    total { cells { fiscalYear orderCount yen thousandYen recordedYen differenceYen changePermille } } } }`;
const ROWS = `query ($fromYear: Int!, $toYear: Int!, $by: ProcurementDimension!, $key: String) {
  procuredRows(fromYear: $fromYear, toYear: $toYear, by: $by, key: $key, first: 100) {
    items { origin title bookedOn yen } totalItems } }`;
const IMPORT = `mutation ($input: ImportResultsInput!) { importResults(input: $input) { report {
  createdCount updatedCount unchangedCount removedCount yen fiscalYears differences { fiscalYear printedYen sumYen }
  problems { sheet line column code } } } }`;
const RECORD = 'mutation ($input: RecordResultsInput!) { recordResults(input: $input) { ids } }';
const JOINT = `query ($fromYear: Int!, $toYear: Int!) { jointOrderResults(fromYear: $fromYear, toYear: $toYear) {
  printed { fiscalYear yen } rows { contractType cells { fiscalYear orderCount facilityCount salesYen isOnlyRecorded } }
  total { cells { fiscalYear orderCount salesYen matchingCount } } } }`;
const LEDGERS = `query ($fiscalYear: Int!) { fairnessLedgers(fiscalYear: $fiscalYear) { deskId amount levelPerPerson persons
  lines { facilityId persons amount perPerson undatedAmount months { month amount } } } }`;
const LEDGER_ROWS = `query ($fiscalYear: Int!, $facilityId: ID, $deskId: ID, $month: Int) {
  fairnessRows(fiscalYear: $fiscalYear, facilityId: $facilityId, deskId: $deskId, month: $month, first: 100) {
    items { origin givenOn amount title allocationId reasonJa } } }`;

interface Ledger {
  deskId: string;
  amount: number;
  levelPerPerson: number;
  persons: number;
  lines: {
    facilityId: string;
    persons: number;
    amount: number;
    perPerson: number;
    undatedAmount: number;
    months: { month: number; amount: number }[];
  }[];
}
interface LedgerRows {
  fairnessRows: { items: { origin: string; amount: number; allocationId: string | null; reasonJa: string | null }[] };
}

interface Results {
  procurementResults: {
    rows: { key: string; cells: { fiscalYear: number; orderCount: number; yen: number; isOnlyRecorded: boolean }[] }[];
    total: { cells: { fiscalYear: number; orderCount: number; yen: number }[] };
    omitted: { source: string }[];
    [part: string]: unknown;
  };
}
interface Rows {
  procuredRows: { items: { origin: string; title: string; bookedOn: string; yen: number }[]; totalItems: number };
}

describe('The results of governments and desks', () => {
  let api: TestApi;
  let city: Client;
  let officer: Client;
  let deskAdmin: Client;
  let deskId: string;
  let cityId: string;

  beforeAll(async () => {
    api = await startApi();
    city = await api.as('CITY');
    deskAdmin = await api.as('DESK_ADMIN');
    [{ id: deskId }] = await api.db.query<[{ id: string }]>('SELECT id FROM desk');
    const { me } = await city.ask<{ me: { organisationId: string } }>('{ me { organisationId } }');
    cityId = me.organisationId;
    await api.db.query(`INSERT INTO government (buyer_id, kind) VALUES ($1, 'MUNICIPALITY') ON CONFLICT DO NOTHING`, [
      cityId,
    ]);
    const prefectureId = randomUUID();
    await api.db.query(`INSERT INTO prefecture (id, code, name) VALUES ($1, 'X', '見本県')`, [prefectureId]);
    await api.db.query('INSERT INTO prefecture_desk (prefecture_id, desk_id) VALUES ($1, $2)', [prefectureId, deskId]);
    officer = await api.asNew('PREFECTURE_OFFICER', prefectureId);
  });
  afterAll(() => api.close());

  /** Work of the city that was handed over and accepted on these days, line by line; `takenOff`: later, of the first line. */
  async function performed(
    performedOn: string,
    acceptedOn: string,
    lines: [workType: string, netYen: number, lineOn?: string][],
    takenOff?: { readonly on: string; readonly netYen: number },
  ) {
    const flow = new OrderFlow(api, city, await api.as('COORDINATOR'));
    const { id } = await flow.draft({ title: `封入 ${performedOn}` });
    await api.db.query(
      `UPDATE work_order SET is_public_money = true, submitted_at = $2::date, ordered_at = $2::date, status = 'ACCEPTED' WHERE id = $1`,
      [id, performedOn],
    );
    const contractId = randomUUID();
    await api.db.query(
      `INSERT INTO contract (id, desk_id, work_order_id, type, side, buyer_id, status, amount_yen, fulfilled_yen, created_at, fulfilled_at)
       VALUES ($1, $2, $3, 'DESK_CONTRACT', 'BUYER_DESK', $4, 'FULFILLED', $5, $5, $6::date, $6::date)`,
      [contractId, deskId, id, cityId, lines.reduce((sum, [, yen]) => sum + yen, 0), acceptedOn],
    );
    const line = async (sourceKey: string, workType: string, netYen: number, tradedOn: string, lineOn: string) =>
      api.db.query<object[]>(
        `INSERT INTO settlement_line (id, desk_id, work_order_id, contract_id, buyer_id, kind, source_key, payer, payee,
           payer_id, payee_id, description, units, unit, pricing, tax_percent, is_reduced_rate, net_yen, tax_yen, gross_yen,
           traded_on, performed_on, work_type_code, due_on, booked_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, 'WORK', $5, 'BUYER', 'DESK', $4, $1, '作業', 1, '式', 'TAX_EXCLUSIVE', 10,
           false, $6::bigint, $6::bigint / 10, $6::bigint + $6::bigint / 10, $7, $8, $9, $7, now())`,
        [deskId, id, contractId, cityId, sourceKey, netYen, tradedOn, lineOn, workType],
      );
    for (const [workType, netYen, lineOn] of lines) {
      await line(`line ${randomUUID()}`, workType, netYen, acceptedOn, lineOn ?? performedOn);
    }
    if (takenOff) {
      const [workType, , lineOn] = lines[0]!;
      await line(`reduction ${randomUUID()}`, workType, -takenOff.netYen, takenOff.on, lineOn ?? performedOn);
    }
  }

  const results = async (client: Client, by: string, fromYear = 2024, toYear = 2026) =>
    (await client.ask<Results>(RESULTS, { by, fromYear, toYear })).procurementResults;
  const totals = async (client: Client, by = 'CATEGORY') =>
    (await results(client, by)).total.cells.map(({ orderCount, yen }) => [orderCount, yen]);
  const file = (text: string, sourceName: string, isDryRun = false) =>
    keyed({ fileName: 'a.csv', contentBase64: Buffer.from(text).toString('base64'), sourceName, isDryRun });
  const importReport = async (client: Client, text: string, sourceName: string, isDryRun = false) =>
    (await client.ask<{ importResults: { report: object } }>(IMPORT, file(text, sourceName, isDryRun))).importResults
      .report;

  it('count an order in the year it was performed, once, and each of its lines in its category', async () => {
    await performed('2026-03-31', '2026-04-03', [
      ['ENVELOPE_STUFFING', 10_000],
      ['FARM_PRODUCE', 500],
    ]);
    await performed('2026-04-01', '2026-04-03', [['ENVELOPE_STUFFING', 20_000]]);
    expect(await totals(city)).toEqual([
      [0, 0],
      [1, 11_550],
      [1, 22_000],
    ]);
    const { rows } = await results(city, 'CATEGORY');
    const of = (key: string) =>
      rows.find((row) => row.key === key)!.cells.map(({ orderCount, yen }) => [orderCount, yen]);
    expect(of('SERVICE_OTHER')).toEqual([
      [0, 0],
      [1, 11_000],
      [1, 22_000],
    ]);
    expect(of('GOODS_FOOD')[1]).toEqual([1, 550]);
    expect(await totals(officer, 'LEVEL')).toEqual(await totals(city));
    expect(await totals(deskAdmin)).toEqual(await totals(city));
  });

  it('follow the rule of the year it was performed in, so that no order falls out or counts twice', async () => {
    const rule = `mutation ($input: SetProcurementRuleInput!) { setProcurementRule(input: $input) { procurementRules { fromYear } } }`;
    const input = { fromYear: 2025, bookedBy: 'ACCEPTANCE', isTaxIncluded: false, source: '見本市通知' };
    await city.ask(rule, { input });
    expect(await totals(city)).toEqual([
      [0, 0],
      [0, 0],
      [2, 30_500],
    ]);
    await city.ask(rule, { input: { ...input, bookedBy: 'PERFORMANCE', isTaxIncluded: true } });
    expect((await results(city, 'CATEGORY')).rules).toContainEqual({
      fiscalYear: 2026,
      bookedBy: 'PERFORMANCE',
      isTaxIncluded: true,
    });
  });

  it('add what departments bought directly, and open to the rows behind every cell', async () => {
    const row = {
      department: '総務課',
      categoryCode: 'GOODS_FOOD',
      facilityName: 'ひまわり作業所',
      isTaxIncluded: true,
    };
    await city.ask(RECORD, keyed({ rows: [{ ...row, performedOn: '2026-03-31', title: 'パン', yen: 3_240 }] }));
    await city.ask(RECORD, keyed({ rows: [{ ...row, performedOn: '2026-04-01', title: '菓子', yen: 1_080 }] }));
    const wrong = { ...row, fiscalYear: 2026, performedOn: '2026-03-31', yen: 1 };
    expect(await city.refusal(RECORD, keyed({ rows: [wrong] }))).toBe('RESULT.DAY_OF_OTHER_YEAR');
    expect(await (await api.as('COMPANY')).refusal(RECORD, keyed({ rows: [row] }))).toBe('RESULT.YEAR_OUT_OF_RANGE');
    const { rows, total } = await results(city, 'CATEGORY');
    for (const cellRow of [...rows, { key: null, cells: total.cells }]) {
      for (const { fiscalYear, yen } of cellRow.cells) {
        const asked = { by: 'CATEGORY', fromYear: fiscalYear, toYear: fiscalYear, key: cellRow.key };
        const { procuredRows } = await city.ask<Rows>(ROWS, asked);
        expect(procuredRows.items.reduce((sum, item) => sum + item.yen, 0)).toBe(yen);
        expect(procuredRows.totalItems).toBe(procuredRows.items.length);
      }
    }
    expect(total.cells.map(({ orderCount, yen }) => [orderCount, yen])).toEqual([
      [0, 0],
      [2, 14_790],
      [2, 23_080],
    ]);
    const departments = await results(city, 'DEPARTMENT');
    expect(departments.rows.find(({ key }) => key === '総務課')?.cells.map(({ yen }) => yen)).toEqual([
      0, 3_240, 1_080,
    ]);
  });

  it('are measured at the target, with 以上 and 超', async () => {
    const mutation =
      'mutation ($input: SetProcurementTargetInput!) { setProcurementTarget(input: $input) { procurementTargets { target } } }';
    const target = { fiscalYear: 2026, measure: 'YEN', comparator: 'AT_LEAST', target: 23_080, source: '調達方針' };
    await city.ask(mutation, { input: target });
    expect((await results(city, 'CATEGORY')).targets).toEqual([{ fiscalYear: 2026, isReached: true, permille: 1000 }]);
    await city.ask(mutation, { input: { ...target, comparator: 'MORE_THAN' } });
    expect((await results(city, 'CATEGORY')).targets).toEqual([{ fiscalYear: 2026, isReached: false, permille: 1000 }]);
  });

  it('take what a prefecture was returned for a town and a year in place of all else of that town', async () => {
    const before = await totals(officer, 'GOVERNMENT');
    expect(before[1]).toEqual([2, 14_790]);
    const [{ name }] = await api.db.query<[{ name: string }]>('SELECT name FROM buyer WHERE id = $1', [cityId]);
    const text = `市町村名,令和7年度件数,令和7年度金額（円・税込）\n${name},5,99000\n土佐町,2,1000\n合計,7,100000\n`;
    await importReport(officer, text, '市町村の実績');
    expect(await totals(officer, 'GOVERNMENT')).toEqual([[0, 0], [7, 100_000], before[2]]);
    const year = await results(officer, 'GOVERNMENT', 2025, 2025);
    expect(year.rows.map(({ key, cells }) => [key, cells[0]!.yen, cells[0]!.isOnlyRecorded])).toEqual([
      [name, 99_000, true],
      ['土佐町', 1_000, true],
    ]);
    // Nobody but the officers sees the returns, and the city's own table stays its own.
    expect((await totals(city))[1]).toEqual([2, 14_790]);
  });

  it('import a printed table again and again, replace its rows, and say where its total is off', async () => {
    const table = (last: string) => `共同受注の実績（単位：千円、税抜）
形式,平成17年度,,平成18年度,
,件数,売上,件数,売上
契約型,12,1234,3,${last}
斡旋型,2,7,,
合計,14,1242,3,${last}
`;
    const dry = await importReport(deskAdmin, table('500'), '実績表', true);
    expect(dry).toMatchObject({
      createdCount: 5,
      yen: 1_741_000,
      fiscalYears: [2005, 2006],
      differences: [{ fiscalYear: 2005, printedYen: 1_242_000, sumYen: 1_241_000 }],
      problems: [],
    });
    const joint = async () =>
      (await deskAdmin.ask<{ jointOrderResults: Record<string, unknown> }>(JOINT, { fromYear: 2005, toYear: 2006 }))
        .jointOrderResults;
    expect(await joint()).toMatchObject({ total: { cells: [{ orderCount: 0 }, { orderCount: 0 }] } });
    await importReport(deskAdmin, table('500'), '実績表');
    expect(await joint()).toMatchObject({
      printed: [{ fiscalYear: 2005, yen: 1_242_000 }],
      rows: [
        {
          contractType: 'DESK_CONTRACT',
          cells: [{ orderCount: 12, salesYen: 1_234_000, isOnlyRecorded: true }, { salesYen: 500_000 }],
        },
        {},
        { contractType: 'REFERRAL', cells: [{ orderCount: 2, salesYen: 7_000 }, { orderCount: 0 }] },
      ],
      total: {
        cells: [
          { orderCount: 14, salesYen: 1_241_000 },
          { orderCount: 3, salesYen: 500_000 },
        ],
      },
    });
    expect(await importReport(deskAdmin, table('500'), '実績表')).toMatchObject({
      createdCount: 0,
      updatedCount: 0,
      unchangedCount: 5,
    });
    expect(await importReport(deskAdmin, table('501'), '実績表')).toMatchObject({ updatedCount: 2, unchangedCount: 3 });
    expect(await joint()).toMatchObject({ total: { cells: [{}, { salesYen: 501_000 }] } });
    const wrong = file(table('x'), '実績表');
    expect(await deskAdmin.refusal(IMPORT, wrong)).toBe('RESULT.FILE_HAS_PROBLEMS');
    expect(await importReport(deskAdmin, table('x'), '実績表', true)).toMatchObject({
      problems: [{ line: 4, column: '平成18年度 売上', code: 'RESULT.NOT_A_FIGURE' }, {}],
    });
    expect(await joint()).toMatchObject({ total: { cells: [{}, { salesYen: 501_000 }] } });
  });

  it('count the money of a year once, whatever its lists are cut by and whatever the rows of the table are', async () => {
    const columns = '令和2年度件数,令和2年度金額（円・税込）';
    await importReport(city, `区分,${columns}\n食料品・飲料,2,600\n印刷,1,400\n合計,3,1001\n`, '品目別の表');
    await importReport(city, `部署,${columns}\n総務課,1,300\n福祉課,2,700\n合計,3,1002\n`, '部署別の表');
    await importReport(city, `種別,${columns}\n就労継続支援B型,3,1000\n`, '種別の表');
    const rowsOf = async (by: string) => {
      const { rows, total, printed, omitted } = await results(city, by, 2020, 2020);
      expect([by, ...total.cells.map(({ orderCount, yen }) => [orderCount, yen])]).toEqual([by, [3, 1_000]]);
      const { procuredRows } = await city.ask<Rows>(ROWS, { by, fromYear: 2020, toYear: 2020 });
      expect(procuredRows.items.reduce((sum, item) => sum + item.yen, 0)).toBe(1_000);
      return {
        printed,
        omitted: omitted.map(({ source }) => source),
        keys: rows.filter(({ cells }) => cells[0]!.yen > 0).map(({ key }) => key),
      };
    };
    for (const by of PROCUREMENT_DIMENSIONS) await rowsOf(by);
    expect(await rowsOf('DEPARTMENT')).toMatchObject({
      keys: ['福祉課', '総務課'],
      printed: [{ yen: 1_002, source: '部署別の表' }],
      omitted: ['種別の表', '品目別の表'],
    });
    expect(await rowsOf('METHOD')).toMatchObject({ keys: [''], printed: [{ yen: 1_001, source: '品目別の表' }] });
    expect((await rowsOf('CATEGORY')).keys.sort()).toEqual(['GOODS_FOOD', 'SERVICE_PRINTING']);
    expect((await rowsOf('SUPPLIER_KIND')).keys).toEqual(['B_TYPE']);

    await importReport(deskAdmin, `区分,${columns}\n食料品・飲料,2,600\n印刷,1,400\n合計,3,1001\n`, '品目別の表');
    await importReport(deskAdmin, `官公庁,${columns}\n高知市,1,300\n土佐町,2,700\n合計,3,1002\n`, '官公庁別の表');
    const joint = await deskAdmin.ask<object>(JOINT, { fromYear: 2020, toYear: 2020 });
    expect(joint).toMatchObject({
      jointOrderResults: {
        total: { cells: [{ orderCount: 3, salesYen: 1_000 }] },
        printed: [{ fiscalYear: 2020, yen: 1_001 }],
      },
    });
  });

  it('book the parts of an order on their own days and count it once, with what is taken off later, at 1 April', async () => {
    await performed('2022-03-31', '2022-04-03', [
      ['ENVELOPE_STUFFING', 10_000],
      ['ENVELOPE_STUFFING', 20_000, '2022-04-01'],
    ]);
    const takenOff = { on: '2022-04-01', netYen: 2_000 };
    await performed('2022-03-31', '2022-03-31', [['ENVELOPE_STUFFING', 10_000]], takenOff);
    const booked = async () => {
      const { total } = await results(city, 'CATEGORY', 2021, 2022);
      const together = total.cells.map(({ orderCount, yen }) => [orderCount, yen]);
      for (const [index, year] of [2021, 2022].entries()) {
        const [alone] = (await results(city, 'METHOD', year, year)).total.cells;
        expect([year, alone!.orderCount, alone!.yen]).toEqual([year, ...together[index]!]);
      }
      return together;
    };
    const rule = `mutation ($input: SetProcurementRuleInput!) { setProcurementRule(input: $input) { procurementRules { fromYear } } }`;
    const input = { fromYear: 2021, isTaxIncluded: true, source: '見本市通知' };
    const byPerformance = [
      [1, 19_800],
      [1, 22_000],
    ];
    const byAcceptance = [
      [1, 8_800],
      [1, 33_000],
    ];
    for (const bookedBy of ['PERFORMANCE', 'ACCEPTANCE', 'PERFORMANCE']) {
      await city.ask(rule, { input: { ...input, bookedBy } });
      expect([bookedBy, await booked()]).toEqual([bookedBy, bookedBy === 'ACCEPTANCE' ? byAcceptance : byPerformance]);
    }
    const { procuredRows } = await city.ask<Rows>(ROWS, { by: 'CATEGORY', fromYear: 2022, toYear: 2022 });
    expect(procuredRows.items.map(({ bookedOn, yen }) => [bookedOn, yen])).toEqual([['2022-04-01', 22_000]]);
  });

  it('are closed for a year as they stand, and what changes later is told against it', async () => {
    const CLOSE = 'mutation ($input: CloseYearInput!) { closeYear(input: $input) { closedYearId } }';
    const TABLE = `query ($id: ID!) { closedYearTable(closedYearId: $id) { rows { key isTotal cells { value } } } }`;
    const CHANGES = `query ($id: ID!) { closingChanges(closedYearId: $id, first: 100) {
      items { cause key orders yen changedAt workOrderId } } }`;
    const input = { report: 'PROCUREMENT', fiscalYear: 2017, note: '県への報告' };
    await performed('2018-03-31', '2018-04-05', [['ENVELOPE_STUFFING', 40_000]]);
    const direct = {
      performedOn: '2018-01-10',
      title: 'パン',
      categoryCode: 'GOODS_FOOD',
      yen: 3_000,
      isTaxIncluded: true,
    };
    const kept = await city.ask<{ recordResults: { ids: [string] } }>(RECORD, keyed({ rows: [direct] }));
    expect(await city.refusal(CLOSE, keyed({ ...input, fiscalYear: 2099 }))).toBe('CLOSING.YEAR_NOT_OVER');
    expect(await city.refusal(CLOSE, keyed({ ...input, report: 'JOINT_ORDERS' }))).toBe('ACCESS.NOT_FOUND');
    await Promise.all([city.ask(CLOSE, keyed(input)), city.ask(CLOSE, keyed(input))]);
    const { closedYears } = await city.ask<{ closedYears: { id: string; version: number; note: string }[] }>(
      '{ closedYears(report: PROCUREMENT) { id version note } }',
    );
    expect(closedYears.map(({ version, note }) => [version, note])).toEqual([
      [2, '県への報告'],
      [1, '県への報告'],
    ]);
    const { id } = closedYears[0]!;
    const read = async (client: Client, of: string) => {
      const { closedYearTable } = await client.ask<{
        closedYearTable: { rows: { key: string; isTotal: boolean; cells: { value: number }[] }[] };
      }>(TABLE, { id: of });
      const { closingChanges } = await client.ask<{
        closingChanges: { items: { cause: string; key: string; orders: number; yen: number }[] };
      }>(CHANGES, { id: of });
      const total = closedYearTable.rows.find(({ isTotal }) => isTotal)!.cells.map(({ value }) => value);
      return { rows: closedYearTable.rows, total, changes: closingChanges.items };
    };
    expect(await read(city, id)).toMatchObject({ total: [2, 2, 0, 47_000, 47_000, 0], changes: [] });

    // Nobody is kept from correcting.
    await performed('2018-03-30', '2018-04-02', [['ENVELOPE_STUFFING', 10_000]]);
    await city.ask('mutation ($input: RemoveRecordedResultInput!) { removeRecordedResult(input: $input) { isDone } }', {
      input: { resultId: kept.recordResults.ids[0] },
    });
    await city.ask(RECORD, keyed({ rows: [{ ...direct, yen: 2_500 }] }));
    await api.db.query(
      `INSERT INTO settlement_line
       SELECT (jsonb_populate_record(line, jsonb_build_object('id', gen_random_uuid(), 'source_key', 'reduction of a part',
         'net_yen', -5000, 'tax_yen', -500, 'gross_yen', -5500, 'traded_on', '2018-05-01', 'booked_at', now()))).*
       FROM settlement_line AS line WHERE performed_on = '2018-03-31' AND net_yen = 40000`,
    );
    const { rows, total, changes } = await read(city, id);
    expect(total).toEqual([2, 3, 1, 47_000, 52_000, 5_000]);
    expect(changes.map(({ cause, orders, yen }) => [cause, orders, yen]).sort()).toEqual([
      ['ORDER_ADDED', 1, 11_000],
      ['ORDER_CHANGED', 0, -5_500],
      ['RECORD_ADDED', 1, 2_500],
      ['RECORD_GONE', -1, -3_000],
    ]);
    // Every difference is the sum of the changes of its row.
    for (const row of rows) {
      const of = changes.filter(({ key }) => row.isTotal || key === row.key);
      expect([row.key, row.cells[5]!.value]).toEqual([row.key, of.reduce((sum, { yen }) => sum + yen, 0)]);
    }
    expect(await deskAdmin.refusal(TABLE, { id })).toBe('ACCESS.NOT_FOUND');
    expect(await deskAdmin.refusal(CHANGES, { id })).toBe('ACCESS.NOT_FOUND');

    const ofDesk = await deskAdmin.ask<{ closeYear: { closedYearId: string } }>(
      CLOSE,
      keyed({ report: 'JOINT_ORDERS', fiscalYear: 2018, note: null }),
    );
    const joint = await read(deskAdmin, ofDesk.closeYear.closedYearId);
    // Of 契約型 two orders were accepted in April 2018: orders, facilities and yen, then, now and the difference.
    expect(joint).toMatchObject({ total: [2, 2, 0, 0, 0, 0, 50_000, 50_000, 0], changes: [] });
  });

  it('say which part of what a facility earned came through the desk, by the day of the work, to the desk alone', async () => {
    const SHARES = `{ wageReport(report: DESK_SHARE, fromYear: 2015, toYear: 2016) { rows { key cells { value } } } }`;
    const [{ id: facilityId }] = await api.db.query<[{ id: string }]>(
      `SELECT facility.id FROM facility JOIN membership ON facility_id = facility.id WHERE type_code = 'B_TYPE' ORDER BY 1 LIMIT 1`,
    );
    await performed('2016-03-01', '2016-04-02', [['ENVELOPE_STUFFING', 60_000]]);
    for (const [day, yen] of [
      ['2016-03-31', 30_000],
      ['2016-04-01', 20_000],
    ]) {
      await api.db.query(
        `INSERT INTO settlement_line
         SELECT (jsonb_populate_record(line, jsonb_build_object('id', gen_random_uuid(), 'source_key', 'share ' || gen_random_uuid(),
           'payer', 'DESK', 'payee', 'FACILITY', 'payer_id', desk_id, 'payee_id', $1::uuid, 'facility_id', $1::uuid, 'buyer_id', null,
           'performed_on', $2::date, 'net_yen', $3::bigint, 'tax_yen', 0, 'gross_yen', $3::bigint))).*
         FROM settlement_line AS line WHERE performed_on = '2016-03-01' AND net_yen = 60000`,
        [facilityId, day, yen],
      );
    }
    await api.db.query(
      `INSERT INTO wage_return (id, facility_id, fiscal_year, version, status, total_yen, months_open, persons_by_month,
         production_revenue_yen, note, confirmed_questions, rounding, created_at)
       VALUES (gen_random_uuid(), $1, 2015, 1, 'CHECKED', 90000, 12, array_fill(1, ARRAY[12]), 120000, '', '{}', 'HALF_UP', now())`,
      [facilityId],
    );
    const { wageReport } = await deskAdmin.ask<{ wageReport: { rows: { key: string; cells: { value: number }[] }[] } }>(
      SHARES,
    );
    expect(wageReport.rows.map(({ key, cells }) => [key, ...cells.map(({ value }) => value)])).toEqual([
      [facilityId, 30_000, 25, 20_000, null],
      ['TOTAL', 30_000, 25, 20_000, null],
    ]);
    expect(await city.refusal(SHARES)).toMatch(/^ACCESS\./);
  });

  it('show who received what against the level: a desk everybody, a facility its own line alone', async () => {
    const flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
    const order = await flow.order('DESK_CONTRACT', { quantity: 4_000 });
    await flow.offer(order);
    const assignmentIds = (
      await api.db.query<{ id: string }[]>('SELECT id FROM assignment WHERE work_order_id = $1 ORDER BY id', [order.id])
    ).map(({ id }) => id);
    // The last moment of a fiscal year in Tokyo, and the first of the next.
    for (const [index, id] of assignmentIds.entries()) {
      await api.db.query(
        `UPDATE assignment SET status = 'ACCEPTED', accepted_units = offered_units, answered_at = $2 WHERE id = $1`,
        [id, index === 0 ? '2026-03-31T14:59:59Z' : '2026-03-31T15:00:00Z'],
      );
    }
    const given = await api.db.query<{ id: string; facility_id: string; yen: number; answered_at: Date }[]>(
      `SELECT id, facility_id, round(accepted_units * unit_price_sen / 100.0)::integer AS yen, answered_at
       FROM assignment WHERE id = ANY($1)`,
      [assignmentIds],
    );
    const first = given.find(({ id }) => id === assignmentIds[0])!;
    const ledgers = async (client: Client, fiscalYear: number) =>
      (await client.ask<{ fairnessLedgers: Ledger[] }>(LEDGERS, { fiscalYear })).fairnessLedgers;
    const rows = async (client: Client, variables: object) =>
      (await client.ask<LedgerRows>(LEDGER_ROWS, { ...variables })).fairnessRows.items;
    const [before] = await ledgers(deskAdmin, 2025);
    expect(before!.amount).toBe(first.yen);
    expect((await ledgers(deskAdmin, 2026))[0]!.amount).toBe(given.reduce((sum, { yen }) => sum + yen, 0) - first.yen);

    // What was done before the product, for a facility the desk has by that name.
    const [{ name }] = await api.db.query<[{ name: string }]>('SELECT name FROM facility WHERE id = $1', [
      first.facility_id,
    ]);
    const past = { facilityName: name, isTaxIncluded: false, yen: 7_000, contractType: 'DESK_CONTRACT' };
    await deskAdmin.ask(RECORD, keyed({ rows: [{ ...past, performedOn: '2025-04-01', title: '名刺' }] }));
    const [ledger] = await ledgers(deskAdmin, 2025);
    const line = ledger!.lines.find(({ facilityId }) => facilityId === first.facility_id)!;
    expect(ledger!.amount).toBe(first.yen + 7_000);
    expect(line.months.filter(({ amount }) => amount > 0)).toEqual([
      { month: 4, amount: 7_000 },
      { month: 3, amount: first.yen },
    ]);
    expect(ledger!.levelPerPerson).toBe(Math.round(ledger!.amount / ledger!.persons));
    const asked = { fiscalYear: 2025, facilityId: first.facility_id };
    const behind = await rows(deskAdmin, asked);
    expect(behind.map(({ origin, amount }) => [origin, amount])).toEqual([
      ['RECORDED', 7_000],
      ['SHARE', first.yen],
    ]);
    expect(behind[1]).toMatchObject({
      allocationId: expect.any(String) as string,
      reasonJa: expect.any(String) as string,
    });
    expect(await rows(deskAdmin, { ...asked, month: 4 })).toHaveLength(1);

    // Its opening balance stands for all that was before, in yen and in minutes.
    await api.db.query(
      `INSERT INTO opening_balance (desk_id, facility_id, fiscal_year, yen, minutes, source_file, source_row, recorded_by, recorded_at)
       SELECT $1, $2, 2025, 9000, 600, '移行.xlsx', '期首残 2', id, now() FROM account LIMIT 1`,
      [deskId, first.facility_id],
    );
    expect((await rows(deskAdmin, asked)).map(({ origin, amount }) => [origin, amount])).toEqual([
      ['OPENING', 9_000],
      ['SHARE', first.yen],
    ]);
    const [opened] = await ledgers(deskAdmin, 2025);
    expect(opened!.amount).toBe(first.yen + 9_000);
    expect(opened!.lines.find(({ facilityId }) => facilityId === first.facility_id)).toMatchObject({
      undatedAmount: 9_000,
      amount: first.yen + 9_000,
    });

    const own = await flow.facility(first.facility_id);
    const [seen] = await ledgers(own, 2025);
    expect(seen).toMatchObject({ amount: opened!.amount, levelPerPerson: opened!.levelPerPerson });
    expect(seen!.lines.map(({ facilityId }) => facilityId)).toEqual([first.facility_id]);
    const ownRows = await rows(own, { fiscalYear: 2025, deskId });
    expect(ownRows.map(({ amount, reasonJa }) => [amount, reasonJa])).toContainEqual([first.yen, null]);
    expect(ownRows.map(({ origin }) => origin)).toEqual(['OPENING', 'SHARE']);
    await api.db.query('DELETE FROM opening_balance WHERE facility_id = $1', [first.facility_id]);
    expect((await rows(own, { fiscalYear: 2025, deskId })).map(({ origin, amount }) => [origin, amount])).toEqual([
      ['RECORDED', 7_000],
      ['SHARE', first.yen],
    ]);
    const other = given.find(({ facility_id: id }) => id !== first.facility_id)!;
    expect(await own.refusal(LEDGER_ROWS, { fiscalYear: 2026, deskId, facilityId: other.facility_id })).toBe(
      'ACCESS.NOT_FOUND',
    );
    expect(await city.refusal(LEDGERS, { fiscalYear: 2025 })).toMatch(/^ACCESS\./);

    // One that has left knows what was received until that day, and nothing of the years after.
    const leave = async (day: string | null) =>
      api.db.query<object[]>(
        `UPDATE membership SET joined_on = least(joined_on, date '2020-04-01'), left_on = $2 WHERE facility_id = $1`,
        [first.facility_id, day],
      );
    await leave('2026-03-30');
    expect((await ledgers(own, 2025))[0]).toMatchObject({ amount: 7_000 });
    expect((await rows(own, { fiscalYear: 2025, deskId })).map(({ origin }) => origin)).toEqual(['RECORDED']);
    expect(await ledgers(own, 2026)).toEqual([]);
    expect(await own.refusal(LEDGER_ROWS, { fiscalYear: 2026, deskId })).toBe('ACCESS.NOT_FOUND');
    await leave(null);
  });

  it('leave as a file in the layout of the page', async () => {
    const variables = JSON.stringify({ fromYear: 2025, toYear: 2026, by: 'CATEGORY' });
    const address = new URL(`/exports/procurement.csv?variables=${encodeURIComponent(variables)}`, api.url);
    const answer = await fetch(address, { headers: { cookie: city.cookie ?? '' } });
    const text = await answer.text();
    expect(text.split('\r\n')[0]).toBe(
      '区分,令和7年度（件）,令和7年度（円）,令和8年度（件）,令和8年度（円）,前年度との差（円）,前年度からの増減（％）,注記',
    );
    expect(text).toContain('\r\n合計,2,14790,2,23080,8290,56.1,');
  });
});
