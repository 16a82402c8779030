import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  Capability,
  Desk,
  Facility,
  ImportRegistry,
  type ImportRegistryInput,
  importRegistryFile,
  IssueRegistrationCode,
  Membership,
  RegisterMembership,
  RegistryWage,
  renderImportReport,
  SetCapability,
  WorkWeek,
} from '#yui/directory';
import { type PersonActor, SYSTEM } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';

const HEAD = '番号,事業所名,種別,定員,作業内容,令和5年度 平均工賃月額,令和6年度 目標工賃';

describe('Import of a published list', () => {
  let product: Product;
  let admin: PersonActor;

  beforeAll(async () => {
    product = await createProduct();
    admin = await product.as('DESK_ADMIN');
  });
  afterAll(() => product.close());

  function list(...rows: string[]): Buffer {
    return Buffer.from([HEAD, ...rows].join('\r\n'));
  }

  function run(content: Uint8Array, input: Partial<ImportRegistryInput> = {}, actor: PersonActor = admin) {
    return product.get(ImportRegistry).execute(actor, {
      deskId: actor.organisationId,
      fileName: '名簿.csv',
      sourceName: '名簿',
      isDryRun: false,
      ...input,
      content,
    });
  }

  async function addDesk(): Promise<PersonActor> {
    const id = randomUUID();
    await product.db.manager.insert(Desk, { id, code: `D${id.slice(0, 6)}`, name: '別の窓口' });
    return { ...admin, organisationId: id };
  }

  /** A print of everything an import can touch. */
  async function printOfDirectory(): Promise<string> {
    const tables = [
      'facility',
      'membership',
      'service_mention',
      'registry_wage',
      'capability',
      'work_week',
      'facility_capacity',
      'audit_entry',
    ];
    const prints = await Promise.all(
      tables.map((table) =>
        product.db.query<[{ print: string }]>(
          `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS print FROM ${table} t`,
        ),
      ),
    );
    return prints.map(([row]) => row.print).join(' ');
  }

  async function facilityOf(name: string, sourceName: string): Promise<Facility> {
    return product.db.manager.findOneByOrFail(Facility, { name, registrySource: sourceName });
  }

  it('brings in a facility with everything the list says', async () => {
    const sourceName = newKey();
    const report = await run(list('7,ひなた作業所,就労継続支援A型,20,封入作業、箱折り、ひみつの仕事,"16,000",17000'), {
      sourceName,
    });
    expect(report).toMatchObject({
      createdCount: 1,
      updatedCount: 0,
      unchangedCount: 0,
      rejectedCount: 0,
      problems: [],
    });
    const facility = await facilityOf('ひなた作業所', sourceName);
    expect(facility).toMatchObject({ typeCode: 'A_TYPE', capacityPersons: 20, registryNumber: 7 });
    const { manager } = product.db;
    const capabilities = await manager.find(Capability, {
      where: { facilityId: facility.id },
      order: { workTypeCode: 'ASC' },
    });
    expect(capabilities.map(({ workTypeCode, source, isOffered }) => ({ workTypeCode, source, isOffered }))).toEqual([
      { workTypeCode: 'BOX_FOLDING', source: 'REGISTRY', isOffered: true },
      { workTypeCode: 'ENVELOPE_STUFFING', source: 'REGISTRY', isOffered: true },
    ]);
    expect(report.recognition.unrecognised.map(({ text }) => text)).toEqual(['ひみつの仕事']);
    const wages = await manager.find(RegistryWage, {
      where: { facilityId: facility.id },
      order: { fiscalYear: 'ASC' },
    });
    expect(wages).toMatchObject([
      { fiscalYear: 2023, monthYen: 16_000, targetMonthYen: null },
      { fiscalYear: 2024, monthYen: null, targetMonthYen: 17_000 },
    ]);
    const week = await manager.find(WorkWeek, { where: { facilityId: facility.id }, order: { weekday: 'ASC' } });
    expect(week.map(({ workMinutes }) => workMinutes)).toEqual([1200, 1200, 1200, 1200, 1200]);
    expect(await manager.countBy(Membership, { facilityId: facility.id, deskId: admin.organisationId })).toBe(1);
  });

  it('changes nothing when it is done again', async () => {
    const content = await readFile(new URL('../../libs/directory/data/kochi-facilities-2024.csv', import.meta.url));
    const before = await printOfDirectory();
    const again = await run(content, { sourceName: 'KOCHI' });
    expect(again).toMatchObject({
      createdCount: 0,
      updatedCount: 0,
      unchangedCount: 113,
      rejectedCount: 1,
      absentNames: [],
    });
    expect(again.facilities.filter(({ changes }) => changes.length > 0)).toEqual([]);
    expect(await printOfDirectory()).toBe(before);
  });

  it('shows in a dry run what would change, and writes nothing', async () => {
    const sourceName = newKey();
    await run(list('1,みどり,B型,10,封入,10000,'), { sourceName });
    const before = await printOfDirectory();
    const report = await run(list('1,みどり,B型,12,封入、清掃,10000,11000', '2,あおば,B型,8,清掃,,'), {
      sourceName,
      isDryRun: true,
    });
    expect(report).toMatchObject({ isDryRun: true, createdCount: 1, updatedCount: 1 });
    expect(report.facilities[0]?.changes).toEqual([
      { field: 'capacityPersons', before: '10', after: '12' },
      { field: 'servicesText', before: '封入', after: '封入、清掃' },
      { field: 'mentions', before: '1', after: '2' },
      { field: 'capability.CLEANING', before: null, after: 'offered' },
      { field: 'wage.2024.targetMonthYen', before: null, after: '11000' },
    ]);
    expect(report.facilities[1]).toMatchObject({ name: 'あおば', facilityId: null, outcome: 'CREATED' });
    expect(await printOfDirectory()).toBe(before);
    expect(renderImportReport(report)).toContain('capacityPersons: 10 → 12');
  });

  it('reports a bad row with line and column and takes the rest', async () => {
    const sourceName = newKey();
    const report = await run(
      list(
        '1,よい事業所,B型,10,封入,,',
        '2,わるい事業所,B型,十人,封入,,',
        '3,なぞの事業所,C型,10,封入,,',
        '4,よい事業所2,B型,10,封入,,',
      ),
      { sourceName },
    );
    expect(report.facilities.map(({ name }) => name)).toEqual(['よい事業所', 'よい事業所2']);
    expect(report.rejectedCount).toBe(2);
    expect(report.problems).toMatchObject([
      { line: 3, column: '定員', code: 'REGISTRY.NUMBER_INVALID', value: '十人' },
      { line: 4, column: '種別', code: 'IMPORT.FACILITY_TYPE_UNKNOWN', value: 'C型' },
    ]);
    expect(await product.db.manager.countBy(Facility, { registrySource: sourceName })).toBe(2);
  });

  it('answers a file that is no list with a problem', async () => {
    const report = await run(Buffer.from('%PDF-1.7'));
    expect(report).toMatchObject({
      createdCount: 0,
      facilities: [],
      problems: [{ line: null, code: 'TABLE.NOT_A_TABLE' }],
    });
  });

  it('takes over the next edition, and leaves what people have set', async () => {
    const sourceName = newKey();
    await run(list('1,うみの家,B型,10,封入、清掃,10000,'), { sourceName });
    const { id: facilityId } = await facilityOf('うみの家', sourceName);
    const set = { facilityId, secondsPerUnit: 33, minimumLot: 7, leadDays: 1, unitPriceSen: 999, isOffered: true };
    await product
      .get(SetCapability)
      .execute(await product.as('FACILITY_ADMIN', facilityId), { ...set, workTypeCode: 'ENVELOPE_STUFFING' });
    await product.db.manager.update(WorkWeek, { facilityId, weekday: 1 }, { workMinutes: 5 });

    const next = await run(list('1,うみ の家,,15,袋詰め,12000,13000'), { sourceName });
    expect(next).toMatchObject({ createdCount: 0, updatedCount: 1 });
    expect(await product.db.manager.findOneByOrFail(Facility, { id: facilityId })).toMatchObject({
      name: 'うみ の家',
      typeCode: 'B_TYPE',
      capacityPersons: 15,
    });
    const capabilities = await product.db.manager.findBy(Capability, { facilityId });
    const byCode = new Map(capabilities.map((capability) => [capability.workTypeCode, capability]));
    expect(byCode.get('ENVELOPE_STUFFING')).toMatchObject({ ...set, source: 'FACILITY' });
    expect(byCode.get('CLEANING')).toMatchObject({ source: 'REGISTRY', isOffered: false });
    expect(byCode.get('BAGGING')).toMatchObject({ source: 'REGISTRY', isOffered: true });
    const week = await product.db.manager.findOneByOrFail(WorkWeek, { facilityId, weekday: 1 });
    expect(week.workMinutes).toBe(5);
    expect(await run(list('1,うみ の家,,15,袋詰め,12000,13000'), { sourceName })).toMatchObject({ updatedCount: 0 });
  });

  it('names the members that are no longer in the list and leaves them alone', async () => {
    const sourceName = newKey();
    await run(list('1,ある,B型,10,封入,,', '2,ない,B型,10,封入,,', '3,こわれた,B型,10,封入,,'), { sourceName });
    const report = await run(list('1,ある,B型,10,封入,,', '3,こわれた,B型,?,封入,,'), { sourceName });
    expect(report.absentNames).toEqual(['ない']);
    expect(await product.db.manager.countBy(Facility, { registrySource: sourceName })).toBe(3);
  });

  it('takes up no facility that another desk keeps or that has people, and says what to do', async () => {
    const sourceName = newKey();
    await run(list('1,よそ,B型,10,封入,,', '2,ひとり,B型,10,封入,,', '3,あき,B型,10,封入,,'), { sourceName });
    const [, manned, empty] = await Promise.all(
      ['よそ', 'ひとり', 'あき'].map(async (name) => facilityOf(name, sourceName)),
    );
    // The second has left its desk, but has somebody; the third has neither.
    await product.db.query(`UPDATE membership SET left_on = joined_on, left_by = 'DESK' WHERE facility_id = ANY ($1)`, [
      [manned?.id, empty?.id],
    ]);
    await product.db.query(
      `INSERT INTO role_grant (id, account_id, role, organisation_id)
       SELECT gen_random_uuid(), id, 'FACILITY_MEMBER', $1 FROM account ORDER BY id LIMIT 1`,
      [manned?.id],
    );
    const other = await addDesk();
    const file = list('1,よそ,B型,99,袋詰め,,', '2,ひとり,B型,99,袋詰め,,', '3,あき,B型,11,封入,,');
    for (const isDryRun of [true, false]) {
      const report = await run(file, { sourceName, isDryRun }, other);
      expect(report.facilities.map(({ name, outcome }) => [name, outcome])).toEqual([
        ['よそ', 'KEPT'],
        ['ひとり', 'KEPT'],
        ['あき', 'UPDATED'],
      ]);
      expect(report.problems).toMatchObject([
        { line: 2, code: 'MEMBERSHIP.CODE_NEEDED', value: 'よそ' },
        { line: 3, code: 'MEMBERSHIP.CODE_NEEDED', value: 'ひとり' },
      ]);
    }
    expect(await product.db.manager.findBy(Membership, { deskId: other.organisationId })).toMatchObject([
      { facilityId: empty?.id, isAgreed: false, leftOn: null },
    ]);
    expect(await facilityOf('よそ', sourceName)).toMatchObject({ capacityPersons: 10 });
    expect(await run(list('1,よそ,B型,11,封入,,'), { sourceName })).toMatchObject({ updatedCount: 1 });
  });

  it('emits for each facility it takes up what a registration emits', async () => {
    const sourceName = newKey();
    const report = await run(list('1,つげる,B型,10,封入,,', '2,しらせる,B型,10,封入,,'), { sourceName });
    const events = await product.db.query<{ facility_id: string }[]>(
      `SELECT facility_id FROM outbox_event JOIN membership ON membership.id::text = payload ->> 'membershipId'
       WHERE name = 'membership.registered' AND facility_id = ANY ($1)`,
      [report.facilities.map(({ facilityId }) => facilityId)],
    );
    expect(events).toHaveLength(2);
  });

  it('leaves the entry with the desk that came first, however early another one dates its registration', async () => {
    const sourceName = newKey();
    await run(list('1,さきに,B型,10,封入,,'), { sourceName });
    const { id: facilityId } = await facilityOf('さきに', sourceName);
    const other = await addDesk();
    const facility = { ...admin, role: 'FACILITY_ADMIN' as const, organisationId: facilityId };
    const { code } = await product.get(IssueRegistrationCode).execute(facility);
    const input = { idempotencyKey: newKey(), registrationCode: code, joinedOn: '1990-01-01' as const };
    await product.get(RegisterMembership).execute(other, input);
    expect(await run(list('1,さきに,B型,99,袋詰め,,'), { sourceName }, other)).toMatchObject({ keptCount: 1 });
    expect(await run(list('1,さきに,B型,11,封入,,'), { sourceName })).toMatchObject({ updatedCount: 1 });
  });

  it('gives a free facility to one of two desks that take it up at once', async () => {
    const sourceName = newKey();
    await run(list('1,とりあい,B型,10,封入,,'), { sourceName });
    const { id: facilityId } = await facilityOf('とりあい', sourceName);
    await product.db.query(`UPDATE membership SET left_on = joined_on, left_by = 'DESK' WHERE facility_id = $1`, [
      facilityId,
    ]);
    const desks = await Promise.all([addDesk(), addDesk(), addDesk()]);
    // Under another list each would make a facility of its own; here they come to the same one.
    await Promise.all(desks.map((desk) => run(list('1,とりあい,B型,10,封入,,'), { sourceName }, desk)));
    expect(
      await product.db.query('SELECT 1 FROM membership WHERE facility_id = $1 AND left_on IS NULL', [facilityId]),
    ).toHaveLength(1);
  });

  it('does not bring back a facility that has left', async () => {
    const sourceName = newKey();
    await run(list('1,さらば,B型,10,封入,,'), { sourceName });
    const { id: facilityId } = await facilityOf('さらば', sourceName);
    await product.db.query(`UPDATE membership SET left_on = joined_on, left_by = 'DESK' WHERE facility_id = $1`, [
      facilityId,
    ]);
    expect(await run(list('1,さらば,B型,11,封入,,'), { sourceName })).toMatchObject({ keptCount: 1 });
    expect(await product.db.manager.countBy(Membership, { facilityId })).toBe(1);
  });

  it('makes each facility once when the same list comes many times at once', async () => {
    const sourceName = newKey();
    const content = list('1,いち,B型,10,封入,,', '2,に,B型,10,箱折り,,');
    const reports = await Promise.all(Array.from({ length: 6 }, () => run(content, { sourceName })));
    expect(reports.map(({ createdCount }) => createdCount).sort()).toEqual([0, 0, 0, 0, 0, 2]);
    expect(await product.db.manager.countBy(Facility, { registrySource: sourceName })).toBe(2);
  });

  it('gives the same answer to the same key', async () => {
    const sourceName = newKey();
    const idempotencyKey = newKey();
    const first = await run(list('1,かぎ,B型,10,封入,,'), { sourceName, idempotencyKey });
    expect(await run(list('1,かぎ,B型,10,封入,,'), { sourceName, idempotencyKey })).toEqual(first);
    await expect(run(list('1,かぎ,B型,11,封入,,'), { sourceName, idempotencyKey })).rejects.toMatchObject({
      code: 'IDEMPOTENCY.KEY_REUSED',
    });
  });

  it('is for the administrators of the desk', async () => {
    const denied = { code: 'ACCESS.NOT_FOUND' };
    const other = await addDesk();
    await expect(run(list(), { deskId: other.organisationId })).rejects.toMatchObject(denied);
    await expect(run(list(), {}, await product.as('DESK_COORDINATOR'))).rejects.toMatchObject(denied);
    await expect(run(list(), {}, await product.as('BUYER_ADMIN'))).rejects.toMatchObject(denied);
    await expect(
      product.get(ImportRegistry).execute(SYSTEM, {
        deskId: randomUUID(),
        fileName: 'x.csv',
        sourceName: 'x',
        isDryRun: true,
        content: list(),
      }),
    ).rejects.toMatchObject(denied);
  });

  it('refuses a default kind there is none of', async () => {
    await expect(run(list(), { defaultTypeCode: 'C_TYPE' })).rejects.toMatchObject({ code: 'IMPORT.TYPE_UNKNOWN' });
  });

  it('knows a facility again in another encoding, and changes nothing', async () => {
    const sourceName = newKey();
    const edition = (file: string) => readFile(new URL(`../cases/import/${file}`, import.meta.url));
    const answers = { sourceName, defaultTypeCode: 'B_TYPE' };
    expect(await run(await edition('wave-edition1.csv'), answers)).toMatchObject({ createdCount: 1 });
    expect(await run(await edition('wave-edition2-cp932.csv'), answers)).toMatchObject({
      createdCount: 0,
      updatedCount: 0,
      unchangedCount: 1,
      absentNames: [],
    });
  });

  it('asks for the kind nobody states, and stores nothing until it is answered', async () => {
    const sourceName = newKey();
    const content = Buffer.from('事業所名,作業内容\nとう,封入\n');
    const asked = await run(content, { sourceName });
    expect(asked).toMatchObject({
      createdCount: 0,
      askedCount: 1,
      questions: [{ code: 'IMPORT.KIND_ASKED', rowCount: 1 }],
    });
    expect(await product.db.manager.countBy(Facility, { registrySource: sourceName })).toBe(0);
    expect(await run(content, { sourceName, defaultTypeCode: 'A_TYPE' })).toMatchObject({
      createdCount: 1,
      askedCount: 0,
    });
    const facility = await facilityOf('とう', sourceName);
    // The list has no 定員: it is to be filled in, and no week is supposed.
    expect(facility).toMatchObject({ typeCode: 'A_TYPE', capacityPersons: null });
    expect(await product.db.manager.countBy(WorkWeek, { facilityId: facility.id })).toBe(0);
    // What is known is not asked again.
    expect(await run(content, { sourceName })).toMatchObject({ unchangedCount: 1, askedCount: 0 });
  });

  it('keeps two facilities of one name apart from edition to edition', async () => {
    const sourceName = newKey();
    const content = await readFile(new URL('../cases/import/dup-names.csv', import.meta.url));
    const answers = { sourceName, defaultTypeCode: 'B_TYPE' };
    expect(await run(content, answers)).toMatchObject({ createdCount: 2 });
    expect(await run(content, answers)).toMatchObject({ createdCount: 0, updatedCount: 0, unchangedCount: 2 });
  });

  it('runs from the command line by the code of the desk', async () => {
    const input = { fileName: 'x.csv', content: list('1,みなと,B型,10,封入,,'), isDryRun: true };
    expect(await importRegistryFile(product.databaseUrl, 'KOCHI', input)).toMatchObject({
      createdCount: 1,
      sourceName: 'KOCHI',
    });
    await expect(importRegistryFile(product.databaseUrl, 'NOWHERE', input)).rejects.toMatchObject({
      code: 'IMPORT.DESK_UNKNOWN',
    });
  });
});
