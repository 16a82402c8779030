import { addDays, addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  AcceptAssignment,
  type Assignment,
  ExpireAssignments,
  ForecastQueries,
  InspectDelivery,
  QualityQueries,
  ReportDelivery,
  ReportProgress,
  WarnOfLateWork,
} from '#yui/fulfilment';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, splitAndSend } from './order-fixtures.js';

describe('Pace and quality', () => {
  let product: Product;
  const today = todayInTokyo(new Date());

  beforeAll(async () => {
    product = await createProduct();
  });
  afterEach(() => product.db.query(`UPDATE clock_shift SET shift = interval '0'`));
  afterAll(() => product.close());

  const moveClockTo = async (day: LocalDate, time = '10:00:00') =>
    product.db.query<unknown>('UPDATE clock_shift SET shift = $1::timestamptz - now()', [`${day}T${time}+09:00`]);
  const facilityOf = (row: Assignment) => product.as('FACILITY_ADMIN', row.facilityId);
  const key = (row: Assignment) => ({ idempotencyKey: newKey(), assignmentId: row.id });
  const acceptedShares = async (quantity: number, workingDays = 20) => {
    const order = await placedOrder(product, quantity, workingDays);
    await splitAndSend(product, order.lineId);
    for (const row of await assignmentsOf(product, order.workOrderId)) {
      await product.get(AcceptAssignment).execute(await facilityOf(row), key(row));
    }
    return { order, shares: await assignmentsOf(product, order.workOrderId) };
  };
  const lookAll = async () => {
    while ((await product.get(WarnOfLateWork).execute()) > 0);
  };
  const warnings = async (row: Assignment) =>
    (
      await product.db.query<[{ count: number }]>(
        `SELECT count(*) AS count FROM outbox_event
         WHERE name = 'assignment.running-late' AND payload->>'assignmentId' = $1`,
        [row.id],
      )
    )[0].count;

  it('warns the desk of shares that stand still or are too slow, once a stage, and of no other', async () => {
    const { order, shares } = await acceptedShares(6000);
    const [silent, fast, slow] = shares as [Assignment, Assignment, Assignment];
    const dueOn = silent.dueOn;
    expect(new Set(shares.map((row) => row.dueOn))).toEqual(new Set([dueOn]));
    await moveClockTo(addWorkingDays(dueOn, -6));
    const report = async (row: Assignment, doneUnits: number) =>
      product.get(ReportProgress).execute(await facilityOf(row), { ...key(row), doneUnits });
    await report(fast, (fast.acceptedUnits ?? 0) - 1);
    await report(slow, 1);
    await lookAll();
    expect(await warnings(silent)).toBe(0);

    const [forecast] = await product.get(ForecastQueries).ofAssignments(order.desk, [fast.id]);
    expect(forecast).toMatchObject({ assignmentId: fast.id, isLate: false });
    const other = await facilityOf(slow);
    expect(await product.get(ForecastQueries).ofAssignments(other, [fast.id])).toEqual([]);
    expect(await product.get(ForecastQueries).ofAssignments(order.buyer, [fast.id])).toEqual([]);

    await moveClockTo(addWorkingDays(dueOn, -3));
    const second = await product.another();
    await Promise.all([lookAll(), second.get(WarnOfLateWork).execute(), second.get(WarnOfLateWork).execute()]);
    await lookAll();
    expect([await warnings(silent), await warnings(fast), await warnings(slow)]).toEqual([1, 0, 1]);
    await moveClockTo(dueOn);
    await lookAll();
    await lookAll();
    expect([await warnings(silent), await warnings(fast), await warnings(slow)]).toEqual([2, 0, 2]);
    await product
      .get(ReportDelivery)
      .execute(await facilityOf(silent), { ...key(silent), units: silent.acceptedUnits ?? 0 });
    await moveClockTo(addDays(dueOn, 1));
    await lookAll();
    expect([await warnings(silent), await warnings(slow)]).toEqual([2, 3]);
  });

  it('is told in numbers of the last twelve months, and in no rate with too few facts', async () => {
    const before = await product.get(QualityQueries).list(await product.as('DESK_COORDINATOR'));
    expect(before.length).toBeGreaterThan(5);
    const { order, shares } = await acceptedShares(600, 24);
    const [share] = shares as [Assignment];
    const own = async (actor = order.desk) =>
      (await product.get(QualityQueries).list(actor, [share.facilityId])).find(
        (row) => row.facilityId === share.facilityId,
      );
    const start = (await own())!;
    const inspect = async (units: number, defectUnits: number) => {
      const { deliveryId } = await product
        .get(ReportDelivery)
        .execute(await facilityOf(share), { ...key(share), units });
      await product.get(InspectDelivery).execute(order.desk, {
        idempotencyKey: newKey(),
        deliveryId,
        defectUnits,
        ...(defectUnits > 0 ? { defectHandling: 'REDUCE' as const } : {}),
      });
    };
    const units = share.acceptedUnits ?? 0;
    await inspect(100, 0);
    expect(await own()).toMatchObject({
      inspections: start.inspections + 1,
      inspectedUnits: start.inspectedUnits + 100,
    });
    if (start.inspections === 0) expect((await own())?.defectPermille).toBeNull();
    await inspect(100, 5);
    await inspect(units - 200, 0);
    const after = (await own())!;
    expect(after.defectUnits).toBe(start.defectUnits + 5);
    expect(after.defectPermille).toBe(Math.round((after.defectUnits * 1000) / after.inspectedUnits));
    expect(after).toMatchObject({ offers: start.offers, answeredOffers: start.answeredOffers });

    await moveClockTo(share.dueOn);
    const onTheDay = (await own())!;
    await moveClockTo(addDays(share.dueOn, 1));
    expect(await own()).toMatchObject({
      dueShares: onTheDay.dueShares + 1,
      onTimeShares: onTheDay.onTimeShares + 1,
    });
    const facility = await facilityOf(share);
    expect(await own(facility)).toMatchObject({ deskId: order.desk.organisationId, defectUnits: after.defectUnits });
    expect(await product.get(QualityQueries).list(order.buyer)).toEqual([]);

    await moveClockTo(addDays(today, 800));
    expect(await own()).toMatchObject({ inspections: 0, dueShares: 0, offers: 0, defectPermille: null });
  });

  it('counts an offer nobody answered', async () => {
    const order = await placedOrder(product, 600);
    await splitAndSend(product, order.lineId);
    const [offer] = (await assignmentsOf(product, order.workOrderId)) as [Assignment];
    const own = async () => (await product.get(QualityQueries).list(order.desk, [offer.facilityId]))[0]!;
    const before = await own();
    await product.db.query('UPDATE clock_shift SET shift = $1::timestamptz - now()', [
      new Date(offer.answerBy!.getTime() + 60_000),
    ]);
    while ((await product.get(ExpireAssignments).execute()) > 0);
    expect(await own()).toMatchObject({ offers: before.offers + 1, answeredOffers: before.answeredOffers });
  });
});
