import { addDays, todayInTokyo } from '#yui/calendar';
import { ApiError, type Client, startApi, type TestApi } from '../harness/api.js';
import { mutationText, withKey } from '../harness/mutation.js';
import { OrderFlow } from '../harness/order-flow.js';
import { randomNumbers, withSeed } from '../harness/property.js';

type Input = Record<string, unknown>;

/** A good input of a mutation, and at each path a value it must refuse. */
interface Command {
  readonly who: 'COMPANY' | 'CITY' | 'COORDINATOR' | 'DESK_ADMIN' | 'FACILITY_1';
  readonly good: () => Promise<Input> | Input;
  readonly wrong: Readonly<Record<string, unknown>>;
}

const LONG = '長'.repeat(10_001);
const today = todayInTokyo(new Date());

let api: TestApi;
let flow: OrderFlow;
let deskId: string;
let facilityId: string;
let cityId: string;
let reviewed: Awaited<ReturnType<OrderFlow['draft']>>;
beforeAll(async () => {
  api = await startApi();
  flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
  const one = async (query: string) => (await api.db.query<[{ id: string }]>(query))[0].id;
  deskId = await one('SELECT id FROM desk LIMIT 1');
  cityId = await one(`SELECT id FROM buyer WHERE kind = 'GOVERNMENT' LIMIT 1`);
  facilityId = await one(`SELECT organisation_id AS id FROM role_grant JOIN account ON account.id = account_id
                          WHERE email = 'facility-1@yui.example.com'`);
  reviewed = await flow.draft();
  await flow.step(flow.buyer, 'submitWorkOrder', { workOrderId: reviewed.id }, '{ id }');
  await flow.step(flow.desk, 'reviewWorkOrder', { workOrderId: reviewed.id }, '{ id }');
});
afterAll(() => api.close());

