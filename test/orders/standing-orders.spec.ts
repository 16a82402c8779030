import fc from 'fast-check';
import { addDays, addWorkingDays, todayInTokyo, weekday } from '#yui/calendar';
import { Capability, SetCalendarExceptions } from '#yui/directory';
import { Assignment, InspectDelivery, ReportDelivery } from '#yui/fulfilment';
import { Step, WorkOrder } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import {
  AcceptMonth,
  AddOccurrence,
  AgreeStandingOrder,
  AnswerOccurrences,
  CallOff,
  EndStandingOrder,
  MoveOccurrence,
  Occurrence,
  OccurrenceQueries,
  OccurrenceShare,
  OfferOccurrences,
  PlaceComingOccurrences,
  PlanOccurrences,
  ProposeStandingOrder,
  SkipOccurrence,
  StandingOrderQueries,
} from '#yui/recurring';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assertProperty } from '../harness/property.js';
import { promisedSeconds } from './order-fixtures.js';
import { outcome } from './outcome.js';

const today = todayInTokyo(new Date());

describe('Work that comes again', () => {
  let product: Product;
  let second: Product;
  let desk: PersonActor;
  let buyer: PersonActor;
  let cleaners: string[];
  beforeAll(async () => {
    product = await createProduct();
    second = await product.another();
    desk = await product.as('DESK_COORDINATOR');
    buyer = await product.as('BUYER_ADMIN');
    const rows = await product.db.query<{ facility_id: string }[]>(
      `SELECT facility_id FROM capability JOIN membership USING (facility_id)
       WHERE work_type_code = 'CLEANING' AND is_offered AND left_on IS NULL AND desk_id = $1 ORDER BY facility_id LIMIT 3`,
      [desk.organisationId],
    );
    cleaners = rows.map((row) => row.facility_id);
  });
  afterAll(() => product.close());

  const facility = (id: string) => product.as('FACILITY_ADMIN', id);
  const propose = async (more: object = {}) => {
    const { standingOrderId } = await product.get(ProposeStandingOrder).execute(desk, {
      idempotencyKey: newKey(),
      buyerId: buyer.organisationId,
      title: '町役場の清掃',
      workTypeCode: 'CLEANING',
      contractType: 'DESK_CONTRACT',
      fromOn: addDays(today, 7),
      toOn: addDays(today, 370),
      rhythm: { kind: 'WEEKLY', weekdays: [2] },
      holidayRule: 'NEXT_WORKING_DAY',
      priceBasis: 'PER_UNIT',
      priceSen: 150_000,
      sites: [{ name: '本庁舎', quantity: 2 }],
      members: cleaners.map((facilityId) => ({ facilityId })),
      ...more,
    });
    return { standingOrderId };
  };
  const key = (id: { standingOrderId: string }) => ({ idempotencyKey: newKey(), ...id });
  const agreed = async (more: object = {}) => {
    const standing = await propose(more);
    await product.get(AgreeStandingOrder).execute(buyer, key(standing));
    return standing;
  };
  const occurrencesOf = ({ standingOrderId }: { standingOrderId: string }) =>
    product.db.manager.find(Occurrence, { where: { standingOrderId }, order: { dueOn: 'ASC', id: 'ASC' } });
  const sharesOf = ({ standingOrderId }: { standingOrderId: string }) =>
    product.db.manager.findBy(OccurrenceShare, { standingOrderId });
  const plan = (standing: { standingOrderId: string }, more: object = {}) =>
    product.get(PlanOccurrences).execute(desk, { ...key(standing), ...more });
  const offer = (standing: { standingOrderId: string }) => product.get(OfferOccurrences).execute(desk, key(standing));
  const answer = async (standing: { standingOrderId: string }, id: string, isYes = true) =>
    product.get(AnswerOccurrences).execute(await facility(id), { ...key(standing), isYes });
  const answerAll = async (standing: { standingOrderId: string }) => {
    const asked = (await sharesOf(standing)).filter(({ status }) => status === 'OFFERED');
    for (const id of [...new Set(asked.map(({ facilityId }) => facilityId))]) await answer(standing, id);
  };
  const end = (standing: { standingOrderId: string }) =>
    product.get(EndStandingOrder).execute(desk, { ...key(standing), reason: '年度の途中で終わるため' });
  const showAll = async () => {
    while ((await product.get(PlaceComingOccurrences).execute()) > 0);
  };
  const expectSameBooks = async () => {
    const { booked, carried } = await promisedSeconds(product);
    expect(booked).toBe(carried);
  };

  it('is agreed once, planned in one press, and agreed by the facilities with all their capacity', async () => {
    const before = await promisedSeconds(product);
    const standing = await agreed();
    const occurrences = await occurrencesOf(standing);
    expect(occurrences.length).toBeGreaterThan(45);
    expect(occurrences.every(({ dueOn }) => weekday(dueOn) <= 5)).toBe(true);
    const planned = await plan(standing);
    expect(planned).toMatchObject({ placed: occurrences.length, open: 0, kept: 0 });
    const counts = cleaners.map(
      async (id) => (await sharesOf(standing)).filter((share) => share.facilityId === id).length,
    );
    const had = await Promise.all(counts);
    expect(Math.max(...had) - Math.min(...had)).toBeLessThanOrEqual(1);
    // Nobody knows of it, and nothing is promised, before the desk asks and the facility says yes.
    expect(await promisedSeconds(product)).toEqual(before);
    expect(await product.get(OccurrenceQueries).comingOf(await facility(cleaners[0]!))).toEqual([]);
    await offer(standing);
    await answerAll(standing);
    const held = await sharesOf(standing);
    const seconds = held.reduce((sum, { units, secondsPerUnit }) => sum + units * secondsPerUnit, 0);
    expect((await promisedSeconds(product)).booked).toBe(before.booked + seconds);
    await expectSameBooks();
    await expect(answer(standing, cleaners[0]!)).rejects.toThrow('OCCURRENCE.NOTHING_TO_ANSWER');
    await end(standing);
    expect(await promisedSeconds(product)).toEqual(before);
  });

  it('becomes an order some weeks ahead, bound, without taking capacity twice, and goes on as any other', async () => {
    const before = await promisedSeconds(product);
    const standing = await agreed({ toOn: addDays(today, 60), visibleDays: 14 });
    await plan(standing);
    await offer(standing);
    await answerAll(standing);
    const held = await promisedSeconds(product);
    await showAll();
    expect(await promisedSeconds(product)).toEqual(held);
    await expectSameBooks();
    const ordered = (await occurrencesOf(standing)).filter(({ status }) => status === 'ORDERED');
    expect(ordered.length).toBeGreaterThan(0);
    expect(ordered.every(({ visibleOn }) => visibleOn <= today)).toBe(true);
    const { workOrderId, dueOn, startOn } = ordered[0]!;
    const order = await product.db.manager.findOneByOrFail(WorkOrder, { id: workOrderId! });
    expect(order.status).toBe('IN_PRODUCTION');
    expect(await product.db.manager.findOneByOrFail(Step, { workOrderId: order.id })).toMatchObject({ startOn, dueOn });
    const [assignment] = await product.db.manager.findBy(Assignment, { workOrderId: order.id });
    expect(assignment).toMatchObject({ status: 'ACCEPTED', dueOn, offeredUnits: 2, acceptedUnits: 2 });

    for (const { workOrderId: id } of ordered) {
      const [share] = await product.db.manager.findBy(Assignment, { workOrderId: id! });
      const { deliveryId } = await product
        .get(ReportDelivery)
        .execute(await facility(share!.facilityId), { idempotencyKey: newKey(), assignmentId: share!.id, units: 2 });
      await product.get(InspectDelivery).execute(desk, { idempotencyKey: newKey(), deliveryId, defectUnits: 0 });
    }
    const months = [...new Set(ordered.map((row) => row.dueOn.slice(0, 7)))];
    let accepted = 0;
    for (const month of months) {
      const result = await product.get(AcceptMonth).execute(buyer, { ...key(standing), month: `${month}-01` as never });
      accepted += result.accepted;
    }
    expect(accepted).toBe(ordered.length);
    await expect(
      product.get(AcceptMonth).execute(buyer, { ...key(standing), month: `${months[0]}-01` as never }),
    ).rejects.toThrow('OCCURRENCE.NOTHING_TO_ACCEPT');
    await end(standing);
    expect(await promisedSeconds(product)).toEqual(before);
  });

  it('is shown by any number of workers once', async () => {
    const standing = await agreed({ toOn: addDays(today, 90), visibleDays: 90 });
    await plan(standing);
    await offer(standing);
    await answerAll(standing);
    const held = await promisedSeconds(product);
    await Promise.all([product, second, product, second].map((side) => side.get(PlaceComingOccurrences).execute()));
    await showAll();
    const occurrences = await occurrencesOf(standing);
    expect(occurrences.every(({ status }) => status === 'ORDERED')).toBe(true);
    expect(new Set(occurrences.map(({ workOrderId }) => workOrderId)).size).toBe(occurrences.length);
    expect(await promisedSeconds(product)).toEqual(held);
    for (const { id } of occurrences) {
      await product.get(SkipOccurrence).execute(desk, { idempotencyKey: newKey(), occurrenceId: id, reason: '休館' });
    }
    await end(standing);
    await expectSameBooks();
  });

  it('skips, moves and adds a date, before and after it is an order', async () => {
    const before = await promisedSeconds(product);
    const standing = await agreed({ toOn: addDays(today, 60), visibleDays: 14 });
    await plan(standing);
    await offer(standing);
    await answerAll(standing);
    await showAll();
    const all = await occurrencesOf(standing);
    const ordered = all.find(({ status }) => status === 'ORDERED')!;
    const coming = all.findLast(({ status }) => status === 'COMING')!;
    const to = addWorkingDays(ordered.dueOn, 1);
    await product.get(MoveOccurrence).execute(desk, { idempotencyKey: newKey(), occurrenceId: ordered.id, dueOn: to });
    await product
      .get(SkipOccurrence)
      .execute(desk, { idempotencyKey: newKey(), occurrenceId: coming.id, reason: '休館日のため' });
    await product.get(AddOccurrence).execute(desk, { ...key(standing), dueOn: addDays(today, 30), sitePosition: 1 });
    const now = await occurrencesOf(standing);
    expect(now.find(({ id }) => id === ordered.id)?.status).toBe('SKIPPED');
    expect(now.find(({ id }) => id === coming.id)?.status).toBe('SKIPPED');
    const moved = now.find(({ movedFromId }) => movedFromId === ordered.id)!;
    expect(moved).toMatchObject({ origin: 'MOVED', dueOn: to, plannedOn: ordered.plannedOn, status: 'COMING' });
    const order = await product.db.manager.findOneByOrFail(WorkOrder, { id: ordered.workOrderId! });
    expect(order.status).toBe('CANCELLED');
    const shares = await sharesOf(standing);
    expect(shares.filter(({ occurrenceId }) => occurrenceId === moved.id).map(({ status }) => status)).toEqual([
      'OFFERED',
    ]);
    await expect(
      product.get(MoveOccurrence).execute(desk, { idempotencyKey: newKey(), occurrenceId: coming.id, dueOn: to }),
    ).rejects.toThrow('OCCURRENCE.SKIPPED_BEFORE');
    await expect(
      product.get(AddOccurrence).execute(desk, { ...key(standing), dueOn: today, sitePosition: 1 }),
    ).rejects.toThrow('OCCURRENCE.OUT_OF_PERIOD');
    await expectSameBooks();
    for (const { id, status } of await occurrencesOf(standing)) {
      if (status === 'SKIPPED') continue;
      await product.get(SkipOccurrence).execute(desk, { idempotencyKey: newKey(), occurrenceId: id, reason: '終了' });
    }
    await end(standing);
    expect(await promisedSeconds(product)).toEqual(before);
  });

  it('is planned again where a facility is away, and leaves everybody else alone', async () => {
    const standing = await agreed({ toOn: addDays(today, 120) });
    await plan(standing);
    await offer(standing);
    await answerAll(standing);
    const before = await sharesOf(standing);
    const [away] = cleaners;
    const absence = { facilityId: away!, from: addDays(today, 7), to: addDays(today, 60) };
    const result = await plan(standing, { absences: [absence] });
    expect(result.open).toBe(0);
    const occurrences = new Map((await occurrencesOf(standing)).map((row) => [row.id, row]));
    const after = await sharesOf(standing);
    const live = after.filter(({ status }) => ['PLANNED', 'OFFERED', 'AGREED'].includes(status));
    expect(
      live.filter(
        ({ facilityId, occurrenceId }) => facilityId === away && occurrences.get(occurrenceId)!.dueOn <= absence.to,
      ),
    ).toEqual([]);
    const others = before.filter(({ facilityId }) => facilityId !== away).map(({ id }) => id);
    expect(after.filter(({ id }) => others.includes(id)).every(({ status }) => status === 'AGREED')).toBe(true);
    await expectSameBooks();
    await end(standing);
  });

  it('asks nobody again about a date they said no to, and of a plan that is only looked at, only about what was added', async () => {
    const standing = await agreed({ toOn: addDays(today, 60) });
    await plan(standing);
    const planned = await sharesOf(standing);
    await product.get(AddOccurrence).execute(desk, { ...key(standing), dueOn: addDays(today, 30), sitePosition: 1 });
    const still = (await sharesOf(standing)).filter(({ id }) => planned.some((share) => share.id === id));
    expect(new Set(still.map(({ status }) => status))).toEqual(new Set(['PLANNED']));
    await offer(standing);
    const [no] = cleaners;
    await answer(standing, no!, false);
    const refused = (await sharesOf(standing)).filter(({ status }) => status === 'DECLINED');
    expect(refused.length).toBeGreaterThan(0);
    await plan(standing);
    const live = (await sharesOf(standing)).filter(({ status }) => ['PLANNED', 'OFFERED', 'AGREED'].includes(status));
    const again = refused.filter(({ occurrenceId }) =>
      live.some((share) => share.occurrenceId === occurrenceId && share.facilityId === no),
    );
    expect(again).toEqual([]);
    await end(standing);
  });

  it('refuses a yes to dates that are taken meanwhile, whole, and says which', async () => {
    const [id] = cleaners;
    const standing = await agreed({ toOn: addDays(today, 40), members: [{ facilityId: id }] });
    await plan(standing);
    await offer(standing);
    const before = await promisedSeconds(product);
    const [first] = await occurrencesOf(standing);
    await product
      .get(SetCalendarExceptions)
      .execute(await facility(id!), { facilityId: id!, days: [{ day: first!.dueOn, workMinutes: 0 }] });
    await expect(answer(standing, id!)).rejects.toThrow('CAPACITY.DATES_EXCEEDED');
    expect(await promisedSeconds(product)).toEqual(before);
    // Planned again, the date is open, and the others are asked about as before.
    expect((await plan(standing)).open).toBe(0);
    await product
      .get(SetCalendarExceptions)
      .execute(await facility(id!), { facilityId: id!, days: [{ day: first!.dueOn, workMinutes: null }] });
    await end(standing);
  });

  it('never lets call-offs exceed the ceiling, however many come at once', async () => {
    const standing = await agreed({
      rhythm: { kind: 'ON_CALL' },
      ceilingUnits: 100,
      members: [],
      sites: [{ name: '本庁舎', quantity: 1 }],
    });
    const quantities = [30, 40, 25, 50, 10, 35];
    const outcomes = await Promise.all(
      quantities.map((quantity, index) =>
        outcome(
          (index % 2 === 0 ? product : second)
            .get(CallOff)
            .execute(buyer, { ...key(standing), quantity, dueOn: addDays(today, 30) }),
        ),
      ),
    );
    const occurrences = await occurrencesOf(standing);
    const called = occurrences.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(called).toBeLessThanOrEqual(100);
    expect(called).toBeGreaterThan(50);
    expect(occurrences.every(({ workOrderId }) => workOrderId !== null)).toBe(true);
    expect(outcomes.filter((one) => one !== 'ok' && one !== 'OCCURRENCE.CEILING_EXCEEDED')).toEqual([]);
    const left = 100 - called;
    await expect(
      product.get(CallOff).execute(buyer, { ...key(standing), quantity: left + 1, dueOn: addDays(today, 30) }),
    ).rejects.toThrow('OCCURRENCE.CEILING_EXCEEDED');
    await end(standing);
  });

  it('is seen by its own buyer and desk alone', async () => {
    const standing = await propose();
    const queries = product.get(StandingOrderQueries);
    expect((await queries.get(buyer, standing.standingOrderId)).title).toBe('町役場の清掃');
    const [other] = await product.db.query<[{ id: string }]>('SELECT id FROM buyer WHERE id <> $1 LIMIT 1', [
      buyer.organisationId,
    ]);
    const stranger = await product.as('BUYER_ADMIN', other.id);
    await expect(queries.get(stranger, standing.standingOrderId)).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(product.get(AgreeStandingOrder).execute(stranger, key(standing))).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(answer(standing, cleaners[0]!)).rejects.toThrow('ACCESS.NOT_FOUND');
    await expect(plan(standing)).rejects.toThrow('STANDING_ORDER.NOT_ACTIVE');
  });

  it('plans 400 dates of a year in one press', async () => {
    const standing = await agreed({
      rhythm: { kind: 'WEEKLY', weekdays: [1, 2, 3, 4] },
      sites: [
        { name: '本庁舎', quantity: 1 },
        { name: '支所', quantity: 1 },
      ],
    });
    const count = (await occurrencesOf(standing)).length;
    expect(count).toBeGreaterThan(380);
    const result = await plan(standing);
    expect(result.placed + result.open).toBe(count);
    await offer(standing);
    await answerAll(standing);
    await expectSameBooks();
    await end(standing);
  });

  it('keeps its books whatever is done to it, in any order', async () => {
    const before = await promisedSeconds(product);
    const act = fc.record({
      what: fc.constantFrom('plan', 'offer', 'yes', 'no', 'skip', 'move', 'add', 'show', 'away'),
      at: fc.nat(50),
    });
    await assertProperty(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const standing = await agreed({ toOn: addDays(today, 50), visibleDays: 12 });
        for (const { what, at } of acts) {
          const all = await occurrencesOf(standing);
          const one = all[at % all.length]!;
          const id = cleaners[at % cleaners.length]!;
          const single = { idempotencyKey: newKey(), occurrenceId: one.id };
          const dueOn = addDays(today, 8 + (at % 40));
          const doing = {
            plan: () => plan(standing),
            away: () => plan(standing, { absences: [{ facilityId: id, from: today, to: addDays(today, 25) }] }),
            offer: () => offer(standing),
            yes: () => answer(standing, id),
            no: () => answer(standing, id, false),
            skip: () => product.get(SkipOccurrence).execute(desk, { ...single, reason: '休み' }),
            move: () => product.get(MoveOccurrence).execute(desk, { ...single, dueOn }),
            add: () => product.get(AddOccurrence).execute(desk, { ...key(standing), dueOn, sitePosition: 1 }),
            show: () => showAll(),
          }[what as 'plan'];
          const said = await outcome(doing());
          expect(['ok', 'OCCURRENCE', 'CAPACITY', 'ACCESS', 'TRANSITION']).toContain(said.split('.')[0]);
          await expectSameBooks();
          const twice = await product.db.query<object[]>(
            `SELECT o.id FROM occurrence o JOIN occurrence_share s ON s.occurrence_id = o.id AND s.status = 'AGREED'
             JOIN capacity_promise p ON p.occurrence_share_id = s.id WHERE o.status <> 'COMING'
             UNION SELECT s.occurrence_id FROM occurrence_share s LEFT JOIN capacity_promise p ON p.occurrence_share_id = s.id
             WHERE (s.status = 'AGREED') <> (p.units IS NOT NULL)
             UNION SELECT o.id FROM occurrence o JOIN occurrence_share s ON s.occurrence_id = o.id
             WHERE s.status IN ('PLANNED', 'OFFERED', 'AGREED') GROUP BY o.id HAVING sum(s.units) > o.quantity`,
          );
          expect(twice).toEqual([]);
        }
        for (const { id, status } of await occurrencesOf(standing)) {
          if (status === 'SKIPPED') continue;
          const input = { idempotencyKey: newKey(), occurrenceId: id, reason: '終了' };
          await product.get(SkipOccurrence).execute(desk, input);
        }
        await end(standing);
        expect(await promisedSeconds(product)).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });

  it('does not plan what nobody offers', async () => {
    const standing = await agreed({ workTypeCode: 'WEEDING', sites: [{ name: '公園', quantity: 1 }] });
    const [capability] = await product.db.manager.findBy(Capability, { workTypeCode: 'WEEDING' });
    const offers = cleaners.includes(capability?.facilityId ?? '');
    const { open, placed } = await plan(standing);
    expect(open + placed).toBe((await occurrencesOf(standing)).length);
    if (!offers) expect(placed).toBeGreaterThanOrEqual(0);
    await end(standing);
  });
});
