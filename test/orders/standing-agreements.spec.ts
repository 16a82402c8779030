import fc from 'fast-check';
import { addDays, addWorkingDays, todayInTokyo } from '#yui/calendar';
import { AcceptAmendment, CancelWorkOrder, ProposeAmendment, RequestCancellation } from '#yui/changes';
import { EnteredForQueries, enterFor } from '#yui/correspondence';
import { SetBuyerTerms } from '#yui/directory';
import { OrderTerms, Quote, WorkOrderLine } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import {
  AddOccurrence,
  AgreeStandingOrder,
  AnswerOccurrences,
  CallOff,
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
import { outcome } from './outcome.js';

const today = todayInTokyo(new Date());
const later = addWorkingDays(today, 25);

describe('What was agreed for work that comes again', () => {
  let product: Product;
  let second: Product;
  let desk: PersonActor;
  let buyer: PersonActor;
  let cleaner: string;
  beforeAll(async () => {
    product = await createProduct();
    second = await product.another();
    desk = await product.as('DESK_ADMIN');
    buyer = await product.as('BUYER_ADMIN');
    const [row] = await product.db.query<[{ facility_id: string }]>(
      `SELECT facility_id FROM capability JOIN membership USING (facility_id)
       WHERE work_type_code = 'CLEANING' AND is_offered AND left_on IS NULL AND desk_id = $1 ORDER BY facility_id LIMIT 1`,
      [desk.organisationId],
    );
    cleaner = row.facility_id;
  });
  afterAll(() => product.close());

  interface Standing {
    readonly standingOrderId: string;
  }
  const key = <Id extends object>(id: Id) => ({ idempotencyKey: newKey(), ...id });
  const propose = async (more: object = {}): Promise<Standing> =>
    product.get(ProposeStandingOrder).execute(desk, {
      idempotencyKey: newKey(),
      buyerId: buyer.organisationId,
      title: '町役場の清掃',
      workTypeCode: 'CLEANING',
      contractType: 'DESK_CONTRACT',
      fromOn: addDays(today, 7),
      toOn: addDays(today, 120),
      rhythm: { kind: 'WEEKLY', weekdays: [2] },
      holidayRule: 'NEXT_WORKING_DAY',
      priceBasis: 'PER_UNIT',
      priceSen: 150_000,
      sites: [{ name: '本庁舎', quantity: 2 }],
      members: [{ facilityId: cleaner }],
      ...more,
    });
  const agreed = async (more: object = {}): Promise<Standing> => {
    const standing = await propose(more);
    await product.get(AgreeStandingOrder).execute(buyer, key(standing));
    return standing;
  };
  const onCall = (ceilingUnits: number) => agreed({ rhythm: { kind: 'ON_CALL' }, ceilingUnits, members: [] });
  const callOff = (standing: Standing, quantity: number, side = product) =>
    side.get(CallOff).execute(buyer, { ...key(standing), quantity, dueOn: later });
  const calledOff = async ({ standingOrderId }: Standing, actor = desk) =>
    product
      .get(OccurrenceQueries)
      .calledOff(actor, await product.get(StandingOrderQueries).get(actor, standingOrderId));
  const amend = async (workOrderId: string, quantity: number, side = product) => {
    const { id } = await product.db.manager.findOneByOrFail(WorkOrderLine, { workOrderId });
    const lines = [{ workOrderLineId: id, quantity }];
    const { amendmentId } = await side
      .get(ProposeAmendment)
      .execute(buyer, { ...key({ workOrderId, lines }), reason: '増減' });
    return side.get(AcceptAmendment).execute(desk, key({ amendmentId }));
  };
  const occurrencesOf = ({ standingOrderId }: Standing) =>
    product.db.manager.find(Occurrence, { where: { standingOrderId }, order: { dueOn: 'ASC', id: 'ASC' } });

  it('keeps price, tax and fee whatever the desk sets for the buyer later', async () => {
    const terms = product.get(SetBuyerTerms);
    const { organisationId: buyerId } = buyer;
    await terms.execute(desk, { buyerId, pricing: 'TAX_EXCLUSIVE', closingDay: 20 });
    const standing = await propose({ visibleDays: 120 });
    await terms.execute(desk, { buyerId, pricing: 'TAX_INCLUSIVE', closingDay: 31 });
    await product.get(AgreeStandingOrder).execute(buyer, key(standing));
    await product.db.query(`UPDATE desk SET fee_rate_permille = fee_rate_permille + 300 WHERE id = $1`, [
      desk.organisationId,
    ]);
    await product.get(AddOccurrence).execute(desk, { ...key(standing), dueOn: addDays(today, 20), sitePosition: 1 });
    while ((await product.get(PlaceComingOccurrences).execute()) > 0);
    await product.db.query(`UPDATE desk SET fee_rate_permille = fee_rate_permille - 300 WHERE id = $1`, [
      desk.organisationId,
    ]);
    await terms.execute(desk, { buyerId, pricing: 'TAX_EXCLUSIVE' });
    const occurrences = await occurrencesOf(standing);
    expect(occurrences.length).toBeGreaterThan(10);
    const frozen = new Set<string>();
    for (const { workOrderId } of occurrences) {
      const quote = await product.db.manager.findOneByOrFail(Quote, { workOrderId: workOrderId! });
      expect(quote).toMatchObject({ pricing: 'TAX_EXCLUSIVE', amountYen: 3000, taxYen: 300 });
      const kept = await product.db.manager.findOneByOrFail(OrderTerms, { workOrderId: workOrderId! });
      frozen.add(`${kept.pricing} ${kept.closingDay} ${kept.feeValue}`);
    }
    expect(frozen.size).toBe(1);
    expect([...frozen][0]).toMatch(/^TAX_EXCLUSIVE 20 /u);
    expect(await product.get(StandingOrderQueries).pricingOf(buyer, standing.standingOrderId)).toBe('TAX_EXCLUSIVE');
    const prices = await product.db.query<object[]>(
      `SELECT DISTINCT facility_unit_price_sen FROM occurrence_price JOIN occurrence ON occurrence.id = occurrence_id
       WHERE standing_order_id = $1`,
      [standing.standingOrderId],
    );
    expect(prices).toHaveLength(1);
  });

  it('refuses a price no order could be made at when it is proposed, and names the field', async () => {
    const refused = (more: object) => outcome(propose(more));
    const three = { sites: [{ name: '本庁舎', quantity: 3 }] };
    expect(await refused({ ...three, priceBasis: 'PER_OCCURRENCE', priceSen: 10_000 })).toBe(
      'STANDING_ORDER.PRICE_NOT_DIVISIBLE',
    );
    expect(await refused({ ...three, priceBasis: 'PER_MONTH', priceSen: 10_000 })).toBe(
      'STANDING_ORDER.PRICE_NOT_DIVISIBLE',
    );
    const facilities = { ...three, priceBasis: 'PER_OCCURRENCE', priceSen: 30_000, facilityPriceSen: 10_000 };
    await expect(propose(facilities)).rejects.toMatchObject({
      code: 'STANDING_ORDER.PRICE_NOT_DIVISIBLE',
      details: { fields: [{ path: 'facilityPriceSen' }] },
    });
    expect(await refused({ facilityPriceSen: 150_001 })).toBe('QUOTE.FACILITY_PRICE_TOO_HIGH');
    expect(await refused({ rhythm: { kind: 'ON_CALL' }, ceilingUnits: 10, facilityPriceSen: 150_001 })).toBe(
      'QUOTE.FACILITY_PRICE_TOO_HIGH',
    );
    expect(await refused({ ...three, priceBasis: 'PER_OCCURRENCE', priceSen: 30_000 })).toBe('ok');
  });

  it('gives the units of a cancelled call-off back, and counts a change of one', async () => {
    const standing = await onCall(100);
    const first = await callOff(standing, 60);
    await expect(callOff(standing, 41)).rejects.toThrow('OCCURRENCE.CEILING_EXCEEDED');
    await expect(amend(first.workOrderId, 101)).rejects.toThrow('OCCURRENCE.CEILING_EXCEEDED');
    await amend(first.workOrderId, 90);
    expect(await calledOff(standing)).toBe(90);
    await expect(callOff(standing, 11)).rejects.toThrow('OCCURRENCE.CEILING_EXCEEDED');
    await amend(first.workOrderId, 20);
    const other = await callOff(standing, 80);
    await product
      .get(RequestCancellation)
      .execute(buyer, { ...key({ workOrderId: other.workOrderId }), reason: '中止' });
    expect(await calledOff(standing)).toBe(100);
    await product.get(CancelWorkOrder).execute(desk, { ...key({ workOrderId: other.workOrderId }), reason: '中止' });
    expect([await calledOff(standing), await calledOff(standing, buyer)]).toEqual([20, 20]);
    await callOff(standing, 80);
  });

  it('never exceeds the ceiling, however call-offs, changes and cancellations come at once', async () => {
    const act = fc.record({ what: fc.constantFrom('call', 'amend', 'cancel'), units: fc.integer({ min: 1, max: 70 }) });
    await assertProperty(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
        const standing = await onCall(100);
        const { workOrderId } = await callOff(standing, 30);
        const said = await Promise.all(
          acts.map(({ what, units }, index) => {
            const side = index % 2 === 0 ? product : second;
            if (what === 'call') return outcome(callOff(standing, units, side));
            if (what === 'amend') return outcome(amend(workOrderId, units, side));
            return outcome(side.get(CancelWorkOrder).execute(desk, { ...key({ workOrderId }), reason: '中止' }));
          }),
        );
        for (const one of said)
          expect(['ok', 'OCCURRENCE', 'AMENDMENT', 'TRANSITION', 'PLATFORM']).toContain(one.split('.')[0]);
        expect(await calledOff(standing)).toBeLessThanOrEqual(100);
      }),
      { numRuns: 6 },
    );
  });

  it('plans an added date beside what the facility is asked about already', async () => {
    const members = { members: [{ facilityId: cleaner }] };
    const standing = await agreed(members);
    await product.get(PlanOccurrences).execute(desk, key(standing));
    await product.get(OfferOccurrences).execute(desk, key(standing));
    const [busy] = (await product.db.manager.findBy(OccurrenceShare, { ...standing, facilityId: cleaner })).filter(
      ({ status }) => status === 'OFFERED',
    );
    const { dueOn } = await product.db.manager.findOneByOrFail(Occurrence, { id: busy!.occurrenceId });
    // As much as the facility could do on that day if nobody had asked it for anything, of this order and of another one.
    await product.db.query(`UPDATE occurrence_share SET units = 1000000 WHERE id = $1`, [busy!.id]);
    const other = await agreed({ ...members, title: '支所の清掃' });
    await product.get(AddOccurrence).execute(desk, { ...key(standing), dueOn, sitePosition: 1 });
    await product.get(AddOccurrence).execute(desk, { ...key(other), dueOn, sitePosition: 1 });
    await product.get(PlanOccurrences).execute(desk, key(other));
    for (const { standingOrderId } of [standing, other]) {
      const on = await product.db.manager.findBy(Occurrence, { standingOrderId, dueOn, origin: 'ADDED' });
      expect(on).toHaveLength(1);
      expect(await product.db.manager.countBy(OccurrenceShare, { occurrenceId: on[0]!.id })).toBe(0);
    }
    await product.db.query(`UPDATE occurrence_share SET units = 2 WHERE id = $1`, [busy!.id]);
  });

  it('shows the desk a date nobody did until it is moved or omitted', async () => {
    const standing = await agreed();
    const [first, next] = await occurrencesOf(standing);
    const yesterday = addDays(today, -1);
    await product.db.query(`UPDATE occurrence SET start_on = $2, due_on = $2 WHERE id = ANY ($1)`, [
      [first!.id, next!.id],
      yesterday,
    ]);
    await product.get(PlaceComingOccurrences).execute();
    const missed = async (actor = desk) =>
      (await product.get(OccurrenceQueries).missed(actor, { first: 20 })).items.filter(
        ({ standingOrderId }) => standingOrderId === standing.standingOrderId,
      );
    expect((await missed()).map(({ id, dueOn }) => [id, dueOn]).sort()).toEqual(
      [first!.id, next!.id].sort().map((id) => [id, yesterday]),
    );
    expect(await missed(await product.as('DESK_ADMIN', first!.buyerId))).toEqual([]);
    await product.get(SkipOccurrence).execute(desk, { ...key({ occurrenceId: first!.id }), reason: '休館' });
    await product.get(MoveOccurrence).execute(desk, { ...key({ occurrenceId: next!.id }), dueOn: addDays(today, 40) });
    expect(await missed()).toEqual([]);
  });

  it('moves what its order has by now, and no order whose work has begun', async () => {
    const standing = await agreed({ visibleDays: 60 });
    await product.get(PlanOccurrences).execute(desk, key(standing));
    await product.get(OfferOccurrences).execute(desk, key(standing));
    await product
      .get(AnswerOccurrences)
      .execute(await product.as('FACILITY_ADMIN', cleaner), { ...key(standing), isYes: true });
    while ((await product.get(PlaceComingOccurrences).execute()) > 0);
    const [one, begun] = (await occurrencesOf(standing)).filter(({ workOrderId }) => workOrderId !== null);
    await amend(one!.workOrderId!, 3);
    await product.get(MoveOccurrence).execute(desk, { ...key({ occurrenceId: one!.id }), dueOn: addDays(today, 70) });
    const moved = await product.db.manager.findOneByOrFail(Occurrence, { movedFromId: one!.id });
    expect(moved.quantity).toBe(3);
    await product.db.query(`UPDATE assignment SET status = 'IN_PROGRESS' WHERE work_order_id = $1`, [
      begun!.workOrderId,
    ]);
    await expect(
      product.get(MoveOccurrence).execute(desk, { ...key({ occurrenceId: begun!.id }), dueOn: addDays(today, 70) }),
    ).rejects.toThrow('OCCURRENCE.BEGUN');
    await product.db.query(`UPDATE assignment SET status = 'ACCEPTED' WHERE work_order_id = $1`, [begun!.workOrderId]);
  });

  it('is agreed, answered, called off and accepted by telephone and fax, entered by the desk', async () => {
    const said = { saidBy: '総務課 山本', channel: 'PHONE' as const, note: '年度の分をお願いします、とのこと' };
    const forBuyer = (operation: string, more: object = {}) =>
      enterFor(desk, operation, { buyerId: buyer.organisationId, ...said, ...more });
    const standing = await propose({ visibleDays: 60 });
    const agree = async (more: object = {}) =>
      product.get(AgreeStandingOrder).execute(forBuyer('agreeStandingOrder', more), key(standing));
    await expect(agree({ note: '' })).rejects.toThrow('ENTERED_FOR.EVIDENCE_MISSING');
    await agree();
    await product.get(PlanOccurrences).execute(desk, key(standing));
    await product.get(OfferOccurrences).execute(desk, key(standing));
    const facility = enterFor(desk, 'answerOccurrences', { facilityId: cleaner, ...said, channel: 'FAX' });
    await product.get(AnswerOccurrences).execute(facility, { ...key(standing), isYes: true });
    const contract = await onCall(50);
    const { workOrderId } = await product
      .get(CallOff)
      .execute(forBuyer('callOff'), { ...key(contract), quantity: 5, dueOn: later });
    const queries = product.get(EnteredForQueries);
    const ids = [standing.standingOrderId, contract.standingOrderId];
    const read = async (actor: PersonActor) => {
      const views = await queries.ofStandingOrders(actor, ids);
      return ids.map((id) => (views.get(id) ?? []).map(({ operation, channel }) => `${operation} ${channel}`));
    };
    expect(await read(desk)).toEqual([['answerOccurrences FAX', 'agreeStandingOrder PHONE'], ['callOff PHONE']]);
    expect(await read(buyer)).toEqual([['agreeStandingOrder PHONE'], ['callOff PHONE']]);
    expect((await queries.ofOrders(buyer, [workOrderId])).get(workOrderId)).toHaveLength(1);
    const told = await product.db.query<{ name: string }[]>(
      `SELECT name FROM outbox_event WHERE name LIKE '%entered-for%' AND payload ->> 'standingOrderId' = $1`,
      [standing.standingOrderId],
    );
    expect(told).toHaveLength(2);
  });
});
