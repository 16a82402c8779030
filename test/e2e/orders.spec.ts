import { randomUUID } from 'node:crypto';
import { addDays, todayInTokyo } from '#yui/calendar';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';

const WORK_ORDER = `query ($id: ID!) { workOrder(id: $id) {
  number title status contractType availableActions
  buyer { name } desk { name } department { name }
  lines { quantity placed committed unplaced done workType { nameJa unit }
    allocations { version status shares { units reasonJa facility { name } } } }
  quotes { version amountYen taxYen candidates { name } lines { unitPriceSen facilityUnitPriceSen amountYen } }
  assignments { status units unitPriceSen facility { name } }
  contracts { side status amountYen facility { name } }
} }`;

const ASSIGNMENTS = `{ assignments { totalItems items {
  id workOrderId orderNumber orderTitle specification status units unitPriceSen amountYen dueOn answerBy availableActions
  workType { nameJa unit } desk { name } facility { name }
  deliveries { id units inspection { acceptedUnits defectUnits } } progressReports { doneUnits }
} } }`;

interface WorkOrder {
  status: string;
  contractType: string | null;
  availableActions: string[];
  lines: {
    quantity: number;
    placed: number;
    committed: number;
    unplaced: number;
    done: number;
    allocations: object[];
  }[];
  quotes: { amountYen: number; candidates: object[]; lines: { facilityUnitPriceSen: number | null }[] }[];
  assignments: { status: string; units: number; facility: { name: string } }[];
}
interface Assignment {
  id: string;
  workOrderId: string | null;
  status: string;
  units: number;
  availableActions: string[];
  deliveries: { id: string }[];
}

