import {
  CapacityPromise,
  loadFacilities,
  SetWorkWeek,
  shrinkPromise,
  takeCapacity,
  type WorkRequest,
} from '#yui/directory';
import { checkPromises } from '#yui/matching';
import { DomainError, SYSTEM, UnitOfWork } from '#yui/platform';
import { createProduct, type Product } from '../harness/product.js';
import { randomNumbers, withSeed } from '../harness/property.js';
import { tryAgainWhenBusy } from '../harness/try-again.js';
import { addDailyLimit, addFacility, assignmentMaker, inDays, secondsOf, today } from './facility-fixtures.js';

const BAGGING: Omit<WorkRequest, 'startOn' | 'dueOn'> = { workTypeCode: 'BAGGING', secondsPerUnit: 60 };

describe('Promises', () => {
  let product: Product;
  let second: Product;
  let newAssignment: (facilityId: string) => Promise<string>;

  beforeAll(async () => {
    product = await createProduct();
    second = await product.another();
    newAssignment = await assignmentMaker(product);
  });
  afterAll(() => product.close());

  /** 'ok', or the code of the refusal. Anything else fails the test. */
  async function promise(
    where: Product,
    facilityId: string,
    units: number,
    request: WorkRequest,
    assignmentId?: string,
  ): Promise<string> {
    const id = assignmentId ?? (await newAssignment(facilityId));
    try {
      await tryAgainWhenBusy(async () =>
        where
          .get(UnitOfWork)
          .run(SYSTEM, (tx) => takeCapacity(tx, { ...request, assignmentId: id, facilityId, units })),
      );
      return 'ok';
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }

  async function isKeepable(facilityId: string): Promise<boolean> {
    // One snapshot for all the statements of the load, while others go on writing.
    return product.db.transaction('REPEATABLE READ', async (manager) => {
      const load = (await loadFacilities(manager, [facilityId], today(), inDays(60))).get(facilityId)!;
      return checkPromises(load.calendar, load.demands, load.dailyLimits).isFeasible;
    });
  }

  it('give the one unit that is possible to one of 200, in two processes', async () => {
    // 60 minutes on one day between the two dates: one unit of one hour.
    const facilityId = await addFacility(product, [60, 60, 60, 60, 60, 60, 60]);
    const request = { workTypeCode: 'BAGGING', secondsPerUnit: 3600, startOn: inDays(1), dueOn: inDays(1) };
    await product.db.query(
      `INSERT INTO calendar_exception (facility_id, day, work_minutes, reason) VALUES ($1, $2, 60, '')`,
      [facilityId, inDays(1)],
    );
    const ids = await Promise.all(Array.from({ length: 200 }, () => newAssignment(facilityId)));
    const outcomes = await Promise.all(
      ids.map((id, index) => promise(index % 2 ? product : second, facilityId, 1, request, id)),
    );
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'CAPACITY.EXCEEDED')).toHaveLength(199);
    expect(await secondsOf(product, facilityId)).toEqual({ booked: 3600, carried: 3600 });
  });

  it('say how much is possible, and that is exactly what can be promised', async () => {
    const facilityId = await addFacility(product);
    const request = { ...BAGGING, startOn: inDays(1), dueOn: inDays(20) };
    const asked = promiseDetails(facilityId, 1_000_000, request);
    const possible = Number((await asked).possibleUnits);
    expect(possible).toBeGreaterThan(0);
    expect(await promise(product, facilityId, possible + 1, request)).toBe('CAPACITY.EXCEEDED');
    expect(await promise(product, facilityId, possible, request)).toBe('ok');
    expect(await promise(product, facilityId, 1, request)).toBe('CAPACITY.EXCEEDED');
  });

  async function promiseDetails(facilityId: string, units: number, request: WorkRequest) {
    const assignmentId = await newAssignment(facilityId);
    const refusal: unknown = await product
      .get(UnitOfWork)
      .run(SYSTEM, (tx) => takeCapacity(tx, { ...request, assignmentId, facilityId, units }))
      .catch((error: unknown) => error);
    if (!(refusal instanceof DomainError)) throw new Error('It was not refused');
    return refusal.details;
  }

  it('leave nothing behind when the use case around them fails', async () => {
    const facilityId = await addFacility(product);
    const assignmentId = await newAssignment(facilityId);
    const request = { ...BAGGING, startOn: inDays(1), dueOn: inDays(20) };
    const work = product.get(UnitOfWork).run(SYSTEM, async (tx) => {
      await takeCapacity(tx, { ...request, assignmentId, facilityId, units: 5 });
      throw new Error('later on');
    });
    await expect(work).rejects.toThrow('later on');
    expect(await secondsOf(product, facilityId)).toEqual({ booked: 0, carried: 0 });
  });

  it('are possible again behind one that is late already, once its work is done', async () => {
    const facilityId = await addFacility(product);
    const late = await newAssignment(facilityId);
    await product.db.manager.insert(CapacityPromise, {
      ...BAGGING,
      assignmentId: late,
      facilityId,
      units: 130,
      startOn: inDays(1),
      dueOn: inDays(2),
    });
    await product.db.query('UPDATE facility_capacity SET promised_seconds = 7800 WHERE facility_id = $1', [facilityId]);
    const soon = { ...BAGGING, startOn: inDays(1), dueOn: inDays(2) };
    expect(await promise(product, facilityId, 1, soon)).toBe('CAPACITY.EXCEEDED');
    expect(await promise(product, facilityId, 60, { ...BAGGING, startOn: inDays(10), dueOn: inDays(20) })).toBe('ok');
  });

  it('shrink, end, and give their time back', async () => {
    const facilityId = await addFacility(product);
    const assignmentId = await newAssignment(facilityId);
    const request = { ...BAGGING, startOn: inDays(1), dueOn: inDays(20) };
    expect(await promise(product, facilityId, 100, request, assignmentId)).toBe('ok');
    const setLeft = (unitsLeft: number) =>
      product.get(UnitOfWork).run(SYSTEM, (tx) => shrinkPromise(tx, facilityId, assignmentId, unitsLeft));
    await setLeft(40);
    expect(await secondsOf(product, facilityId)).toEqual({ booked: 2400, carried: 2400 });
    await expect(setLeft(70)).rejects.toThrow('cannot grow');
    expect(await secondsOf(product, facilityId)).toEqual({ booked: 2400, carried: 2400 });
    await setLeft(0);
    expect(await secondsOf(product, facilityId)).toEqual({ booked: 0, carried: 0 });
    await setLeft(10);
    expect(await secondsOf(product, facilityId)).toEqual({ booked: 0, carried: 0 });
  });

  it('count a machine in units whatever their standard time, and fill it to the last one when that got shorter', async () => {
    const facilityId = await addFacility(product, [60, 60, 60, 60, 60, 60, 60]);
    await addDailyLimit(product, facilityId, 'BAGGING', 20);
    const until = { startOn: inDays(1), dueOn: inDays(30) };
    const possible = Number((await promiseDetails(facilityId, 1_000_000, { ...BAGGING, ...until })).possibleUnits);
    expect(await promise(product, facilityId, possible, { ...BAGGING, ...until })).toBe('ok');
    const revised = { workTypeCode: 'BAGGING', secondsPerUnit: 15, startOn: inDays(31), dueOn: inDays(60) };
    const more = Number((await promiseDetails(facilityId, 1_000_000, revised)).possibleUnits);
    expect(more).toBeGreaterThan(0);
    expect(more % 20).toBe(0);
    expect(await promise(product, facilityId, more, revised)).toBe('ok');
    expect(await promiseDetails(facilityId, 1, revised)).toMatchObject({ possibleUnits: 0 });
    expect(await promise(product, facilityId, 1, { ...revised, workTypeCode: 'PACKING' })).toBe('ok');
    expect(await isKeepable(facilityId)).toBe(true);
  });

  it('never become impossible while 16 clients promise, shrink and close days at random', () =>
    withSeed(async () => {
      const facilityIds = await Promise.all([addFacility(product), addFacility(product)]);
      const [first, limited] = facilityIds;
      await addDailyLimit(product, limited, 'BAGGING', 20);
      const counts: Record<string, number> = {};
      const count = (outcome: string) => (counts[outcome] = (counts[outcome] ?? 0) + 1);
      const live: { facilityId: string; assignmentId: string; units: number }[] = [];
      let isRunning = true;

      async function client(number: number): Promise<void> {
        const random = randomNumbers(number);
        const where = number % 2 ? product : second;
        for (let step = 0; step < 12; step += 1) {
          const facilityId = random(2) ? first : limited;
          const kind = random(10);
          if (kind < 7) {
            const start = random(15) + 1;
            const request = {
              workTypeCode: random(2) ? 'BAGGING' : 'PACKING',
              secondsPerUnit: [15, 60, 90][random(3)]!,
              startOn: inDays(start),
              dueOn: inDays(start + random(15)),
            };
            const units = random(90) + 1;
            const assignmentId = await newAssignment(facilityId);
            const outcome = await promise(where, facilityId, units, request, assignmentId);
            if (outcome === 'ok') live.push({ facilityId, assignmentId, units });
            count(outcome);
          } else if (kind < 9) {
            // Taken out meanwhile, since in the product the assignment's row lets one change it at a time.
            const [target] = live.splice(random(live.length || 1), 1);
            if (!target) continue;
            const left = random(target.units);
            const outcome = await where
              .get(UnitOfWork)
              .run(SYSTEM, (tx) => shrinkPromise(tx, target.facilityId, target.assignmentId, left))
              .then(
                () => 'shrunk',
                // Sixteen at one door: who waits too long is told so, and nothing has changed.
                (error: unknown) => {
                  if (error instanceof DomainError && error.code === 'PLATFORM.BUSY') return error.code;
                  throw error;
                },
              );
            if (outcome !== 'shrunk') live.push(target);
            else if (left > 0) live.push({ ...target, units: left });
            count(outcome);
          } else {
            const minutes = Array.from({ length: 7 }, () => random(80));
            const facility = await where.as('FACILITY_ADMIN', facilityId);
            const outcome = await where
              .get(SetWorkWeek)
              .execute(facility, { facilityId, workMinutes: minutes })
              .then(
                () => 'week',
                (error: DomainError) => error.code,
              );
            count(outcome);
          }
        }
      }

      async function watch(): Promise<number> {
        let looks = 0;
        for (; isRunning; looks += 1) {
          for (const facilityId of facilityIds) expect(await isKeepable(facilityId)).toBe(true);
        }
        return looks;
      }

      const watching = watch();
      await Promise.all(Array.from({ length: 16 }, (_, number) => client(number)));
      isRunning = false;
      expect(await watching).toBeGreaterThan(3);
      for (const facilityId of facilityIds) {
        expect(await isKeepable(facilityId)).toBe(true);
        const { booked, carried } = await secondsOf(product, facilityId);
        expect(carried).toBe(booked);
      }
      const { 'PLATFORM.BUSY': busy = 0, ...decided } = counts;
      expect(busy).toBeLessThan(10);
      expect(Object.keys(decided).sort()).toEqual([
        'CAPACITY.EXCEEDED',
        'CAPACITY.PROMISE_WOULD_BE_LATE',
        'ok',
        'shrunk',
        'week',
      ]);
    }));
});
