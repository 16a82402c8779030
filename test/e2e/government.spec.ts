import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { setTimeout } from 'node:timers/promises';
import { addDays, todayInTokyo } from '#yui/calendar';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

const TODAY = todayInTokyo(new Date());
const keyed = (input: object) => ({ input: { idempotencyKey: randomUUID(), ...input } });

describe('A city orders with public money', () => {
  let api: TestApi;
  let city: Client;
  let deskAdmin: Client;
  let flow: OrderFlow;
  let buyerId: string;
  let deskId: string;

  beforeAll(async () => {
    api = await startApi();
    city = await api.as('CITY');
    deskAdmin = await api.as('DESK_ADMIN');
    flow = new OrderFlow(api, city, await api.as('COORDINATOR'));
    const { buyers } = await city.ask<{ buyers: [{ id: string }] }>('{ buyers { id } }');
    const { desks } = await city.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    buyerId = buyers[0].id;
    deskId = desks[0].id;
  });
  afterAll(() => api.close());

  const BASIS = 'proposed amountYen options { basis isPossible reasonJa } warningsJa decided decidedReason';
  const basisOf = async (client: Client, workOrderId: string) => {
    const query = `query ($id: ID!) { contractBasis(workOrderId: $id) { ${BASIS} } }`;
    return (await client.ask<{ contractBasis: Record<string, unknown> }>(query, { id: workOrderId })).contractBasis;
  };
  const draft = async (workOrderId: string, kind: string) =>
    flow.step<{ id: string; body: string; pdfPath: string; publishedOn: string | null }>(
      city,
      'draftPublication',
      { workOrderId, kind },
      '{ id body pdfPath publishedOn }',
    );

  it('keeps its limits within the law, as itself or through its desk, and shows them to nobody else', async () => {
    const limit = { workKind: 'OTHER', fromOn: '2025-10-01', limitYen: 1_000_000, source: '見本市契約規則 第20条' };
    const rules = { buyerId, kind: 'MUNICIPALITY', limits: [limit] };
    const governmentRules = await flow.step(
      deskAdmin,
      'setGovernmentRules',
      rules,
      '{ kind limits { workKind limitYen source } }',
    );
    expect(governmentRules).toMatchObject({ kind: 'MUNICIPALITY', limits: [{ limitYen: 1_000_000 }] });
    const mutation =
      'mutation ($input: SetGovernmentRulesInput!) { setGovernmentRules(input: $input) { governmentRules { kind } } }';
    const above = { ...rules, limits: [{ ...limit, limitYen: 1_000_001 }] };
    expect(await city.refusal(mutation, { input: above })).toBe('GOVERNMENT.ABOVE_CEILING');
    const company = await api.as('COMPANY');
    expect(await company.refusal(mutation, { input: rules })).toBe('ACCESS.NOT_FOUND');
    const query = 'query ($id: ID!) { governmentRules(buyerId: $id) { kind } }';
    expect(await company.refusal(query, { id: buyerId })).toBe('ACCESS.NOT_FOUND');
  });

  it('is told which item holds and why, decides, and publishes three texts', async () => {
    const small = await flow.quote('DESK_CONTRACT', { quantity: 3000 });
    expect(await basisOf(city, small.id)).toMatchObject({ proposed: 'ITEM_1', amountYen: 16_500, decided: null });

    // 300,000 units of 5 yen: above the limit, and the desk is not recognised.
    const large = await flow.quote('DESK_CONTRACT', { quantity: 300_000, title: '全戸配布物の封入' });
    const before = await basisOf(city, large.id);
    expect(before).toMatchObject({ proposed: 'TENDER' });
    expect(String(before.warningsJa)).toContain('準ずる者');
    const decision =
      'mutation ($input: DecideContractBasisInput!) { decideContractBasis(input: $input) { contractBasis { decided } } }';
    const item3 = { workOrderId: large.id, basis: 'ITEM_3', reason: '認定を受けた窓口であるため' };
    expect(await city.refusal(decision, keyed(item3))).toBe('GOVERNMENT.BASIS_NOT_POSSIBLE');

    const recognition = {
      idempotencyKey: randomUUID(),
      buyerId,
      deskId,
      fromOn: addDays(TODAY, -30),
      evidence: '見本市指令 第3号',
    };
    const otherDeskId = randomUUID();
    await api.db.query(
      `INSERT INTO desk SELECT (jsonb_populate_record(desk, jsonb_build_object('id', $2::text, 'code', 'OTHER'))).* FROM desk WHERE id = $1`,
      [deskId, otherDeskId],
    );
    await api.db.query(
      'INSERT INTO desk_buyer SELECT (jsonb_populate_record(desk_buyer, jsonb_build_object($$desk_id$$, $2::text))).* FROM desk_buyer WHERE desk_id = $1 AND buyer_id = $3',
      [deskId, otherDeskId, buyerId],
    );
    const recognise =
      'mutation ($input: RecogniseDeskInput!) { recogniseDesk(input: $input) { governmentRules { buyerId } } }';
    const ofOther = { ...recognition, idempotencyKey: randomUUID(), deskId: otherDeskId };
    expect(await deskAdmin.refusal(recognise, { input: ofOther })).toBe('ACCESS.NOT_FOUND');
    const reversed = { ...recognition, idempotencyKey: randomUUID(), fromOn: TODAY, untilOn: addDays(TODAY, -1) };
    expect(await city.refusal(recognise, { input: reversed })).toBe('GOVERNMENT.PERIOD_REVERSED');
    await flow.step(city, 'recogniseDesk', recognition, '{ recognitions { evidence } }');
    expect(await basisOf(city, large.id)).toMatchObject({ proposed: 'ITEM_3', warningsJa: [] });
    await city.ask(decision, keyed(item3));
    expect(await basisOf(flow.desk, large.id)).toMatchObject({ decided: 'ITEM_3', decidedReason: item3.reason });

    const earlyResult =
      'mutation ($input: DraftPublicationInput!) { draftPublication(input: $input) { publication { id } } }';
    const after = { workOrderId: large.id, kind: 'AFTER_CONTRACT' };
    expect(await city.refusal(earlyResult, keyed(after))).toBe('GOVERNMENT.TOO_EARLY_FOR_RESULT');
    // Who drafts waits for anyone who has the order in hand, so that two first drafts are one text.
    const other = api.db.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT 1 FROM work_order WHERE id = $1 FOR NO KEY UPDATE', [large.id]);
    const drafted = draft(large.id, 'BEFORE_CONTRACT');
    const first = await Promise.race([drafted.then(() => 'drafted'), sleep(300).then(() => 'waits')]);
    await other.commitTransaction();
    await other.release();
    expect(first).toBe('waits');
    const text = await drafted;
    expect(text.body).toContain('選定の基準');
    await flow.step(city, 'placeOrder', { quoteId: large.quotes[0]?.id, chosenFacilityId: null }, '{ id }');
    expect(await city.refusal(decision, keyed(item3))).toBe('GOVERNMENT.DECIDED_ALREADY');
    const result = await draft(large.id, 'AFTER_CONTRACT');
    expect(result.body).toContain('1,650,000円（税込）');
    expect(result.body).toContain(item3.reason);

    const edit =
      'mutation ($input: EditPublicationInput!) { editPublication(input: $input) { publication { publishedOn } } }';
    const publishedOn = addDays(TODAY, 7);
    const input = { publicationId: result.id, body: result.body, publishedOn, place: 'https://city.example.com/' };
    await city.ask(edit, keyed(input));
    expect(await city.refusal(edit, keyed(input))).toBe('GOVERNMENT.PUBLISHED_ALREADY');

    const pdf = await fetch(new URL(result.pdfPath, api.url), { headers: { cookie: city.cookie ?? '' } });
    expect(pdf.headers.get('content-type')).toContain('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const stranger = await api.as('COMPANY');
    const hidden = await fetch(new URL(result.pdfPath, api.url), { headers: { cookie: stranger.cookie ?? '' } });
    expect(hidden.status).toBe(404);
  });

  it('decides nothing about an order that is placed in the same moment', async () => {
    const order = await flow.quote('DESK_CONTRACT', { quantity: 3000, title: '同時に発注' });
    const decision =
      'mutation ($input: DecideContractBasisInput!) { decideContractBasis(input: $input) { contractBasis { decided } } }';
    const input = { workOrderId: order.id, basis: 'ITEM_1', reason: '少額のため' };
    const placing = api.db.createQueryRunner();
    await placing.startTransaction();
    await placing.query(`UPDATE work_order SET status = 'ORDERED', ordered_at = yui_now() WHERE id = $1`, [order.id]);
    const decided = city.refusal(decision, keyed(input));
    await setTimeout(500);
    await placing.commitTransaction();
    await placing.release();
    expect(await decided).toBe('GOVERNMENT.DECIDED_ALREADY');
  });

  it('files by its own scheme from the day it says, and by the national one otherwise', async () => {
    const order = await flow.draft({ workTypeCode: 'PRINTING' });
    const query = `query ($id: ID!) { workOrder(id: $id) { lines {
      category { nationalCode own { code kind name version } } } } }`;
    const categoryOf = async () =>
      (await city.ask<{ workOrder: { lines: { category: unknown }[] } }>(query, { id: order.id })).workOrder.lines[0]
        ?.category;
    expect(await categoryOf()).toEqual({ nationalCode: 'SERVICE_PRINTING', own: null });

    const codes = await api.db.query<{ code: string }[]>('SELECT code FROM procurement_category');
    const entries = codes.map(({ code }) => ({
      categoryCode: code,
      ownCode: code === 'SERVICE_PRINTING' ? '物-7' : code,
      ownKind: code.startsWith('GOODS') || code === 'SERVICE_PRINTING' ? 'GOODS' : 'SERVICE',
      ownName: code === 'SERVICE_PRINTING' ? '印刷物' : code,
    }));
    const mapping = { buyerId, fromOn: addDays(TODAY, -1), name: '見本市の区分', entries };
    const mutation =
      'mutation ($input: SetCategoryMappingInput!) { setCategoryMapping(input: $input) { governmentRules { buyerId } } }';
    const incomplete = { ...mapping, entries: entries.slice(1) };
    expect(await city.refusal(mutation, keyed(incomplete))).toBe('GOVERNMENT.CATEGORY_MISSING');
    await city.ask(mutation, keyed(mapping));
    await city.ask(mutation, keyed({ ...mapping, fromOn: addDays(TODAY, 1), name: '来年度から' }));
    expect(await categoryOf()).toMatchObject({ own: { code: '物-7', kind: 'GOODS', name: '印刷物', version: 1 } });
  });

  it('is warned of a date that leaves the facilities too little time', async () => {
    const query = `query ($input: DueDateAdviceInput!) { dueDateAdvice(input: $input) {
      capableFacilities earliestOn isPossible isShorterThanUsual sentenceJa } }`;
    const ask = async (quantity: number, dueOn: string) =>
      (
        await city.ask<{ dueDateAdvice: { earliestOn: string; isPossible: boolean; sentenceJa: string } }>(query, {
          input: { deskId, workTypeCode: 'ENVELOPE_STUFFING', quantity, dueOn },
        })
      ).dueDateAdvice;
    const late = await ask(50_000, addDays(TODAY, 60));
    expect(late).toMatchObject({ isPossible: true });
    const soon = await ask(2_000_000, addDays(TODAY, 8));
    expect(soon.isPossible).toBe(false);
    expect(soon.earliestOn > addDays(TODAY, 8)).toBe(true);
    expect(soon.sentenceJa).toContain('いちばん早い納期は');
    // The day it names is possible, and the one before is not.
    expect(await ask(2_000_000, soon.earliestOn)).toMatchObject({ isPossible: true });
    expect(await ask(2_000_000, addDays(soon.earliestOn as typeof TODAY, -1))).toMatchObject({ isPossible: false });
  });
});

describe('For how long a facility counts', () => {
  let api: TestApi;
  let desk: Client;
  let facilityId: string;

  beforeAll(async () => {
    api = await startApi();
    desk = await api.as('COORDINATOR');
    const [row] = await api.db.query<[{ id: string }]>('SELECT id FROM facility ORDER BY name LIMIT 1');
    facilityId = row.id;
  });
  afterAll(() => api.close());

  const RECORD = `mutation ($input: RecordEligibilityInput!) { recordEligibility(input: $input) { facility {
    eligibilities { id typeCode fromOn untilOn evidence } } } }`;

  it('is recorded with its paper, without overlaps, and ended', async () => {
    const period = { facilityId, typeCode: 'B_TYPE', fromOn: '2030-04-01', untilOn: null, evidence: '指定 第12号' };
    expect(await desk.refusal(RECORD, keyed(period))).toBe('ELIGIBILITY.PERIODS_OVERLAP');
    const query = 'query ($id: ID!) { facility(id: $id) { eligibilities { id evidence } } }';
    const { facility } = await desk.ask<{ facility: { eligibilities: [{ id: string; evidence: string }] } }>(query, {
      id: facilityId,
    });
    const END = 'mutation ($input: EndEligibilityInput!) { endEligibility(input: $input) { facility { id } } }';
    const [first] = facility.eligibilities;
    expect(await desk.refusal(END, { input: { eligibilityId: first.id, untilOn: '2001-01-01' } })).toBe(
      'ELIGIBILITY.PERIOD_REVERSED',
    );
    await desk.ask(END, { input: { eligibilityId: first.id, untilOn: '2030-03-31' } });
    const {
      recordEligibility: { facility: recordEligibility },
    } = await desk.ask<{ recordEligibility: { facility: { eligibilities: object[] } } }>(RECORD, keyed(period));
    expect(recordEligibility.eligibilities).toHaveLength(2);
    const company = await api.as('COMPANY');
    expect(await company.refusal(RECORD, keyed(period))).toBe('ACCESS.NOT_FOUND');
  });

  it('needs a head count that meets all three thresholds for 重度障害者多数雇用事業所', async () => {
    const period = { facilityId, typeCode: 'HEAVY_EMPLOYER', fromOn: TODAY, evidence: '確認書' };
    expect(await desk.refusal(RECORD, keyed(period))).toBe('ELIGIBILITY.THRESHOLDS_NOT_MET');
    const COUNT = `mutation ($input: RecordHeadCountInput!) { recordHeadCount(input: $input) { facility {
      headCounts { isHeavyEmployer } } } }`;
    const counts = { facilityId, countedOn: TODAY, employees: 25 };
    const wrong = { ...counts, employeesWithDisabilities: 5, employeesWithSevereDisabilities: 6 };
    expect(await desk.refusal(COUNT, { input: wrong })).toBe('ELIGIBILITY.COUNTS_UNUSABLE');
    await desk.ask(COUNT, { input: { ...counts, employeesWithDisabilities: 5, employeesWithSevereDisabilities: 2 } });
    await desk.ask(RECORD, keyed(period));
  });
});
