import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { RemindWageReturns } from '#yui/wages';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';
import { besideApi, type Product } from '../harness/product.js';
import { sampleOf } from '../harness/property.js';

const SAVE = `mutation ($input: SaveWageReturnInput!) { saveWageReturn(input: $input) { wageReturn {
  id version status monthYen hourYen usersTenths rounding confirmedQuestions availableActions } } }`;
const DECIDE = `mutation ($input: DecideWageReturnInput!) { decideWageReturn(input: $input) { wageReturn { id status remark } } }`;
const RECALL = `mutation ($input: RecallWageReturnInput!) { recallWageReturn(input: $input) { wageReturn { status } } }`;
const FORM = `query ($facilityId: ID!, $fiscalYear: Int!) { wageReturnForm(facilityId: $facilityId, fiscalYear: $fiscalYear) {
  present { id version status } rounding roundingSource lastMonthYen lastTargetYen minimumHourYen isEmployer dueOn
  history { fiscalYear monthYen sourceFile } } }`;
const RULE = `mutation ($input: RecordWageRuleInput!) { recordWageRule(input: $input) { wageRules { kind rounding yen source } } }`;
const LIST = `query ($filter: WageReturnFilterInput) { wageReturns(filter: $filter) { items { id facility { name } status } } }`;
const MISSING = `query { missingWageReturns(fiscalYear: 2025, first: 1) { totalItems } }`;
const REPORT = `query ($report: WageReportKind!, $fromYear: Int!, $toYear: Int!) {
  wageReport(report: $report, fromYear: $fromYear, toYear: $toYear) {
    columns { key fiscalYear } rows { key fiscalYear isTotal cells { value marks } } } }`;
const FIGURES = `query ($filter: WageFigureFilterInput!, $first: Int) { wageFigures(filter: $filter, first: $first) { totalItems items {
  facility { id } monthYen rank wageReturnId sourceFile sourceRow } } }`;
const TARGETS = `mutation ($input: SetWageTargetsInput!) { setWageTargets(input: $input) { isDone } }`;
const ACTIVITY = `mutation ($input: SaveActivityInput!) { saveActivity(input: $input) { isDone } }`;
const ACTIVITIES = `query ($filter: ActivityFilterInput) { activities(filter: $filter, first: 100) {
  items { id kind theme people peopleOnline times facilities { id } } } }`;
const ACTIVITY_REPORT = `query ($by: ActivityGrouping!, $measure: ActivityMeasure!) {
  activityReport(by: $by, measure: $measure, fromYear: 2024, toYear: 2026) {
    columns { fiscalYear } rows { key label isTotal cells { value } } } }`;

const keyed = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });
const figures = {
  totalYen: 3_510_000,
  personDays: 3_655,
  daysOpen: 250,
  monthsOpen: 12,
  personsByMonth: Array<number>(12).fill(15),
  hours: 12_000,
};
const QUESTIONS = ['FAR_FROM_LAST_YEAR', 'MORE_USERS_THAN_PLACES', 'HOURLY_UNUSUAL'];

const ALL_QUESTIONS = [...QUESTIONS, 'FORMULAS_DIFFER', 'MONTH_STANDS_OUT', 'TARGET_BELOW_LAST_YEAR'];

interface Share {
  readonly units: number;
  readonly unitPriceSen: number;
  readonly facility: { readonly id: string };
  readonly wageForecast: {
    readonly wageYen: number;
    readonly fromMonthYen: number;
    readonly toMonthYen: number;
    readonly addedMonthYen: number;
    readonly basis: { readonly totalYen: number; readonly userMonthTenths: number };
  } | null;
}

interface Report {
  wageReport: { rows: { key: string; fiscalYear: number | null; cells: { value: number | null }[] }[] };
}

