import { randomUUID } from 'node:crypto';
import { createPrefectureIn } from '#yui/directory';
import { POLICY } from '../../apps/api/policy.js';
import { type Client, startApi, type TestApi } from '../harness/api.js';

const CREATE = `mutation ($input: CreatePrefectureInput!) { createPrefecture(input: $input) { prefectures {
  id code desks { id } officers { email } } } }`;
const OVERSEE = `mutation ($input: SetOverseenDesksInput!) { setOverseenDesks(input: $input) { prefectures { id desks { id } } } }`;
const RESULTS = `query ($deskId: ID!) { overseenContractResults(deskId: $deskId, fiscalYear: 2026) {
  desk { code } from byType { contractType figures { salesYen } } total { orderCount } } }`;
const FACILITIES = `query ($deskId: ID!) { overseenFacilities(deskId: $deskId, first: 3) {
  totalItems items { name typeCode capacityPersons } } }`;

const keyed = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });

describe('a prefecture', () => {
  let api: TestApi;
  let platform: Client;
  let deskId: string;
  let otherDeskId: string;
  let prefectureId: string;
  let officer: Client;
  beforeAll(async () => {
    api = await startApi();
    platform = await api.as('PLATFORM');
    [{ id: deskId }] = await api.db.query<[{ id: string }]>('SELECT id FROM desk');
    otherDeskId = randomUUID();
    await api.db.query(`INSERT INTO desk (id, code, name) VALUES ($1, 'OTHER', '別の窓口')`, [otherDeskId]);
    type Created = { createPrefecture: { prefectures: { id: string; desks: { id: string }[] }[] } };
    const input = { code: 'KOCHI', name: '高知県', deskIds: [deskId] };
    const {
      createPrefecture: { prefectures },
    } = await platform.ask<Created>(CREATE, keyed(input));
    expect(prefectures).toMatchObject([{ code: 'KOCHI', desks: [{ id: deskId }], officers: [] }]);
    prefectureId = prefectures[0]?.id ?? '';
    officer = await api.asNew('PREFECTURE_OFFICER', prefectureId);
  });
  afterAll(() => api.close());

  it('is kept by the platform alone', async () => {
    const input = { code: 'KOCHI', name: '高知県', deskIds: [] };
    expect(await platform.refusal(CREATE, keyed(input))).toBe('PREFECTURE.CODE_TAKEN');
    expect(await platform.refusal(CREATE, keyed({ ...input, code: 'kochi' }))).toBe('PREFECTURE.CODE_INVALID');
    expect(await platform.refusal(CREATE, keyed({ ...input, code: 'X1', deskIds: [randomUUID()] }))).toBe(
      'ACCESS.NOT_FOUND',
    );
    for (const client of [officer, await api.as('DESK_ADMIN')]) {
      expect(await client.refusal(CREATE, keyed(input))).toBe('ACCESS.NOT_FOUND');
      expect(await client.refusal(OVERSEE, { input: { prefectureId, deskIds: [otherDeskId] } })).toBe(
        'ACCESS.NOT_FOUND',
      );
    }
  });

  it('reads the results and the members of the desks it oversees, and of no other', async () => {
    expect(await officer.ask('{ overseenDesks { code } me { organisationName } }')).toEqual({
      overseenDesks: [{ code: 'KOCHI' }],
      me: { organisationName: '高知県' },
    });
    expect(await officer.ask(RESULTS, { deskId })).toMatchObject({
      overseenContractResults: {
        desk: { code: 'KOCHI' },
        from: '2026-04-01',
        byType: [{ contractType: 'DESK_CONTRACT' }, { contractType: 'BROKERED' }, { contractType: 'REFERRAL' }],
        total: { orderCount: 0 },
      },
    });
    expect(await officer.ask(FACILITIES, { deskId })).toMatchObject({
      overseenFacilities: { totalItems: 113, items: [{}, {}, {}] },
    });
    for (const query of [RESULTS, FACILITIES]) {
      expect(await officer.refusal(query, { deskId: otherDeskId })).toBe('ACCESS.NOT_FOUND');
      expect(await officer.refusal(query, { deskId: randomUUID() })).toBe('ACCESS.NOT_FOUND');
    }
  });

  it('leaves a trace in the audit of the desk', async () => {
    await officer.ask(RESULTS, { deskId });
    const { auditEntries } = await (
      await api.as('DESK_ADMIN')
    ).ask<{ auditEntries: { items: object[] } }>(
      `{ auditEntries(filter: { action: "contractResults.read" }) { items { actor { role organisationName } } } }`,
    );
    expect(auditEntries.items[0]).toEqual({ actor: { role: 'PREFECTURE_OFFICER', organisationName: '高知県' } });
  });

  it('sees nothing any more of a desk it no longer oversees', async () => {
    await platform.ask(OVERSEE, { input: { prefectureId, deskIds: [otherDeskId] } });
    expect(await officer.refusal(RESULTS, { deskId })).toBe('ACCESS.NOT_FOUND');
    expect(await officer.refusal(FACILITIES, { deskId })).toBe('ACCESS.NOT_FOUND');
    expect(await officer.ask('{ overseenDesks { code } }')).toEqual({ overseenDesks: [{ code: 'OTHER' }] });
    await platform.ask(OVERSEE, { input: { prefectureId, deskIds: [deskId] } });
    const written = await api.db.query<{ desk_id: string; change: object }[]>(
      `SELECT desk_id, change FROM audit_entry WHERE action = 'setOverseenDesks' ORDER BY at, desk_id`,
    );
    expect(written).toHaveLength(5);
  });

  it('has officers the platform invites and takes away, as many as it needs', async () => {
    const invite = 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitations { email } } }';
    const invitation = (organisationId: string) => ({
      input: {
        idempotencyKey: randomUUID(),
        email: `${randomUUID()}@pref.example.com`,
        role: 'PREFECTURE_OFFICER',
        organisationId,
      },
    });
    await platform.ask(invite, invitation(prefectureId));
    expect(await platform.refusal(invite, invitation(randomUUID()))).toBe('ACCESS.NOT_FOUND');
    expect(await officer.refusal(invite, invitation(prefectureId))).toBe('ACCESS.NOT_FOUND');
    expect(await (await api.as('DESK_ADMIN')).refusal(invite, invitation(prefectureId))).toBe('ACCESS.NOT_FOUND');

    const leaving = await api.asNew('PREFECTURE_OFFICER', prefectureId);
    type Prefectures = { prefectures: { officers: { roleGrantId: string }[] }[] };
    const { prefectures } = await platform.ask<Prefectures>('{ prefectures { officers { roleGrantId name } } }');
    expect(prefectures[0]?.officers).toHaveLength(2);
    const roleGrantId = prefectures[0]?.officers[1]?.roleGrantId;
    const revoke = 'mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { people { role } } }';
    expect(await (await api.as('DESK_ADMIN')).refusal(revoke, { input: { roleGrantId } })).toBe('ACCESS.NOT_FOUND');
    await platform.ask(revoke, { input: { roleGrantId } });
    expect(await leaving.refusal('{ overseenDesks { code } }')).toBe('ACCESS.SIGN_IN_REQUIRED');
  });

  it('may do no more than the policy says: read, see to wages and results, and see to the own account', () => {
    const granted = Object.entries(POLICY).flatMap(([operation, roles]) =>
      Array.isArray(roles) && roles.includes('PREFECTURE_OFFICER') && roles.length < 8 ? [operation] : [],
    );
    expect(granted.sort()).toEqual([
      'ExportController.download',
      'Mutation.closeYear',
      'Mutation.decideWageReturn',
      'Mutation.importResults',
      'Mutation.recordPolicy',
      'Mutation.recordResults',
      'Mutation.recordWageRule',
      'Mutation.removeRecordedResult',
      'Mutation.setProcurementRule',
      'Mutation.setProcurementTarget',
      'Query.closedYearTable',
      'Query.closedYears',
      'Query.closingChanges',
      'Query.jointOrderResults',
      'Query.jointOrderTable',
      'Query.missingWageReturns',
      'Query.overseenContractResults',
      'Query.overseenDesks',
      'Query.overseenFacilities',
      'Query.procuredRows',
      'Query.procurementCategories',
      'Query.procurementPolicies',
      'Query.procurementResults',
      'Query.procurementRules',
      'Query.procurementTable',
      'Query.procurementTargets',
      'Query.recordedResults',
      'Query.recordedSources',
      'Query.wageFigures',
      'Query.wagePlans',
      'Query.wageReport',
      'Query.wageReturn',
      'Query.wageReturnForm',
      'Query.wageReturns',
      'Query.wageRules',
    ]);
  });

  it('can be taken up on the command line', async () => {
    const input = { code: 'TOKUSHIMA', name: '徳島県', deskCodes: ['OTHER'] };
    await createPrefectureIn(api.databaseUrl, input);
    await expect(createPrefectureIn(api.databaseUrl, input)).rejects.toMatchObject({ code: 'PREFECTURE.CODE_TAKEN' });
    await expect(
      createPrefectureIn(api.databaseUrl, { ...input, code: 'EHIME', deskCodes: ['NOWHERE'] }),
    ).rejects.toMatchObject({ code: 'PREFECTURE.DESK_UNKNOWN' });
  });
});
