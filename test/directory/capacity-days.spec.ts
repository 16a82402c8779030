import { addDays } from '#yui/calendar';
import { Capability, CapacityDays, CapacityQueries, SetCalendarExceptions } from '#yui/directory';
import { AcceptAssignment } from '#yui/fulfilment';
import type { PersonActor } from '#yui/platform';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, splitAndSend } from '../orders/order-fixtures.js';
import { inDays, today } from './facility-fixtures.js';

const WORK = 'ENVELOPE_STUFFING';

describe('What facilities have to give day by day', () => {
  let product: Product;
  let desk: PersonActor;
  beforeAll(async () => {
    product = await createProduct();
    desk = await product.as('DESK_COORDINATOR');
    const { workOrderId, lineId } = await placedOrder(product, 9_000);
    await splitAndSend(product, lineId);
    for (const { id: assignmentId, facilityId } of await assignmentsOf(product, workOrderId)) {
      const facility = await product.as('FACILITY_ADMIN', facilityId);
      await product.get(AcceptAssignment).execute(facility, { idempotencyKey: newKey(), assignmentId });
    }
  });
  afterAll(() => product.close());

  const days = (who: PersonActor, input: object = {}) =>
    product.get(CapacityDays).execute(who, { from: today(), to: inDays(34), ...input });

  it('tells a desk of its members, in hours, and how much of them is promised', async () => {
    const rows = await days(desk);
    expect(rows.length).toBeGreaterThan(20);
    for (const { supplySeconds, freeSeconds, unitsUntil } of rows) {
      expect([supplySeconds.length, freeSeconds.length, unitsUntil]).toEqual([35, 35, null]);
      for (const [day, free] of freeSeconds.entries()) {
        expect(free).toBeGreaterThanOrEqual(0);
        expect(free).toBeLessThanOrEqual(supplySeconds[day]!);
      }
    }
    const taken = rows.filter(({ supplySeconds, freeSeconds }) =>
      supplySeconds.some((all, day) => all > freeSeconds[day]!),
    );
    expect(taken.length).toBeGreaterThan(0);
  });

  it('tells of a kind of work exactly what can be promised until each day', async () => {
    const rows = await days(desk, { workTypeCode: WORK });
    const offering = await product.db.manager.countBy(Capability, { workTypeCode: WORK, isOffered: true });
    expect(rows).toHaveLength(offering);
    for (const day of [0, 1, 7, 20, 34]) {
      const dueOn = addDays(today(), day);
      const facilityIds = rows.map(({ facility }) => facility.id);
      const possible = await product
        .get(CapacityQueries)
        .possibleUnitsOf(desk, { facilityIds, workTypeCode: WORK, dueOn });
      expect(rows.map(({ unitsUntil }) => unitsUntil![day])).toEqual(facilityIds.map((id) => possible.get(id)));
    }
  });

  it('tells a facility of itself alone, and nobody of days that have passed or lie too far apart', async () => {
    const [first, second] = await days(desk);
    const facility = await product.as('FACILITY_ADMIN', first!.facility.id);
    const ids = (rows: Awaited<ReturnType<typeof days>>) => rows.map((row) => row.facility.id);
    expect(ids(await days(facility))).toEqual([first!.facility.id]);
    expect(await days(facility, { facilityIds: [second!.facility.id] })).toEqual([]);
    expect(await days(await product.as('BUYER_ADMIN'))).toEqual([]);
    for (const wrong of [{ from: inDays(-1) }, { to: inDays(92) }, { from: inDays(5), to: inDays(4) }]) {
      await expect(days(desk, wrong)).rejects.toThrow('CAPACITY.DAY_OUT_OF_RANGE');
    }
  });

  it('a facility closes many days at once, all of them or none, and has them back', async () => {
    const [row] = (await days(desk))
      .filter(({ supplySeconds }) => supplySeconds.some((seconds) => seconds > 0))
      .slice(-1);
    const facilityId = row!.facility.id;
    const facility = await product.as('FACILITY_ADMIN', facilityId);
    const set = (changes: readonly { day: ReturnType<typeof today>; workMinutes: number | null }[]) =>
      product.get(SetCalendarExceptions).execute(facility, { facilityId, days: changes });
    const own = async () => (await days(facility))[0]!;
    const before = await own();
    const chosen = [20, 21, 22].map((day) => inDays(day));

    await set(chosen.map((day) => ({ day, workMinutes: 0 })));
    const closed = await own();
    expect(closed.supplySeconds.slice(20, 23)).toEqual([0, 0, 0]);
    expect(closed.exceptions.map(({ day }) => day)).toEqual(chosen);

    const wrong = [
      { day: chosen[0]!, workMinutes: null },
      { day: inDays(-1), workMinutes: 0 },
    ];
    await expect(set(wrong)).rejects.toThrow('CAPACITY.DAY_OUT_OF_RANGE');
    expect(await own()).toEqual(closed);
    await set(chosen.map((day) => ({ day, workMinutes: null })));
    expect(await own()).toEqual(before);

    const stranger = await product.as(
      'FACILITY_ADMIN',
      (await days(desk)).find((each) => each.facility.id !== facilityId)!.facility.id,
    );
    await expect(
      product.get(SetCalendarExceptions).execute(stranger, { facilityId, days: [{ day: chosen[0]!, workMinutes: 0 }] }),
    ).rejects.toThrow('ACCESS.NOT_FOUND');
  });
});
