import { addressesOf } from '../worker/worker-fixtures.js';
import { Story } from '../scenarios/story.js';

describe('what one person is sent', () => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin({}, 60);
  });
  afterAll(() => story.end());

  const sentTo = async (organisationId: string) => {
    const addresses = await addressesOf(story.api, organisationId);
    return story.mail
      .list()
      .filter(({ to }) => to.some((address) => addresses.includes(address)))
      .map(({ to, subject }) => `${to.join()} ${subject}`)
      .toReversed();
  };
  const mostFor = (sent: readonly string[]) => {
    const people = sent.map((line) => line.split(' ')[0]);
    return Math.max(...[...new Set(people)].map((who) => people.filter((each) => each === who).length));
  };

  it('of a share from offer to payment is six mails at most, the paper of an event in the mail about it', async () => {
    const wish = { title: 'アンケートの封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };
    const order = await story.ordered(story.company, wish, 'DESK_CONTRACT', 500);
    const offers = await story.splits(order);
    const [first] = offers;
    const facilityId = first!.facility.id;
    await story.of(first!);

    // An offer never waits.
    await story.quiet();
    const offered = await sentTo(facilityId);
    expect(offered.every((line) => line.includes('お仕事の依頼'))).toBe(true);
    expect(mostFor(offered)).toBe(1);

    await story.accepts(...offers);
    await story.passDays(1);
    await story.finishes(...offers);
    await story.quiet();
    // What is not urgent waits for what follows.
    expect((await sentTo(facilityId)).some((line) => line.includes('検品の結果'))).toBe(false);
    await story.passDays(1);
    const inspected = (await sentTo(facilityId)).filter((line) => line.includes('検品の結果'));
    expect(mostFor(inspected)).toBe(1);
    expect(inspected[0]).toMatch(/検品の結果.*書類\d通/u);

    const accepted = await story.buyerAccepts(story.company, order);
    await story.passDays(1);
    const between = { payerId: accepted.desk.id, payeeId: facilityId, kind: 'PAYMENT_NOTICE' };
    const notice = await story.bills(story.desk, accepted, between);
    await story.pays(notice);
    await story.passDays(1);

    const all = await sentTo(facilityId);
    expect([mostFor(all) <= 6, all]).toEqual([true, all]);
    const [waiting] = await story.api.db.query<[{ count: number }]>(
      `SELECT count(*)::int FROM notification WHERE channel = 'MAIL' AND status IN ('QUEUED', 'SENDING')`,
    );
    expect(waiting.count).toBe(0);

    const { workOrder } = await story.desk.ask<{
      workOrder: { told: { party: { id: string }; channel: string; state: string; kind: string }[] };
    }>('query ($id: ID!) { workOrder(id: $id) { told { party { id } channel state kind at openedAt person } } }', {
      id: order.id,
    });
    const toldFacility = workOrder.told.filter(({ party, channel }) => party.id === facilityId && channel === 'MAIL');
    expect(toldFacility.map(({ kind }) => kind)).toContain('assignment.offered');
    expect(new Set(toldFacility.map(({ state }) => state))).toEqual(new Set(['SENT']));
    const { workOrder: seenByBuyer } = await story.company.ask<{ workOrder: { told: unknown[] } }>(
      'query ($id: ID!) { workOrder(id: $id) { told { kind } } }',
      { id: order.id },
    );
    expect(seenByBuyer.told).toEqual([]);
  });
});