const line = (quantity: number) => ({ workTypeCode: 'ENVELOPE_STUFFING', quantity, dueOn: addDays(today, 60) });
const COMMANDS: Readonly<Record<string, Command>> = {
  draftWorkOrder: {
    who: 'COMPANY',
    good: () => ({ deskId, title: '封入作業', lines: [line(100), line(200)] }),
    wrong: {
      title: ' ',
      description: LONG,
      'lines.0.quantity': 0,
      'lines.0.specification': LONG,
      'lines.1.workTypeCode': 'NO_SUCH_WORK',
      'lines.1.lotSize': -1,
      'lines.1.dueOn': '2020-01-01',
    },
  },
  setSteps: {
    who: 'COORDINATOR',
    good: () => ({
      workOrderLineId: reviewed.lines[0]?.id,
      steps: [
        { workTypeCode: 'ENVELOPE_STUFFING', dueOn: addDays(today, 30) },
        { workTypeCode: 'ENVELOPE_STUFFING', dueOn: addDays(today, 60) },
      ],
    }),
    wrong: {
      'steps.0.workTypeCode': 'NO_SUCH_WORK',
      'steps.0.specification': LONG,
      'steps.1.handOverTo': LONG,
      'steps.1.handOverPlace': LONG,
      'steps.1.dueOn': addDays(today, 90),
    },
  },
  openCall: {
    who: 'COORDINATOR',
    good: () => ({ stepId: reviewed.lines[0]?.steps[0]?.id, closesAt: `${addDays(today, 5)}T00:00:00Z` }),
    wrong: { title: ' ', quantity: 0, closesAt: '2020-01-01T00:00:00Z', note: LONG },
  },
  registerFacility: {
    who: 'DESK_ADMIN',
    good: () => ({ name: '新しい作業所', typeCode: 'B_TYPE', capacityPersons: 20 }),
    wrong: { name: ' ', typeCode: '　', capacityPersons: 0, municipality: LONG, servicesText: LONG },
  },
  registerBuyer: {
    who: 'DESK_ADMIN',
    good: () => ({ name: '新しい町', kind: 'GOVERNMENT', departments: ['総務課', '福祉課', '税務課'] }),
    wrong: { name: '', 'departments.0': ' ', 'departments.2': LONG },
  },
  setDeskSettings: {
    who: 'DESK_ADMIN',
    good: () => ({ splitRegions: ['高知市', '南国市'] }),
    wrong: {
      feeRatePermille: 1001,
      splitMaxFacilities: 0,
      splitMaxDefectPermille: -1,
      answerWorkingDays: 0,
      'splitRegions.1': LONG,
    },
  },
  setDeskTerms: {
    who: 'DESK_ADMIN',
    good: () => ({}),
    wrong: { capitalYen: -1, closingDay: 32, paymentMonths: 3, receiptPlace: ' ', nonCash: LONG, paperReturnDays: 0 },
  },
  addFeeRule: {
    who: 'DESK_ADMIN',
    good: () => ({
      contractType: 'BROKERED',
      basis: 'PERCENT',
      ratePermille: 50,
      payer: 'BUYER',
      validFrom: addDays(today, 400),
      validTo: addDays(today, 500),
    }),
    wrong: { ratePermille: 1001, validFrom: '2020-01-01', validTo: '2019-01-01' },
  },
  setCapability: {
    who: 'FACILITY_1',
    good: () => ({
      facilityId,
      workTypeCode: 'ENVELOPE_STUFFING',
      secondsPerUnit: 30,
      minimumLot: 1,
      leadDays: 1,
      unitPriceSen: 500,
      isOffered: true,
    }),
    wrong: { secondsPerUnit: 0, dailyLimitUnits: 0, minimumLot: 0, leadDays: 366, unitPriceSen: -1 },
  },
  setWorkWeek: {
    who: 'FACILITY_1',
    good: () => ({ facilityId, workMinutes: [60, 60, 60, 60, 60, 0, 0] }),
    wrong: { 'workMinutes.0': -1, 'workMinutes.3': 100_000_000, 'workMinutes.6': -1 },
  },
  setCalendarException: {
    who: 'FACILITY_1',
    good: () => ({ facilityId, day: addDays(today, 3), workMinutes: 60 }),
    wrong: { workMinutes: -1, reason: LONG },
  },
  recordHeadCount: {
    who: 'FACILITY_1',
    good: () => ({
      facilityId,
      countedOn: today,
      employees: 30,
      employeesWithDisabilities: 20,
      employeesWithSevereDisabilities: 10,
    }),
    wrong: { employees: -1, employeesWithDisabilities: -1, employeesWithSevereDisabilities: -1 },
  },
  setGovernmentRules: {
    who: 'DESK_ADMIN',
    good: () => ({
      buyerId: cityId,
      kind: 'MUNICIPALITY',
      limits: [0, 1].map(() => ({ workKind: 'OTHER', fromOn: today, limitYen: 100_000, source: '財務規則' })),
    }),
    wrong: { 'limits.0.limitYen': -1, 'limits.0.source': ' ', 'limits.1.limitYen': 99_000_000 },
  },
};

function withValue(input: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(input)) {
    return (input as unknown[]).map((each, index) => (index === Number(name) ? withValue(each, rest, value) : each));
  }
  const object = (input ?? {}) as Input;
  return { ...object, [name]: withValue(object[name], rest, value) };
}

async function fieldsOf(client: Client, mutation: string, input: object) {
  try {
    await client.ask(mutationText(mutation, '{ __typename }'), { input: withKey(mutation, input) });
    return [];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.all).toHaveLength(1);
    return error.details.fields as { path: string; code: string; messageJa: string; messageEn: string }[];
  }
}

describe('an input with several faults', () => {
  it.each(Object.keys(COMMANDS))('%s names each of them at its field, and nothing else', async (mutation) => {
    const { who, good, wrong } = COMMANDS[mutation]!;
    const client = await api.as(who);
    const below = randomNumbers(mutation);
    await withSeed(async () => {
      const paths = Object.keys(wrong);
      const rounds = [...paths.map((path) => [path]), paths];
      for (let round = 0; round < 6; round += 1) rounds.push(paths.filter(() => below(2) === 1));
      for (const spoilt of rounds.filter(({ length }) => length > 0)) {
        let input: unknown = await good();
        for (const path of spoilt) input = withValue(input, path.split('.'), wrong[path]);
        const fields = await fieldsOf(client, mutation, input as object);
        expect(fields.map(({ path }) => path).sort()).toEqual([...spoilt].sort());
        for (const { code, messageJa, messageEn } of fields) {
          expect(code).toMatch(/^[A-Z_]+\.[A-Z_]+$/);
          expect(messageJa).toMatch(/[ぁ-ん]/);
          expect(messageEn).toMatch(/^[A-Z\d]/);
        }
      }
    });
  });
});