describe('wages', () => {
  let api: TestApi;
  let product: Product;
  let facility: Client;
  let desk: Client;
  let officer: Client;
  let facilityId: string;
  let prefectureId: string;
  beforeAll(async () => {
    api = await startApi();
    product = await besideApi(api);
    facility = await api.as('FACILITY_1');
    desk = await api.as('COORDINATOR');
    const { me } = await facility.ask<{ me: { organisationId: string } }>('{ me { organisationId } }');
    facilityId = me.organisationId;
    prefectureId = randomUUID();
    await api.db.query(`INSERT INTO prefecture (id, code, name) VALUES ($1, 'KOCHI', '高知県')`, [prefectureId]);
    await api.db.query('INSERT INTO prefecture_desk SELECT $1, id FROM desk', [prefectureId]);
    officer = await api.asNew('PREFECTURE_OFFICER', prefectureId);
  });
  afterAll(async () => {
    await product.close();
    await api.close();
  });

  const save = async (client: Client, change: object = {}, more: object = {}) =>
    (
      await client.ask<{
        saveWageReturn: { wageReturn: { id: string; version: number; status: string; monthYen: number } };
      }>(
        SAVE,
        keyed({
          facilityId,
          fiscalYear: 2025,
          figures: { ...figures, ...change },
          isSubmitted: false,
          confirmed: QUESTIONS,
          ...more,
        }),
      )
    ).saveWageReturn.wageReturn;

  it('are reported, asked about, sent back, corrected and checked; what was checked is only replaced', async () => {
    expect(await save(facility)).toMatchObject({ version: 1, status: 'DRAFT', monthYen: 20_034, usersTenths: 146 });
    const draft = { facilityId, fiscalYear: 2025, figures, isSubmitted: true, confirmed: [] };
    const strange = { ...draft, figures: { ...figures, hours: 1_000_000 } };
    expect(await facility.refusal(SAVE, keyed(strange))).toBe('WAGE.QUESTIONS_OPEN');
    const incomplete = { ...draft, figures: { ...figures, personDays: null } };
    expect(await facility.refusal(SAVE, keyed(incomplete))).toBe('WAGE.FIGURE_MISSING');
    expect(await facility.refusal(SAVE, keyed({ ...draft, fiscalYear: 2026 }))).toBe('WAGE.YEAR_NOT_OVER');
    expect(await facility.refusal(SAVE, keyed({ ...draft, fiscalYear: 2027 }))).toBe('WAGE.YEAR_OUT_OF_RANGE');
    const sent = await save(facility, {}, { isSubmitted: true });
    expect(sent).toMatchObject({ version: 1, status: 'SUBMITTED' });
    expect(await facility.refusal(SAVE, keyed(draft))).toBe('WAGE.SUBMITTED');
    const decide = (isAccepted: boolean, remark?: string) => keyed({ wageReturnId: sent.id, isAccepted, remark });
    expect(await officer.refusal(DECIDE, decide(false))).toBe('WAGE.REMARK_MISSING');
    expect(await facility.refusal(DECIDE, decide(true))).toBe('ACCESS.NOT_FOUND');
    expect(await officer.ask(DECIDE, decide(false, '開所日数を確かめてください'))).toMatchObject({
      decideWageReturn: { wageReturn: { status: 'RETURNED', remark: '開所日数を確かめてください' } },
    });
    await save(facility, {}, { isSubmitted: true });
    expect(await facility.ask(RECALL, { input: { wageReturnId: sent.id } })).toMatchObject({
      recallWageReturn: { wageReturn: { status: 'DRAFT' } },
    });
    await save(facility, {}, { isSubmitted: true });
    expect(await desk.ask(LIST, { filter: { status: 'SUBMITTED' } })).toMatchObject({
      wageReturns: { items: [{ id: sent.id }] },
    });
    await desk.ask(DECIDE, decide(true));
    expect(await desk.refusal(DECIDE, decide(true))).toBe('TRANSITION.NOT_ALLOWED');

    const next = await save(facility, { totalYen: 3_600_000 }, { isSubmitted: true });
    expect(next).toMatchObject({ version: 2, status: 'SUBMITTED' });
    const counted = async () => {
      const { wageFigures } = await desk.ask<{ wageFigures: { items: { wageReturnId: string; monthYen: number }[] } }>(
        FIGURES,
        { filter: { fiscalYear: 2025, isMissing: false }, first: 100 },
      );
      return wageFigures.items.filter(({ wageReturnId }) => wageReturnId !== null);
    };
    expect(await counted()).toMatchObject([{ wageReturnId: sent.id, monthYen: 20_034 }]);
    await officer.ask(DECIDE, keyed({ wageReturnId: next.id, isAccepted: true }));
    expect(await counted()).toMatchObject([{ wageReturnId: next.id, monthYen: 20_548 }]);
  });

  it('are seen by the own desk and prefecture, drafts by the desk alone, and by no other facility', async () => {
    const draft = await save(facility, {}, { fiscalYear: 2024 });
    const one = 'query ($id: ID!) { wageReturn(id: $id) { status } }';
    expect(await desk.ask(one, { id: draft.id })).toMatchObject({ wageReturn: { status: 'DRAFT' } });
    expect(await officer.refusal(one, { id: draft.id })).toBe('ACCESS.NOT_FOUND');
    const other = await api.as('FACILITY_2');
    expect(await other.refusal(one, { id: draft.id })).toBe('ACCESS.NOT_FOUND');
    expect(await other.refusal(FORM, { facilityId, fiscalYear: 2025 })).toBe('ACCESS.NOT_FOUND');
    expect(
      await other.refusal(SAVE, keyed({ facilityId, fiscalYear: 2025, figures, isSubmitted: false, confirmed: [] })),
    ).toBe('ACCESS.NOT_FOUND');
    expect(await (await api.as('COMPANY')).refusal(LIST, {})).toBe('ACCESS.NOT_FOUND');
  });

  it('of two people who begin a year at once, both write the same version', async () => {
    const both = await Promise.all([
      save(facility, {}, { fiscalYear: 2020 }),
      save(desk, { totalYen: 1_000 }, { fiscalYear: 2020 }),
    ]);
    expect(both.map(({ version }) => version)).toEqual([1, 1]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });

  it('are calculated by what the prefecture set for the year, with its source', async () => {
    const rule = { kind: 'USERS_ROUNDING', fromOn: '2022-04-01', rounding: 'UP', source: '高知県 工賃実績報告要領' };
    expect(await officer.ask(RULE, keyed(rule))).toMatchObject({
      recordWageRule: { wageRules: [rule].map(() => ({})) },
    });
    expect(await officer.refusal(RULE, keyed({ ...rule, rounding: null }))).toBe('WAGE.VALUE_UNUSABLE');
    expect(await desk.refusal(RULE, keyed(rule))).toBe('ACCESS.NOT_FOUND');
    expect(await facility.ask(FORM, { facilityId, fiscalYear: 2024 })).toMatchObject({
      wageReturnForm: { rounding: 'UP', roundingSource: '高知県 工賃実績報告要領' },
    });
    expect(await facility.ask(FORM, { facilityId, fiscalYear: 2021 })).toMatchObject({
      wageReturnForm: { rounding: 'HALF_UP', roundingSource: null },
    });
    expect(await save(facility, {}, { fiscalYear: 2024 })).toMatchObject({ monthYen: 19_898, usersTenths: 147 });
  });

  it('that a prefecture printed come out as they were printed, with file and line', async () => {
    const [printed] = await api.db.query<[{ facility_id: string; month_yen: string }]>(
      `SELECT w.facility_id, w.month_yen FROM registry_wage w JOIN facility f ON f.id = w.facility_id
       WHERE fiscal_year = 2023 AND f.registry_number = 1`,
    );
    expect(Number(printed.month_yen)).toBe(15_396);
    const { wageFigures } = await officer.ask<{
      wageFigures: { items: { facility: { id: string }; monthYen: number; rank: number; sourceRow: number }[] };
    }>(FIGURES, { filter: { fiscalYear: 2023, minYen: 15_396, belowYen: 15_397 }, first: 10 });
    expect(wageFigures.items).toMatchObject([
      {
        facility: { id: printed.facility_id },
        monthYen: 15_396,
        sourceFile: 'kochi-facilities-2024.csv',
        sourceRow: 2,
      },
    ]);
  });

  it('in a report are the sum of rows that can be opened', async () => {
    const report = async (kind: string) =>
      (await officer.ask<Report>(REPORT, { report: kind, fromYear: 2021, toYear: 2025 })).wageReport.rows;
    const rows = async (filter: object) =>
      (
        await officer.ask<{ wageFigures: { totalItems: number; items: { monthYen: number | null }[] } }>(FIGURES, {
          filter,
          first: 100,
        })
      ).wageFigures;
    const bands = await report('BANDS');
    const low = await report('THRESHOLDS');
    const years = await report('YEARS');
    const [targets, counts] = [await report('TARGETS'), await report('MAIN_ACTIVITY_COUNTS')];
    for (const [index, fiscalYear] of [2021, 2022, 2023, 2024, 2025].entries()) {
      const valueOf = (key: string) => bands.find((row) => row.key === key)?.cells[index]?.value;
      for (const band of [0, 1, 2, 3, 4]) {
        const { totalItems } = await rows({ fiscalYear, minYen: band * 10_000, belowYen: (band + 1) * 10_000 });
        expect([fiscalYear, band, valueOf(`B${band}`)]).toEqual([fiscalYear, band, totalItems]);
      }
      expect(valueOf('B5')).toBe((await rows({ fiscalYear, minYen: 50_000 })).totalItems);
      expect(valueOf('NONE')).toBe((await rows({ fiscalYear, isMissing: true })).totalItems);
      expect(valueOf('TOTAL')).toBe((await rows({ fiscalYear })).totalItems);
      const above = low.find(({ key }) => key === '20000')?.cells[index]?.value;
      expect(above).toBe((await rows({ fiscalYear, minYen: 20_000 })).totalItems);
      const [target] = targets.filter((row) => row.fiscalYear === fiscalYear);
      const behind = [
        { hasTarget: true },
        { hasTarget: true, isMissing: false },
        { isTargetReached: true },
        { isTargetReached: false },
      ];
      for (const [place, filter] of behind.entries()) {
        const { totalItems } = await rows({ fiscalYear, ...filter });
        expect([fiscalYear, filter, target?.cells[3 + place]?.value]).toEqual([fiscalYear, filter, totalItems]);
      }
      const unknown = counts.find(({ key }) => key === 'UNKNOWN')?.cells[index]?.value ?? 0;
      expect(unknown).toBe((await rows({ fiscalYear, isMissing: false, unknown: 'MAIN_ACTIVITY' })).totalItems);
      const withFigure = await rows({ fiscalYear, isMissing: false });
      const sum = withFigure.items.reduce((total, { monthYen }) => total + (monthYen ?? 0), 0);
      if (withFigure.totalItems <= 100) {
        const mean = withFigure.totalItems === 0 ? null : Math.round(sum / withFigure.totalItems);
        expect([fiscalYear, years[index]?.cells[0]?.value]).toEqual([fiscalYear, mean]);
      }
      expect(years[index]?.cells[6]?.value).toBe(withFigure.totalItems);
    }
  });

  it('know a facility by the years in which it was open, on 31 March and 1 April', async () => {
    const period = 'mutation ($input: SetFacilityPeriodInput!) { setFacilityPeriod(input: $input) { isDone } }';
    const setPeriod = async (openedOn: string, closedOn: string | null) =>
      facility.ask(period, { input: { facilityId, openedOn, closedOn } });
    const isCounted = async (fiscalYear: number) => {
      const { wageFigures } = await officer.ask<{ wageFigures: { items: { facility: { id: string } }[] } }>(FIGURES, {
        filter: { fiscalYear, isMissing: true },
        first: 100,
      });
      return wageFigures.items.some((each) => each.facility.id === facilityId);
    };
    await setPeriod('2016-03-31', '2018-04-01');
    expect(await Promise.all([2014, 2015, 2016, 2018, 2019].map(isCounted))).toEqual([false, true, true, true, false]);
    await setPeriod('2016-04-01', '2018-03-31');
    expect(await Promise.all([2015, 2016, 2017, 2018].map(isCounted))).toEqual([false, true, true, false]);
    const cohorts = (await officer.ask<Report>(REPORT, { report: 'COHORTS', fromYear: 2023, toYear: 2025 })).wageReport;
    expect(cohorts.rows[0]).toMatchObject({ fiscalYear: 2016 });
    expect(
      await facility.refusal(period, { input: { facilityId, openedOn: '2020-01-01', closedOn: '2019-01-01' } }),
    ).toBe('FACILITY.PERIOD_REVERSED');
    await setPeriod('2016-04-01', null);
  });

  it('have targets that do not fall', async () => {
    const targets = (yen: number[]) => ({
      input: { facilityId, targets: yen.map((monthYen, index) => ({ fiscalYear: 2027 + index, monthYen })) },
    });
    expect(await facility.refusal(TARGETS, targets([40_000, 39_999, 41_000]))).toBe('WAGE.TARGET_FALLS');
    expect(await facility.refusal(TARGETS, targets([1, 2, 3]))).toBe('WAGE.TARGET_FALLS');
    expect(await facility.ask(TARGETS, targets([40_000, 40_000, 41_000]))).toMatchObject({
      setWageTargets: { isDone: true },
    });
  });

  it('are forecast for each share of a plan and for the offer a facility has, by what the last year was', async () => {
    const bases =
      'query ($facilityIds: [ID!]!) { wageBases(facilityIds: $facilityIds) { facilityId source fiscalYear } }';
    const other = await api.as('FACILITY_2');
    expect(await other.refusal(bases, { facilityIds: [facilityId] })).toBe('ACCESS.NOT_FOUND');
    expect(await desk.ask(bases, { facilityIds: [facilityId, randomUUID()] })).toMatchObject({
      wageBases: [{ facilityId, source: 'RETURN', fiscalYear: 2025 }],
    });
    const flow = new OrderFlow(api, await api.as('COMPANY'), desk);
    const order = await flow.order('DESK_CONTRACT', { quantity: 30_000 });
    const FORECAST =
      'wageForecast { wageYen fromMonthYen toMonthYen addedMonthYen basis { totalYen userMonthTenths } }';
    const { allocationPlan } = await desk.ask<{ allocationPlan: { shares: Share[] } }>(
      `query ($input: AllocationPlanInput!) { allocationPlan(input: $input) { shares { units unitPriceSen facility { id } ${FORECAST} } } }`,
      { input: { stepId: order.lines[0]?.steps[0]?.id } },
    );
    const known = allocationPlan.shares.filter(({ wageForecast }) => wageForecast !== null);
    expect(known.length).toBeGreaterThan(0);
    for (const { units, unitPriceSen, wageForecast } of known) {
      const { wageYen, fromMonthYen, toMonthYen, addedMonthYen, basis } = wageForecast!;
      expect(wageYen).toBeLessThanOrEqual(Math.floor((units * unitPriceSen) / 100));
      expect(fromMonthYen).toBe(Math.round((basis.totalYen * 10) / basis.userMonthTenths));
      expect(toMonthYen - fromMonthYen).toBe(addedMonthYen);
    }
    const [offered] = await flow.offer(order);
    const own = await flow.facility(offered!);
    const { assignments } = await own.ask<{ assignments: { items: { wageForecast: object | null }[] } }>(
      `{ assignments(first: 1) { items { ${FORECAST} } } }`,
    );
    const share = known.find(({ facility: { id } }) => id === offered);
    expect(assignments.items[0]?.wageForecast ?? null).toEqual(share?.wageForecast ?? null);
  });

  it('are to rise by a plan with targets and measures, whose versions stay, beside what was reached', async () => {
    const PLAN = `mutation ($input: SaveWagePlanInput!) { saveWagePlan(input: $input) { wagePlans { id version } } }`;
    const OF = `query ($facilityId: ID!) { wagePlansOfFacility(facilityId: $facilityId) { id version issues
      measures { fiscalYear measure } years { fiscalYear targetYen monthYen } } }`;
    const PLANS = `query ($fiscalYear: Int!) { wagePlans(fiscalYear: $fiscalYear) { items { id version facility { id } } } }`;
    const maker = await api.as('FACILITY_2');
    const { me } = await maker.ask<{ me: { organisationId: string } }>('{ me { organisationId } }');
    const of = { facilityId: me.organisationId };
    const targets = [2040, 2041, 2042].map((fiscalYear, index) => ({ fiscalYear, monthYen: 50_000 + index * 1_000 }));
    const measures = [{ fiscalYear: 2041, measure: '封入の機械を入れる', responsible: '生産活動担当' }];
    const plan = { ...of, fromYear: 2040, toYear: 2042, issues: '受注が少ない', targets, measures };
    expect(await maker.refusal(PLAN, keyed({ ...plan, targets: targets.slice(1) }))).toBe('WAGE_PLAN.TARGET_MISSING');
    expect(await maker.refusal(PLAN, keyed({ ...plan, toYear: 2039 }))).toBe('WAGE_PLAN.YEARS_UNUSABLE');
    const outside = [{ ...measures[0]!, fiscalYear: 2043 }];
    expect(await maker.refusal(PLAN, keyed({ ...plan, measures: outside }))).toBe('WAGE_PLAN.YEAR_OUTSIDE');
    const falling = targets.map((target, index) => ({ ...target, monthYen: 50_000 - index }));
    expect(await maker.refusal(PLAN, keyed({ ...plan, targets: falling }))).toBe('WAGE.TARGET_FALLS');
    expect(await facility.refusal(PLAN, keyed(plan))).toBe('ACCESS.NOT_FOUND');
    const both = await Promise.all([maker, desk].map(async (client) => client.ask(PLAN, keyed(plan))));
    expect(both).toHaveLength(2);
    const stored = await api.db.query<{ version: number; is_latest: boolean }[]>(
      'SELECT version, is_latest FROM wage_plan WHERE facility_id = $1 ORDER BY version',
      [me.organisationId],
    );
    expect(stored).toEqual([
      { version: 1, is_latest: false },
      { version: 2, is_latest: true },
    ]);
    await api.db.query(
      `INSERT INTO registry_wage (facility_id, fiscal_year, month_yen) VALUES ($1, 2040, 49999), ($1, 2042, 52000)`,
      [me.organisationId],
    );
    for (const reader of [maker, desk]) {
      expect(await reader.ask(OF, of)).toMatchObject({
        wagePlansOfFacility: [
          {
            version: 2,
            issues: '受注が少ない',
            measures: [{ fiscalYear: 2041, measure: '封入の機械を入れる' }],
            years: [
              { fiscalYear: 2040, targetYen: 50_000, monthYen: 49_999 },
              { fiscalYear: 2041, targetYen: 51_000, monthYen: null },
              { fiscalYear: 2042, targetYen: 52_000, monthYen: 52_000 },
            ],
          },
        ],
      });
    }
    // An officer reads all of it in the list of the year.
    for (const other of [facility, officer]) expect(await other.refusal(OF, of)).toBe('ACCESS.NOT_FOUND');
    for (const reader of [desk, officer]) {
      for (const [fiscalYear, count] of [
        [2039, 0],
        [2040, 1],
        [2042, 1],
        [2043, 0],
      ] as const) {
        const { wagePlans } = await reader.ask<{ wagePlans: { items: object[] } }>(PLANS, { fiscalYear });
        expect([fiscalYear, wagePlans.items.length]).toEqual([fiscalYear, count]);
      }
    }
  });

  it('that are missing are reminded of where the prefecture set a date, once before and once after', async () => {
    const remind = product.get(RemindWageReturns);
    expect(await remind.execute()).toBe(0);
    const { missingWageReturns: missing } = await officer.ask<{ missingWageReturns: { totalItems: number } }>(MISSING);
    const [{ today }] = await api.db.query<[{ today: string }]>(
      `SELECT (yui_now() AT TIME ZONE 'Asia/Tokyo')::date::text AS today`,
    );
    const [closed] = await api.db.query<[{ id: string }]>(
      `SELECT id FROM facility WHERE type_code = 'B_TYPE' AND id <> $1 ORDER BY id DESC LIMIT 1`,
      [facilityId],
    );
    const close = async (closedOn: string | null) =>
      api.db.query<object[]>('UPDATE facility SET closed_on = $1 WHERE id = $2', [closedOn, closed.id]);
    await close('2020-03-31');
    expect(await officer.ask(MISSING)).toMatchObject({ missingWageReturns: { totalItems: missing.totalItems - 1 } });
    await officer.ask(RULE, keyed({ kind: 'RETURN_DUE', fromOn: today, source: '通知' }));
    const [first, second] = [await remind.execute(), await remind.execute()];
    expect(first).toBe(100);
    expect(first + second).toBe(missing.totalItems - 1);
    expect(await remind.execute()).toBe(0);
    await close(null);
  });

  it('are reminded of by the year the date of the prefecture is of, on either side of 1 April', async () => {
    const remind = product.get(RemindWageReturns);
    const [{ shifted }] = await api.db.query<[{ shifted: string }]>('SELECT shift::text AS shifted FROM clock_shift');
    const setToday = async (day: string) =>
      api.db.query<object[]>(`UPDATE clock_shift SET shift = ($1::timestamp AT TIME ZONE 'Asia/Tokyo') - now()`, [
        `${day} 12:00`,
      ]);
    const yearsReminded = async () => {
      await api.db.query('DELETE FROM wage_reminder');
      while ((await remind.execute()) > 0);
      const years = await api.db.query<{ fiscal_year: number; stage: string }[]>(
        'SELECT DISTINCT fiscal_year, stage FROM wage_reminder ORDER BY 1, 2',
      );
      return years.map(({ fiscal_year: year, stage }) => `${year} ${stage}`);
    };
    await api.db.query(`DELETE FROM wage_rule WHERE kind = 'RETURN_DUE'`);
    for (const fromOn of ['2031-04-05', '2033-03-25', '2033-03-20']) {
      await officer.ask(RULE, keyed({ kind: 'RETURN_DUE', fromOn, source: '通知' }));
    }
    await setToday('2031-03-30');
    expect(await yearsReminded()).toEqual(['2030 BEFORE']);
    await setToday('2031-04-06');
    expect(await yearsReminded()).toEqual(['2030 AFTER']);
    // The last fiscal year began before this date, its return is still of the year before it. The later of two dates holds.
    await setToday('2033-03-22');
    expect(await yearsReminded()).toEqual(['2031 BEFORE']);
    await setToday('2033-04-02');
    expect(await yearsReminded()).toEqual(['2031 AFTER']);
    await api.db.query('UPDATE clock_shift SET shift = $1::interval', [shifted]);
    await api.db.query(`DELETE FROM wage_rule WHERE kind = 'RETURN_DUE'`);
  });

  it('are known to a desk the facility has left as far as it was told of them, and to its prefecture', async () => {
    const other = await api.as('FACILITY_3');
    const { me } = await other.ask<{ me: { organisationId: string } }>('{ me { organisationId } }');
    const of = { facilityId: me.organisationId };
    const sent = async (change: object, fiscalYear: number) => {
      const input = {
        ...of,
        fiscalYear,
        figures: { ...figures, ...change },
        isSubmitted: true,
        confirmed: ALL_QUESTIONS,
      };
      return save(other, change, input);
    };
    const told = await sent({}, 2025);
    await desk.ask(DECIDE, keyed({ wageReturnId: told.id, isAccepted: true }));
    const open = await save(other, {}, { ...of, fiscalYear: 2023 });
    await api.db.query(
      `UPDATE membership SET left_on = (yui_now() AT TIME ZONE 'Asia/Tokyo')::date, left_at = yui_now(), left_by = 'FACILITY'
       WHERE facility_id = $1`,
      [me.organisationId],
    );
    const later = await sent({}, 2022);
    const replaced = await sent({ totalYen: 4_000_000 }, 2025);
    const listed = `INSERT INTO registry_wage (facility_id, fiscal_year, month_yen, recorded_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (facility_id, fiscal_year) DO UPDATE SET month_yen = excluded.month_yen, recorded_at = excluded.recorded_at`;
    await api.db.query(listed, [me.organisationId, 2019, 19_000, '2020-08-01T00:00:00Z']);
    await api.db.query(listed, [me.organisationId, 2020, 20_000, '2100-01-01T00:00:00Z']);
    await api.db.query(`UPDATE wage_return SET status = 'REPLACED' WHERE id = $1`, [told.id]);
    await api.db.query(`UPDATE wage_return SET status = 'CHECKED' WHERE id = $1`, [replaced.id]);
    const one = 'query ($id: ID!) { wageReturn(id: $id) { monthYen } }';
    for (const reader of [desk, officer]) {
      expect(await reader.ask(one, { id: told.id })).toMatchObject({ wageReturn: { monthYen: told.monthYen } });
      for (const { id } of [open, later, replaced]) expect(await reader.refusal(one, { id })).toBe('ACCESS.NOT_FOUND');
      const { wageReturns } = await reader.ask<{ wageReturns: { items: { id: string }[] } }>(LIST, { filter: {} });
      const listed = wageReturns.items.map(({ id }) => id);
      expect([open, later, replaced].filter(({ id }) => listed.includes(id))).toEqual([]);
      const counted = async (fiscalYear: number) => {
        const { wageFigures } = await reader.ask<{
          wageFigures: { items: { facility: { id: string }; wageReturnId: string | null }[] };
        }>(FIGURES, { filter: { fiscalYear }, first: 100 });
        return wageFigures.items.find(({ facility: { id } }) => id === me.organisationId)?.wageReturnId;
      };
      expect(await counted(2025)).toBe(told.id);
      // A list that was published after it left is of no concern to those it left.
      const isListed = async (fiscalYear: number, yen: number) => {
        const filter = { fiscalYear, minYen: yen, belowYen: yen + 1 };
        const { wageFigures } = await reader.ask<{ wageFigures: { items: { facility: { id: string } }[] } }>(FIGURES, {
          filter,
          first: 100,
        });
        return wageFigures.items.some(({ facility: { id } }) => id === me.organisationId);
      };
      expect([await isListed(2019, 19_000), await isListed(2020, 20_000)]).toEqual([true, false]);
      expect(await counted(2027)).toBeUndefined();
    }
    expect(await other.ask(FORM, { ...of, fiscalYear: 2025 })).toMatchObject({
      wageReturnForm: { present: { id: replaced.id } },
    });
    await api.db.query('UPDATE membership SET left_on = NULL, left_at = NULL, left_by = NULL WHERE facility_id = $1', [
      me.organisationId,
    ]);
    expect(await desk.ask(one, { id: replaced.id })).toMatchObject({ wageReturn: {} });
  });

  it('to be reached, and plans, stay known to a desk the facility has left as it was told of them', async () => {
    const PLAN = `mutation ($input: SaveWagePlanInput!) { saveWagePlan(input: $input) { wagePlans { id version } } }`;
    const OF = `query ($facilityId: ID!) { wagePlansOfFacility(facilityId: $facilityId) { version
      years { fiscalYear targetYen } measures { measure } } }`;
    const PLANS = `query { wagePlans(fiscalYear: 2050, first: 100) { items { version facility { id } } } }`;
    const maker = await api.as('FACILITY_1');
    const plan = (issues: string, monthYen: number) =>
      keyed({
        facilityId,
        fromYear: 2050,
        toYear: 2051,
        issues,
        targets: [2050, 2051].map((fiscalYear) => ({
          fiscalYear,
          monthYen: fiscalYear === 2050 ? 90_000 : monthYen,
        })),
        measures: [{ fiscalYear: 2050, measure: issues, responsible: '' }],
      });
    await maker.ask(PLAN, plan('はじめの課題', 91_000));
    await api.db.query(
      `UPDATE membership SET left_on = (yui_now() AT TIME ZONE 'Asia/Tokyo')::date, left_at = yui_now(), left_by = 'FACILITY'
       WHERE facility_id = $1`,
      [facilityId],
    );
    // The first of the targets stays as it is, and stays known; the second is raised.
    await maker.ask(PLAN, plan('離れたあとの課題', 92_000));
    const known = {
      version: 1,
      years: [{ targetYen: 90_000 }, { targetYen: null }],
      measures: [{ measure: 'はじめの課題' }],
    };
    expect(await desk.ask(OF, { facilityId })).toMatchObject({ wagePlansOfFacility: [known] });
    for (const reader of [desk, officer]) {
      const { wagePlans } = await reader.ask<{ wagePlans: { items: { version: number; facility: { id: string } }[] } }>(
        PLANS,
      );
      expect(wagePlans.items).toEqual([{ version: 1, facility: { id: facilityId } }]);
    }
    expect(await maker.ask(OF, { facilityId })).toMatchObject({
      wagePlansOfFacility: [{ version: 2, years: [{ targetYen: 90_000 }, { targetYen: 92_000 }] }],
    });
    await api.db.query('UPDATE membership SET left_on = NULL, left_at = NULL, left_by = NULL WHERE facility_id = $1', [
      facilityId,
    ]);
    expect(await desk.ask(OF, { facilityId })).toMatchObject({ wagePlansOfFacility: [{ version: 2 }] });
  });

  it('are raised by activities, which are counted by kind and theme: times, 延べ, 実, people', async () => {
    const facilities = await api.db.query<{ id: string }[]>(
      'SELECT facility_id AS id FROM membership WHERE left_on IS NULL ORDER BY facility_id LIMIT 6',
    );
    const anyActivity = fc.record({
      kind: fc.constantFrom('SEMINAR', 'TRAINING', 'COMPANY_VISIT'),
      theme: fc.constantFrom('品質', '営業', '衛生'),
      heldOn: fc.constantFrom('2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01'),
      times: fc.integer({ min: 1, max: 4 }),
      people: fc.integer({ min: 0, max: 50 }),
      facilityIds: fc.subarray(facilities.map(({ id }) => id)),
    });
    const samples = sampleOf(anyActivity, 10);
    for (const each of samples) {
      await desk.ask(ACTIVITY, keyed({ ...each, title: each.theme, peopleOnline: Math.floor(each.people / 2) }));
    }
    type Rows = { activityReport: { rows: { key: string; label: string | null; cells: { value: number }[] }[] } };
    const yearOf = (day: string) => (day < '2025-04-01' ? 2024 : day < '2026-04-01' ? 2025 : 2026);
    const expected = (of: typeof samples, measure: string) => {
      if (measure === 'TIMES') return of.reduce((sum, { times }) => sum + times, 0);
      if (measure === 'PEOPLE') return of.reduce((sum, { people }) => sum + people, 0);
      if (measure === 'FACILITIES') return new Set(of.flatMap(({ facilityIds }) => facilityIds)).size;
      return of.reduce((sum, { times, facilityIds }) => sum + times * facilityIds.length, 0);
    };
    for (const by of ['KIND', 'THEME'] as const) {
      for (const measure of ['TIMES', 'PEOPLE', 'FACILITIES', 'FACILITY_VISITS']) {
        const { activityReport } = await desk.ask<Rows>(ACTIVITY_REPORT, { by, measure });
        for (const { key, label, cells } of activityReport.rows) {
          for (const [index, year] of [2024, 2025, 2026].entries()) {
            const of = samples.filter(
              (each) =>
                yearOf(each.heldOn) === year &&
                (key === 'TOTAL' || (by === 'KIND' ? each.kind === key : each.theme === label)),
            );
            expect([by, measure, key, year, cells[index]?.value]).toEqual([
              by,
              measure,
              key,
              year,
              expected(of, measure),
            ]);
          }
        }
      }
    }
    const { activities } = await desk.ask<{ activities: { items: { id: string }[] } }>(ACTIVITIES, {
      filter: { fiscalYear: 2025 },
    });
    expect(activities.items.length).toBe(samples.filter(({ heldOn }) => yearOf(heldOn) === 2025).length);
    const remove = 'mutation ($input: RemoveActivityInput!) { removeActivity(input: $input) { isDone } }';
    await desk.ask(remove, { input: { activityId: activities.items[0]!.id } });
    expect(await officer.refusal(ACTIVITIES, {})).toBe('ACCESS.NOT_FOUND');
    const future = {
      kind: 'SEMINAR',
      theme: 'a',
      title: 'b',
      heldOn: '2099-01-01',
      times: 1,
      people: 1,
      peopleOnline: 0,
    };
    expect(await desk.refusal(ACTIVITY, keyed({ ...future, facilityIds: [] }))).toBe('ACTIVITY.DAY_OUT_OF_RANGE');
    const foreign = { ...future, heldOn: '2026-04-01', facilityIds: [randomUUID()] };
    expect(await desk.refusal(ACTIVITY, keyed(foreign))).toBe('ACCESS.NOT_FOUND');
  });
});
