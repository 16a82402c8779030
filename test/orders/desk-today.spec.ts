import { ONE_FACILITY, Story } from '../scenarios/story.js';

const TODAY = `{ deskToday { groups { kind count items { subjectId workOrderId orderNumber units ofUnits dueOn
  buyer { name } facility { name } workType { unit } } } } }`;

interface Item {
  readonly subjectId: string;
  readonly workOrderId: string;
  readonly orderNumber: string;
  readonly units: number | null;
  readonly ofUnits: number | null;
  readonly facility: { readonly name: string } | null;
}
interface Today {
  readonly deskToday: { readonly groups: readonly { kind: string; count: number; items: readonly Item[] }[] };
}

/** Kinds of today that are flags of the board as well. */
const FLAG_OF: Readonly<Record<string, string>> = {
  LATE: 'LATE',
  UNPLACED: 'UNPLACED',
  UNANSWERED: 'UNANSWERED',
  ASKS: 'HAS_ASK',
  AT_RISK: 'AT_RISK',
  TO_INSPECT: 'TO_INSPECT',
  QUESTIONS: 'HAS_QUESTION',
};
const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };

describe('What waits for a hand at the desk', () => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin();
  });
  afterAll(() => story.end());

  /** The groups of today; that the flags of the board say the same is looked at each time. */
  async function today(): Promise<Record<string, readonly Item[]>> {
    const { deskToday } = await story.desk.ask<Today>(TODAY);
    const groups = Object.fromEntries(deskToday.groups.map(({ kind, items }) => [kind, items]));
    for (const [kind, flag] of Object.entries(FLAG_OF)) {
      const { workOrders } = await story.desk.ask<{ workOrders: { items: { id: string; flags: string[] }[] } }>(
        'query ($filter: WorkOrderFilterInput) { workOrders(filter: $filter) { items { id flags } } }',
        { filter: { flags: [flag] } },
      );
      expect([kind, ids(workOrders.items.map(({ id }) => id))]).toEqual([
        kind,
        ids((groups[kind] ?? []).map(({ workOrderId }) => workOrderId)),
      ]);
      expect(workOrders.items.filter(({ flags }) => !flags.includes(flag))).toEqual([]);
    }
    for (const { count, items } of deskToday.groups) expect(items).toHaveLength(Math.min(20, count));
    return groups;
  }
  const ids = (all: readonly string[]) => [...new Set(all)].sort();
  const mine = (items: readonly Item[] | undefined, { id }: { id: string }) =>
    (items ?? []).filter(({ workOrderId }) => workOrderId === id);

  it('is in the group that says what is to be done, from the wish to the acceptance', async () => {
    const order = await story.asksFor(story.company, WISH);
    expect(mine((await today()).NEW, order)).toEqual([
      expect.objectContaining({
        orderNumber: order.number,
        subjectId: order.id,
        buyer: { name: expect.any(String) as string },
      }),
    ]);
    await story.orders(story.company, await story.quotes(order, 'DESK_CONTRACT', [500]));
    const ordered = await today();
    expect(mine(ordered.NEW, order)).toEqual([]);
    expect(mine(ordered.UNPLACED, order)).toEqual([expect.objectContaining({ units: 3_000, ofUnits: 3_000 })]);

    const [share] = await story.splits(order, ONE_FACILITY);
    expect(Object.values(await today()).flatMap((items) => mine(items, order))).toEqual([]);
    await story.do(await story.of(share!), 'acceptPartOfAssignment', {
      assignmentId: share!.id,
      units: 1_000,
      reason: '手が足りないため',
    });
    const asked = await today();
    expect(mine(asked.ASKS, order)).toEqual([
      expect.objectContaining({ units: 1_000, ofUnits: 3_000, facility: { name: expect.any(String) as string } }),
    ]);
    await story.do(story.desk, 'confirmPart', { assignmentId: share!.id });
    expect(mine((await today()).UNPLACED, order)).toEqual([expect.objectContaining({ units: 2_000 })]);

    const [second] = await story.repairs(order);
    await story.do(await story.of(second!), 'acceptAssignment', { assignmentId: second!.id });
    await story.do(await story.of(second!), 'askQuestion', { assignmentId: second!.id, body: 'のりは使いますか' });
    expect(mine((await today()).QUESTIONS, order)).toHaveLength(1);
    const deliveryId = await story.delivers(
      (await story.seen(order.id)).assignments.find(({ id }) => id === second!.id)!,
    );
    expect(mine((await today()).TO_INSPECT, order)).toEqual([
      expect.objectContaining({ subjectId: deliveryId, units: second!.offeredUnits }),
    ]);
    const { delivery } = await story.desk.ask<{ delivery: object }>(
      'query ($id: ID!) { delivery(id: $id) { units assignment { orderNumber } availableActions } }',
      { id: deliveryId },
    );
    expect(delivery).toEqual({
      units: second!.offeredUnits,
      assignment: { orderNumber: order.number },
      availableActions: ['inspect'],
    });
    await story.inspects(deliveryId);
    expect(mine((await today()).TO_INSPECT, order)).toEqual([]);

    await story.do(story.company, 'proposeAmendment', {
      workOrderId: order.id,
      reason: '部数が増えたため',
      lines: [{ workOrderLineId: order.lines[0]!.id, quantity: 3_500 }],
    });
    expect(mine((await today()).AMENDMENTS, order)).toHaveLength(1);
    await story.do(story.company, 'requestCancellation', { workOrderId: order.id, reason: '行事が中止になったため' });
    expect(mine((await today()).CANCELLATIONS, order)).toHaveLength(1);
  });

  it('says what is late, and what had to be answered by now', async () => {
    const order = await story.ordered(story.company, { ...WISH, workingDays: 20 }, 'DESK_CONTRACT', 500);
    const [share] = await story.splits(order, ONE_FACILITY);
    const { answerBy } = await story.desk
      .ask<{ assignment: { answerBy: string } }>('query ($id: ID!) { assignment(id: $id) { answerBy } }', {
        id: share!.id,
      })
      .then(({ assignment }) => assignment);
    // Whole days pass: to less than a day before the hour of the answer, whatever hour it is now.
    const timeOfDayMs = (Date.now() + 9 * 3_600_000) % 86_400_000;
    const nowMs = Date.parse(`${await story.today()}T00:00:00+09:00`) + timeOfDayMs;
    await story.passDays(Math.floor((Date.parse(answerBy) - nowMs) / 86_400_000));
    expect(mine((await today()).UNANSWERED, order)).toHaveLength(1);
    await story.accepts(share!);
    expect(mine((await today()).UNANSWERED, order)).toEqual([]);
    await story.passDays(40);
    expect(mine((await today()).LATE, order)).toEqual([expect.objectContaining({ units: 0, ofUnits: 3_000 })]);
  });

  it('is the desk’s alone', async () => {
    const [share] = await story.splits(await story.ordered(story.company, WISH, 'DESK_CONTRACT', 500), ONE_FACILITY);
    for (const client of [story.company, await story.of(share!)]) {
      expect(await client.refusal(TODAY)).toBe('ACCESS.NOT_FOUND');
      expect(await client.refusal('{ deliveriesToInspect { totalItems } }')).toBe('ACCESS.NOT_FOUND');
    }
    const { workOrders } = await story.company.ask<{ workOrders: { items: { flags: string[] }[] } }>(
      '{ workOrders { items { flags timeline { id } } } }',
    );
    expect(workOrders.items.length).toBeGreaterThan(0);
    expect(workOrders.items.flatMap((order) => Object.values(order).flat())).toEqual([]);
    const flagged = await story.company.ask<{ workOrders: { totalItems: number } }>(
      '{ workOrders(filter: { flags: [UNPLACED, HAS_QUESTION] }) { totalItems } }',
    );
    expect(flagged.workOrders.totalItems).toBe(0);
  });

  it('is found on the board by the end of its number, its buyer, its work, its date, and in each order once', async () => {
    const orders = await Promise.all(
      [10, 30, 20].map(async (workingDays) => story.asksFor(story.city, { ...WISH, workingDays })),
    );
    const found = async (filter: object, sort = 'NEWEST') => {
      const query = `query ($filter: WorkOrderFilterInput, $sort: WorkOrderSort!, $after: String) {
        workOrders(filter: $filter, sort: $sort, first: 2, after: $after) {
          totalItems endCursor hasNextPage items { id number dueOn submittedAt } } }`;
      const all: { id: string; number: string; dueOn: string; submittedAt: string }[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { workOrders }: { workOrders: Found } = await story.desk.ask(query, { filter, sort, after });
        all.push(...workOrders.items);
        ({ endCursor: after, hasNextPage: more } = workOrders);
        if (!more) expect(all).toHaveLength(workOrders.totalItems);
      }
      return all;
    };
    const cityOnly = { buyerId: orders[0]!.buyer.id };
    const byDate = await found(cityOnly, 'DUE_FIRST');
    expect(byDate.map(({ dueOn }) => dueOn)).toEqual([...byDate.map(({ dueOn }) => dueOn)].sort());
    expect(ids(byDate.map(({ id }) => id))).toEqual(ids(orders.map(({ id }) => id)));
    expect(await found(cityOnly, 'DUE_LAST')).toEqual([...byDate].reverse());
    const bySubmission = await found(cityOnly, 'SUBMITTED_LAST');
    expect(bySubmission).toEqual([...(await found(cityOnly, 'SUBMITTED_FIRST'))].reverse());
    for (const order of orders) {
      const end = order.number.slice(-3);
      expect((await found({ text: end })).map(({ number }) => number.slice(-3))).toEqual([end]);
    }
    expect(ids((await found({ text: '見本市' })).map(({ id }) => id))).toEqual(ids(orders.map(({ id }) => id)));
    expect((await found({ text: '封入', ...cityOnly })).length).toBe(3);
    expect((await found({ workTypeCode: 'ENVELOPE_STUFFING', ...cityOnly })).length).toBe(3);
    expect(await found({ workTypeCode: 'CLEANING', ...cityOnly })).toEqual([]);
    expect((await found({ ...cityOnly, dueTo: byDate[0]!.dueOn })).map(({ id }) => id)).toEqual([byDate[0]!.id]);
    expect((await found({ ...cityOnly, dueFrom: byDate[2]!.dueOn })).map(({ id }) => id)).toEqual([byDate[2]!.id]);
    const { workOrderCounts } = await story.desk.ask<{ workOrderCounts: { byStatus: object[] } }>(
      'query ($filter: WorkOrderFilterInput) { workOrderCounts(filter: $filter) { byStatus { status count } } }',
      { filter: { ...cityOnly, statuses: ['CLOSED'] } },
    );
    expect(workOrderCounts.byStatus).toEqual([{ status: 'REVIEWING', count: 3 }]);
  });

  it('keeps what happened as sentences, without names of people of others', async () => {
    const order = await story.ordered(story.company, WISH, 'DESK_CONTRACT', 500);
    const [share] = await story.splits(order, ONE_FACILITY);
    await story.accepts(share!);
    const { workOrder } = await story.desk.ask<{ workOrder: { timeline: Event[] } }>(
      `query ($id: ID!) { workOrder(id: $id) { timeline { sentence { ja } role organisation person facility } } }`,
      { id: order.id },
    );
    const sentences = workOrder.timeline.map(({ sentence }) => sentence.ja);
    expect(sentences).toEqual(expect.arrayContaining(['案件を窓口に送りました。', '発注しました。']));
    expect(sentences).not.toContain('案件の下書きを作りました。');
    const accepted = workOrder.timeline.find(({ role, facility }) => role === 'FACILITY_ADMIN' && facility !== null);
    expect(accepted).toMatchObject({ facility: expect.any(String) as string, person: null });
    expect(accepted?.organisation).toBe(accepted?.facility);
    expect(workOrder.timeline.find(({ role }) => role === 'DESK_COORDINATOR')?.person).toEqual(expect.any(String));
  });
});

interface Found {
  readonly totalItems: number;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly items: { id: string; number: string; dueOn: string; submittedAt: string }[];
}

interface Event {
  readonly sentence: { readonly ja: string };
  readonly role: string | null;
  readonly organisation: string | null;
  readonly person: string | null;
  readonly facility: string | null;
}
