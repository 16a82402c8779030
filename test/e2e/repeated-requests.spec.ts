import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buildSchema, isInputObjectType, isNonNullType } from 'graphql';
import { todayInTokyo } from '#yui/calendar';
import { startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

const SET_RULES =
  'mutation ($input: SetGovernmentRulesInput!) { setGovernmentRules(input: $input) { governmentRules { kind } } }';

/** Mutations without a key, by why a repetition after a lost answer does no harm. */
const SAFE_WITHOUT_KEY: Readonly<Record<string, readonly string[]>> = {
  'says how something is to be: said twice it is the same': [
    'changeFacilityProfile',
    'changePassword',
    'endEligibility',
    'endFeeRule',
    'markNotificationRead',
    'recordHeadCount',
    'recordPolicy',
    'renameDepartment',
    'setAccountDisabled',
    'setBusinessProfile',
    'setBuyerTerms',
    'setCalendarException',
    'setCalendarExceptions',
    'setCapability',
    'setDeskSettings',
    'setDeskTerms',
    'setEntering',
    'setFacilityBankAccount',
    'setFacilityPeriod',
    'setGovernmentRules',
    'setInvoiceIssuer',
    'setJournalAccounts',
    'setLetterParty',
    'changeWebhook',
    'confirmFacilityAccount',
    'disputeBankAccount',
    'setMunicipality',
    'setOverseenDesks',
    'setProcurementRule',
    'setProcurementTarget',
    'setTransferSettings',
    'setWageTargets',
    'setWorkWeek',
    'switchRole',
  ],
  'ends what can end once': [
    'endOtherSessions',
    'endSession',
    'eraseAccount',
    'recallWageReturn',
    'removeActivity',
    'removePasskey',
    'removeRecordedResult',
    'removeTotp',
    'resetSecondFactor',
    'retryEvents',
    'removeWebhook',
    'revokeApiToken',
    'revokeInvitation',
    'revokeRole',
    'signOut',
    'unlinkProvider',
  ],
  'uses up a link, a code or a challenge that works once': [
    'acceptInvitation',
    'confirmTotp',
    'joinOrganisation',
    'linkProvider',
    'presentSecondFactor',
    'registerPasskey',
    'resetPassword',
    'signInWithPasskey',
    'signInWithProvider',
  ],
  'answers with a secret that is not kept, so that the first answer cannot be given again': [
    'createApiToken',
    'createWebhook',
    'enrolTotp',
    'issueRegistrationCode',
    'renewRecoveryCodes',
    'rotateWebhookSecret',
    'signIn',
  ],
  'tells a program once more, which knows by the id what it has had': ['sendWebhookAgain', 'tryWebhook'],
  'writes nothing but what ends by itself': [
    'beginInvitationPasskey',
    'beginPasskeyRegistration',
    'beginPasskeySignIn',
    'beginProviderLink',
    'beginProviderSignIn',
    'exportMyAccount',
    'requestPasswordReset',
  ],
  'is for demonstrations': ['moveClock'],
};

it('every mutation carries a key, or it is said why it needs none', async () => {
  const schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  const withoutKey = Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ args }) => {
      const type = args[0]?.type;
      return !(isNonNullType(type) && isInputObjectType(type.ofType) && 'idempotencyKey' in type.ofType.getFields());
    })
    .map(({ name }) => name);
  expect(withoutKey.sort()).toEqual(Object.values(SAFE_WITHOUT_KEY).flat().sort());
});

describe('A request that is repeated with its key', () => {
  let api: TestApi;
  let flow: OrderFlow;
  beforeAll(async () => {
    api = await startApi();
    flow = new OrderFlow(api, await api.as('CITY'), await api.as('COORDINATOR'));
  });
  afterAll(() => api.close());

  const count = async (table: string) => {
    const [{ rows }] = await api.db.query<[{ rows: number }]>(`SELECT count(*)::int AS rows FROM ${table}`);
    return rows;
  };
  const twice = async (mutation: string, input: object, selection: string) => {
    const keyed = { idempotencyKey: randomUUID(), ...input };
    await flow.step(flow.buyer, mutation, keyed, selection);
    await flow.step(flow.buyer, mutation, keyed, selection);
  };

  it('writes one row of what a government records', async () => {
    const { buyers } = await flow.buyer.ask<{ buyers: [{ id: string }] }>('{ buyers { id } }');
    const { desks } = await flow.buyer.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    const [buyerId, deskId, fromOn] = [buyers[0].id, desks[0].id, todayInTokyo(new Date())];
    await flow.buyer.ask(SET_RULES, { input: { buyerId, kind: 'MUNICIPALITY' } });
    await twice('recogniseDesk', { buyerId, deskId, fromOn, evidence: '見本市指令 第3号' }, '{ buyerId }');
    expect(await count('desk_recognition')).toBe(1);

    const codes = await api.db.query<{ code: string }[]>('SELECT code FROM procurement_category');
    const entries = codes.map(({ code }) => ({ categoryCode: code, ownCode: code, ownKind: 'GOODS', ownName: code }));
    await twice('setCategoryMapping', { buyerId, fromOn, name: '見本市の区分', entries }, '{ buyerId }');
    expect(await count('category_mapping')).toBe(1);
    const departments = await count('department');
    await twice('addDepartment', { buyerId, name: '教育委員会' }, '{ id }');
    expect(await count('department')).toBe(departments + 1);
  });

  it('takes nothing back of what was done since', async () => {
    const { id: workOrderId } = await flow.quote('DESK_CONTRACT');
    const decide = async (reason: string, idempotencyKey: string) =>
      flow.step<{ decidedReason: string }>(
        flow.buyer,
        'decideContractBasis',
        { idempotencyKey, workOrderId, basis: 'ITEM_1', reason },
        '{ decidedReason }',
      );
    const key = randomUUID();
    await decide('少額のため', key);
    await decide('少額であり急ぐため', randomUUID());
    expect(await decide('少額のため', key)).toEqual({ decidedReason: '少額であり急ぐため' });

    const draft = { idempotencyKey: randomUUID(), workOrderId, kind: 'EXPECTED' };
    const text = '{ id body }';
    const { id } = await flow.step<{ id: string }>(flow.buyer, 'draftPublication', draft, text);
    const body = '市の言葉で書き直しました。';
    await flow.step(flow.buyer, 'editPublication', { publicationId: id, body }, text);
    expect(await flow.step(flow.buyer, 'draftPublication', draft, text)).toEqual({ id, body });
  });
});
