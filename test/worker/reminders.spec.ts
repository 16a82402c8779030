import { Story } from '../scenarios/story.js';

const wish = (workingDays: number) => ({
  title: '案内状の封入',
  lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }],
  workingDays,
});

describe('What nobody answers', () => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin();
  });
  afterAll(() => story.end());

  /** By kind, to how many organisations it was told about this order so far, and what the first of them reads. */
  const told = async (workOrderId: string, like: string) =>
    story.api.db.query<{ kind: string; told: number; body: string }[]>(
      `SELECT kind, count(DISTINCT (event_id, organisation_id))::int AS told, min(body) AS body FROM notification
       JOIN outbox_event ON outbox_event.id = event_id AND outbox_event.payload ->> 'workOrderId' = $1
       WHERE kind LIKE $2 AND channel = 'MAIL' GROUP BY kind ORDER BY kind`,
      [workOrderId, like],
    );
  const countsOf = async (workOrderId: string, like: string) =>
    Object.fromEntries((await told(workOrderId, like)).map(({ kind, told: times }) => [kind, times]));

  it('a change: the facility is reminded, then the desk is told, and no more', async () => {
    const order = await story.ordered(story.company, wish(60), 'DESK_CONTRACT', 500);
    const offers = await story.splits(order);
    expect(offers.length).toBeGreaterThan(1);
    await story.accepts(...offers);
    for (const { id: assignmentId, offeredUnits } of offers) {
      const input = { assignmentId, units: offeredUnits - 1, reason: '数が減ったため' };
      await story.do(story.desk, 'proposeShareChange', input);
    }
    const [, answering] = await story.api.db.query<{ id: string; facility_id: string }[]>(
      'SELECT id, facility_id FROM share_change WHERE work_order_id = $1 ORDER BY id DESC',
      [order.id],
    );
    const facility = await story.of({ facility: { id: answering!.facility_id } });
    await story.do(facility, 'answerShareChange', { shareChangeId: answering!.id, isAgreed: true });
    const open = offers.length - 1;

    const before = { 'share-change.proposed': offers.length, 'share-change.answered': 1 };
    await story.quiet();
    expect(await countsOf(order.id, 'share-change.%')).toEqual(before);
    await story.passDays(7);
    expect(await countsOf(order.id, 'share-change.%')).toEqual({ ...before, 'share-change.reminded': open });
    await story.passDays(7);
    const after = { ...before, 'share-change.reminded': open, 'share-change.unanswered': open };
    expect(await countsOf(order.id, 'share-change.%')).toEqual(after);
    await story.passDays(7);
    expect(await countsOf(order.id, 'share-change.%')).toEqual(after);
  });

  it('a stop: who has said what is done is left in peace', async () => {
    const order = await story.ordered(story.company, wish(60), 'DESK_CONTRACT', 500);
    const offers = await story.splits(order);
    await story.accepts(...offers);
    for (const share of offers) {
      await story.do(await story.of(share), 'reportProgress', { assignmentId: share.id, doneUnits: 1 });
    }
    await story.do(story.desk, 'cancelWorkOrder', { workOrderId: order.id, reason: '催しが中止になったため' });
    // Who has stopped before being told is told nothing.
    await story.quiet();
    const [answering, ...silent] = offers as [(typeof offers)[0], ...typeof offers];
    await story.do(await story.of(answering), 'confirmStop', { assignmentId: answering.id, doneUnits: 1 });

    await story.passDays(7);
    expect(await countsOf(order.id, 'assignment.stop-%')).toEqual({
      'assignment.stop-asked': offers.length,
      'assignment.stop-reminded': silent.length,
    });
    await story.passDays(7);
    await story.passDays(7);
    expect(await countsOf(order.id, 'assignment.stop-%')).toMatchObject({
      'assignment.stop-reminded': silent.length,
      'assignment.stop-unanswered': silent.length,
    });
  });

  it('what is late in one order: each who is concerned hears in one mail', async () => {
    const order = await story.ordered(story.company, wish(20), 'DESK_CONTRACT', 500);
    const offers = await story.splits(order);
    expect(offers.length).toBeGreaterThan(1);
    await story.accepts(...offers);
    await story.passDays(60);
    const [due] = await told(order.id, 'milestones.due');
    // Every facility, and the desk.
    expect(due?.told).toBe(offers.length + 1);
    const [digest] = await story.api.db.query<[{ body: string }]>(
      `SELECT body FROM notification JOIN outbox_event ON outbox_event.id = event_id AND outbox_event.payload ->> 'workOrderId' = $1
       WHERE kind = 'milestones.due' AND organisation_id = $2`,
      [order.id, order.desk.id],
    );
    // The shares, and the order as a whole.
    expect(digest.body.match(/納品の日 .*：過ぎています/g)).toHaveLength(offers.length + 1);
  });
});