describe('orders through the api', () => {
  let api: TestApi;
  let flow: OrderFlow;
  beforeAll(async () => {
    api = await startApi();
    flow = new OrderFlow(api, await api.as('COMPANY'), await api.as('COORDINATOR'));
  });
  afterAll(async () => {
    await api.close();
  });

  const read = async (client: Client, id: string) =>
    (await client.ask<{ workOrder: WorkOrder }>(WORK_ORDER, { id })).workOrder;
  const own = async (client: Client) =>
    (await client.ask<{ assignments: { items: Assignment[] } }>(ASSIGNMENTS)).assignments.items;

  it('keeps a draft to its buyer', async () => {
    const draft = await flow.draft();
    expect(await read(flow.buyer, draft.id)).toMatchObject({
      status: 'DRAFT',
      availableActions: ['submit', 'withdraw'],
      lines: [{ quantity: 3000, placed: 0, unplaced: 3000 }],
    });
    expect(await flow.desk.refusal(WORK_ORDER, { id: draft.id })).toBe('ACCESS.NOT_FOUND');
    await flow.step(flow.buyer, 'withdrawWorkOrder', { workOrderId: draft.id }, '{ status }');
    expect(await flow.desk.refusal(WORK_ORDER, { id: draft.id })).toBe('ACCESS.NOT_FOUND');
  });

  it('takes 契約型 from the order to the acceptance, and shows everybody only their part', async () => {
    const order = await flow.order('DESK_CONTRACT');
    const facilityIds = await flow.offer(order);
    expect(facilityIds.length).toBeGreaterThan(1);
    expect(await read(flow.desk, order.id)).toMatchObject({
      status: 'ALLOCATING',
      lines: [{ placed: 3000, committed: 0, unplaced: 0 }],
      quotes: [{ amountYen: 15_000, lines: [{ facilityUnitPriceSen: 450 }] }],
    });

    for (const facilityId of facilityIds) {
      const facility = await flow.facility(facilityId);
      const assignments = await own(facility);
      expect(assignments).toHaveLength(1);
      const assignment = assignments[0] as Assignment;
      expect(assignment).toMatchObject({
        workOrderId: null,
        orderTitle: '封入作業',
        specification: 'A4 三つ折り',
        unitPriceSen: 450,
        availableActions: ['accept', 'acceptPart', 'counter', 'decline', 'requestExtension'],
      });
      expect(await facility.refusal(WORK_ORDER, { id: order.id })).toBe('ACCESS.NOT_FOUND');
      const assignmentId = assignment.id;
      await flow.step(facility, 'acceptAssignment', { assignmentId }, '{ status }');
      await flow.step(facility, 'reportProgress', { assignmentId, doneUnits: 10 }, '{ status }');
      const delivered = await flow.step<Assignment>(
        facility,
        'reportDelivery',
        { assignmentId, units: assignment.units },
        '{ deliveries { id } }',
      );
      const deliveryId = delivered.deliveries[0]?.id;
      await flow.step(flow.desk, 'inspectDelivery', { deliveryId, defectUnits: 0 }, '{ status }');
    }

    const seen = await read(flow.buyer, order.id);
    expect(seen).toMatchObject({
      status: 'DELIVERED',
      availableActions: ['accept', 'rejectWork'],
      lines: [{ committed: 3000, done: 3000, allocations: [] }],
      quotes: [{ lines: [{ facilityUnitPriceSen: null }] }],
      assignments: [],
    });
    expect(await flow.step(flow.buyer, 'acceptWork', { workOrderId: order.id }, '{ status }')).toEqual({
      status: 'ACCEPTED',
    });
    const all = await read(flow.desk, order.id);
    expect(all.assignments).toHaveLength(facilityIds.length);
    expect(all.lines[0]?.allocations).toHaveLength(1);
  });

  it('shows the buyer of 仲介型 the facilities it contracts with, once they have promised', async () => {
    const order = await flow.order('BROKERED', { title: '仲介の封入' });
    const [first] = await flow.offer(order);
    expect((await read(flow.buyer, order.id)).assignments).toEqual([]);
    const facility = await flow.facility(first ?? '');
    const offered = (await own(facility)).find((assignment) => assignment.status === 'OFFERED');
    await flow.step(facility, 'acceptAssignment', { assignmentId: offered?.id }, '{ status }');
    expect(await read(flow.buyer, order.id)).toMatchObject({
      assignments: [{ status: 'ACCEPTED', unitPriceSen: 500, facility: { name: expect.any(String) as string } }],
      quotes: [{ lines: [{ facilityUnitPriceSen: 500 }] }],
    });
  });

  it('introduces facilities for 斡旋型', async () => {
    const order = await flow.order('REFERRAL');
    const seen = await read(flow.buyer, order.id);
    expect(seen).toMatchObject({ status: 'ORDERED', contractType: 'REFERRAL', assignments: [] });
    expect(seen.quotes[0]?.candidates).toHaveLength(3);
    expect((await read(flow.desk, order.id)).availableActions).toEqual([]);
  });

  it('gives the first answer again for the same key, and refuses other content under it', async () => {
    const { desks } = await flow.buyer.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    const dueOn = addDays(todayInTokyo(new Date()), 30);
    const lines = [{ workTypeCode: 'BAGGING', quantity: 100, dueOn }];
    const input = { idempotencyKey: randomUUID(), deskId: desks[0].id, title: 'once', lines };
    const draft = 'mutation ($input: DraftWorkOrderInput!) { draftWorkOrder(input: $input) { workOrder { id } } }';
    const first = await flow.buyer.ask(draft, { input });
    expect(await flow.buyer.ask(draft, { input })).toEqual(first);
    expect(await flow.buyer.refusal(draft, { input: { ...input, title: 'twice' } })).toBe('IDEMPOTENCY.KEY_REUSED');
  });

  it('finds orders by number, title and state, page by page', async () => {
    const list =
      'query ($filter: WorkOrderFilterInput, $first: Int, $after: String) { workOrders(filter: $filter, first: $first, after: $after) ';
    const found = `${list} { totalItems items { title status } } }`;
    expect(await flow.buyer.ask(found, { filter: { text: '仲介の' } })).toMatchObject({
      workOrders: { totalItems: 1 },
    });
    expect(await flow.buyer.ask(found, { filter: { text: '%' } })).toMatchObject({ workOrders: { totalItems: 0 } });
    expect(await flow.desk.ask(found, { filter: { statuses: ['DRAFT'] } })).toMatchObject({
      workOrders: { totalItems: 0 },
    });
    expect(await flow.buyer.refusal(found, { first: 101 })).toBe('INPUT.NUMBER_OUT_OF_RANGE');
    expect(await flow.buyer.refusal(found, { first: 0 })).toBe('INPUT.NUMBER_OUT_OF_RANGE');
  });

  it('reports the results of a year to the desk alone', async () => {
    const results = `{ contractResults(fiscalYear: 2026) {
      from to bookedBy byType { contractType figures { orderCount salesYen } } total { facilityCount } orders { number }
    } }`;
    expect(await flow.desk.ask(results)).toMatchObject({
      contractResults: {
        from: '2026-04-01',
        to: '2027-03-31',
        byType: [{ contractType: 'DESK_CONTRACT' }, { contractType: 'BROKERED' }, { contractType: 'REFERRAL' }],
      },
    });
    expect(await flow.buyer.refusal(results)).toBe('ACCESS.NOT_FOUND');
  });

  it('records who did what, for the administrator of the desk alone', async () => {
    const order = await flow.draft();
    await flow.step(flow.buyer, 'submitWorkOrder', { workOrderId: order.id }, '{ id }');
    const entries = 'query ($id: ID!) { auditEntries(filter: { subjectId: $id }) { items { action } } }';
    const admin = await api.as('DESK_ADMIN');
    const { auditEntries } = await admin.ask<{ auditEntries: { items: { action: string }[] } }>(entries, {
      id: order.id,
    });
    expect(auditEntries.items.map((entry) => entry.action)).toEqual(['workOrder.submit', 'workOrder.draft']);
    expect(await flow.desk.refusal(entries, { id: order.id })).toBe('ACCESS.NOT_FOUND');
  });
});
