import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#yui/calendar';
import {
  CalendarException,
  Capability,
  Desk,
  Facility,
  Membership,
  SetCalendarException,
  SetCapability,
  SetDeskSettings,
  SetMunicipality,
  SetWorkWeek,
  takeCapacity,
  WorkWeek,
} from '#yui/directory';
import { type PersonActor, SYSTEM, UnitOfWork } from '#yui/platform';
import { createProduct, type Product } from '../harness/product.js';
import { addFacility, assignmentMaker, inDays, WEEK_MINUTES } from './facility-fixtures.js';

const DENIED = { code: 'ACCESS.NOT_FOUND' };

describe('Settings of facilities and desks', () => {
  let product: Product;
  let desk: PersonActor;
  let newAssignment: (facilityId: string) => Promise<string>;

  beforeAll(async () => {
    product = await createProduct();
    desk = await product.as('DESK_COORDINATOR');
    newAssignment = await assignmentMaker(product);
  });
  afterAll(() => product.close());

  async function join(facilityId: string, deskId: string, leftOn: LocalDate | null = null): Promise<void> {
    await product.db.manager.insert(Membership, {
      id: randomUUID(),
      deskId,
      facilityId,
      joinedOn: '2020-04-01',
      leftOn,
    });
  }

  /** A member of the desk with one promise: `units` minutes of packing until `dueOn`. */
  async function busyFacility(units: number, dueIn: number) {
    const facilityId = await addFacility(product);
    await join(facilityId, desk.organisationId);
    const assignmentId = await newAssignment(facilityId);
    const promise = { assignmentId, facilityId, workTypeCode: 'PACKING', units, secondsPerUnit: 60 };
    await product
      .get(UnitOfWork)
      .run(SYSTEM, (tx) => takeCapacity(tx, { ...promise, startOn: inDays(1), dueOn: inDays(dueIn) }));
    return { facilityId, assignmentId, facility: await product.as('FACILITY_ADMIN', facilityId) };
  }

  const setWeek = (actor: PersonActor, facilityId: string, workMinutes: readonly number[]) =>
    product.get(SetWorkWeek).execute(actor, { facilityId, workMinutes });
  const capability = (facilityId: string) => ({
    facilityId,
    workTypeCode: 'PACKING',
    secondsPerUnit: 30,
    minimumLot: 10,
    leadDays: 2,
    unitPriceSen: 1500,
    isOffered: true,
  });

  describe('SetWorkWeek', () => {
    it('sets the week', async () => {
      const { facilityId, facility } = await busyFacility(10, 20);
      await setWeek(
        facility,
        facilityId,
        [1, 2, 3, 4, 5, 6, 7].map((day) => day * 100),
      );
      const week = await product.db.manager.find(WorkWeek, { where: { facilityId }, order: { weekday: 'ASC' } });
      expect(week.map(({ workMinutes }) => workMinutes)).toEqual([100, 200, 300, 400, 500, 600, 700]);
    });

    it('refuses a week in which a promise would be late, and says which', async () => {
      const { facilityId, facility, assignmentId } = await busyFacility(200, 20);
      await expect(setWeek(facility, facilityId, [0, 0, 0, 0, 0, 0, 0])).rejects.toMatchObject({
        code: 'CAPACITY.PROMISE_WOULD_BE_LATE',
        details: { assignmentId, dueOn: inDays(20), workTypeCode: 'PACKING', units: 200, lateCount: 1 },
      });
      const week = await product.db.manager.find(WorkWeek, { where: { facilityId }, order: { weekday: 'ASC' } });
      expect(week.map(({ workMinutes }) => workMinutes)).toEqual(WEEK_MINUTES);
    });

    it('tells a desk which promise only when no other desk can have made it', async () => {
      const { facilityId, assignmentId } = await busyFacility(200, 20);
      const nothing = [0, 0, 0, 0, 0, 0, 0];
      await expect(setWeek(desk, facilityId, nothing)).rejects.toMatchObject({
        code: 'CAPACITY.PROMISE_WOULD_BE_LATE',
        details: { assignmentId },
      });
      const other = { id: randomUUID(), code: randomUUID().slice(0, 8), name: '別の窓口' };
      await product.db.manager.insert(Desk, other);
      await join(facilityId, other.id, '2021-03-31');
      const refused = setWeek(desk, facilityId, nothing);
      await expect(refused).rejects.toMatchObject({ code: 'CAPACITY.PROMISES_WOULD_BE_LATE', details: {} });
    });

    it('refuses a week without seven days, or with too many minutes', async () => {
      const facilityId = await addFacility(product);
      const facility = await product.as('FACILITY_ADMIN', facilityId);
      await expect(setWeek(facility, facilityId, [60])).rejects.toMatchObject({ code: 'CAPACITY.WEEK_INCOMPLETE' });
      await expect(setWeek(facility, facilityId, [-1, 0, 0, 0, 0, 0, 0])).rejects.toMatchObject({
        code: 'INPUT.NUMBER_OUT_OF_RANGE',
      });
    });

    it('is for the facility and for desks it is registered with now', async () => {
      const facilityId = await addFacility(product);
      const others = [
        desk,
        await product.as('FACILITY_ADMIN'),
        await product.as('BUYER_ADMIN'),
        await product.as('PLATFORM_ADMIN'),
      ];
      for (const actor of others) await expect(setWeek(actor, facilityId, WEEK_MINUTES)).rejects.toMatchObject(DENIED);
      await join(facilityId, desk.organisationId, '2021-03-31');
      await expect(setWeek(desk, facilityId, WEEK_MINUTES)).rejects.toMatchObject(DENIED);
    });
  });

  describe('SetCalendarException', () => {
    const setDay = (actor: PersonActor, facilityId: string, day: number, workMinutes: number | null) =>
      product.get(SetCalendarException).execute(actor, { facilityId, day: inDays(day), workMinutes, reason: '研修' });

    it('sets a day, changes it, and makes it ordinary again', async () => {
      const { facilityId, facility } = await busyFacility(1, 20);
      await setDay(facility, facilityId, 5, 30);
      await setDay(facility, facilityId, 5, 40);
      const day = { facilityId, day: inDays(5) };
      const row = await product.db.manager.findOneByOrFail(CalendarException, day);
      expect(row).toMatchObject({ workMinutes: 40, reason: '研修' });
      await setDay(facility, facilityId, 5, null);
      expect(await product.db.manager.countBy(CalendarException, day)).toBe(0);
    });

    it('refuses a closed day that would make a promise late, also when an open day is taken back', async () => {
      const facilityId = await addFacility(product, [0, 0, 0, 0, 0, 0, 0]);
      const facility = await product.as('FACILITY_ADMIN', facilityId);
      await setDay(facility, facilityId, 2, 10);
      const assignmentId = await newAssignment(facilityId);
      const promise = { assignmentId, facilityId, workTypeCode: 'PACKING', units: 10, secondsPerUnit: 60 };
      await product
        .get(UnitOfWork)
        .run(SYSTEM, (tx) => takeCapacity(tx, { ...promise, startOn: inDays(1), dueOn: inDays(3) }));
      for (const minutes of [0, null]) {
        await expect(setDay(facility, facilityId, 2, minutes)).rejects.toMatchObject({
          code: 'CAPACITY.PROMISE_WOULD_BE_LATE',
          details: { assignmentId },
        });
      }
      await setDay(facility, facilityId, 3, 10);
      await setDay(facility, facilityId, 2, null);
    });

    it('takes days from today to two years ahead', async () => {
      const { facilityId, facility } = await busyFacility(1, 20);
      await setDay(facility, facilityId, 731, 0);
      const outside = { code: 'CAPACITY.DAY_OUT_OF_RANGE' };
      await expect(setDay(facility, facilityId, -1, 0)).rejects.toMatchObject(outside);
      await expect(setDay(facility, facilityId, 732, 0)).rejects.toMatchObject(outside);
      await expect(setDay(await product.as('FACILITY_ADMIN'), facilityId, 5, 0)).rejects.toMatchObject(DENIED);
    });
  });

  describe('SetCapability', () => {
    it('sets, and sets again under the same id, and remembers who did', async () => {
      const { facilityId, facility } = await busyFacility(1, 20);
      const first = await product.get(SetCapability).execute(desk, capability(facilityId));
      const where = { facilityId, workTypeCode: 'PACKING' };
      const read = () => product.db.manager.findOneByOrFail(Capability, where);
      expect(await read()).toMatchObject({ secondsPerUnit: 30, source: 'DESK', dailyLimitUnits: null });
      const change = { ...capability(facilityId), secondsPerUnit: 25, dailyLimitUnits: 100, isOffered: false };
      const second = await product.get(SetCapability).execute(facility, change);
      expect(second).toEqual(first);
      expect(await read()).toMatchObject({
        secondsPerUnit: 25,
        source: 'FACILITY',
        dailyLimitUnits: 100,
        isOffered: false,
      });
    });

    it('refuses a daily limit that would make a promise late', async () => {
      const { facilityId, facility, assignmentId } = await busyFacility(200, 20);
      const tight = { ...capability(facilityId), dailyLimitUnits: 1 };
      await expect(product.get(SetCapability).execute(facility, tight)).rejects.toMatchObject({
        code: 'CAPACITY.PROMISE_WOULD_BE_LATE',
        details: { assignmentId },
      });
      expect(await product.db.manager.countBy(Capability, { facilityId })).toBe(0);
    });

    it('refuses unknown work, wrong numbers and strangers', async () => {
      const { facilityId, facility } = await busyFacility(1, 20);
      const set = (actor: PersonActor, change: object) =>
        product.get(SetCapability).execute(actor, { ...capability(facilityId), ...change });
      await expect(set(facility, { workTypeCode: 'NOTHING' })).rejects.toMatchObject(DENIED);
      await expect(set(facility, { secondsPerUnit: 0 })).rejects.toMatchObject({ code: 'INPUT.NUMBER_OUT_OF_RANGE' });
      await expect(set(facility, { dailyLimitUnits: 0 })).rejects.toMatchObject({ code: 'INPUT.NUMBER_OUT_OF_RANGE' });
      await expect(set(await product.as('FACILITY_ADMIN'), {})).rejects.toMatchObject(DENIED);
    });
  });

  describe('SetDeskSettings', () => {
    it('changes what is named and leaves the rest', async () => {
      const admin = await product.as('DESK_ADMIN');
      const before = await product.db.manager.findOneByOrFail(Desk, { id: admin.organisationId });
      await product.get(SetDeskSettings).execute(admin, { feeRatePermille: 50, splitRule: 'ADAMS' });
      const after = await product.db.manager.findOneByOrFail(Desk, { id: admin.organisationId });
      expect(after).toEqual({ ...before, feeRatePermille: 50, splitRule: 'ADAMS' });
    });

    it('sets limits of the split, and takes them away again', async () => {
      const admin = await product.as('DESK_ADMIN');
      const useCase = product.get(SetDeskSettings);
      const read = () => product.db.manager.findOneByOrFail(Desk, { id: admin.organisationId });
      const limits = {
        splitMaxFacilities: 5,
        splitPriceTolerancePermille: 100,
        splitPrices: 'OWN' as const,
        splitRegions: ['高知市', ' 南国市 ', '高知市'],
        splitMaxDefectPermille: 20,
      };
      await useCase.execute(admin, limits);
      expect(await read()).toMatchObject({ ...limits, splitRegions: ['高知市', '南国市'] });
      await useCase.execute(admin, { splitMaxFacilities: null, splitMaxDefectPermille: null, splitRegions: [] });
      expect(await read()).toMatchObject({
        splitMaxFacilities: null,
        splitMaxDefectPermille: null,
        splitRegions: [],
        splitPriceTolerancePermille: 100,
      });
      await expect(useCase.execute(admin, { splitMaxFacilities: 0 })).rejects.toMatchObject({
        code: 'INPUT.NUMBER_OUT_OF_RANGE',
      });
    });

    it('refuses numbers out of range, and everybody but an administrator', async () => {
      const admin = await product.as('DESK_ADMIN');
      const useCase = product.get(SetDeskSettings);
      for (const input of [{ feeRatePermille: 1001 }, { answerWorkingDays: 0 }, { deliveryWorkingDays: 21 }]) {
        await expect(useCase.execute(admin, input)).rejects.toMatchObject({ code: 'INPUT.NUMBER_OUT_OF_RANGE' });
      }
      await expect(useCase.execute(desk, { feeRatePermille: 0 })).rejects.toMatchObject(DENIED);
      await expect(useCase.execute(await product.as('BUYER_ADMIN'), {})).rejects.toMatchObject(DENIED);
    });
  });

  it('says where a facility works: the facility itself or its desk, nobody else', async () => {
    const { facilityId, facility } = await busyFacility(10, 20);
    const useCase = product.get(SetMunicipality);
    await useCase.execute(facility, { facilityId, municipality: ' 高知市 ' });
    const read = () => product.db.manager.findOneByOrFail(Facility, { id: facilityId });
    expect((await read()).municipality).toBe('高知市');
    await useCase.execute(desk, { facilityId, municipality: '' });
    expect((await read()).municipality).toBeNull();
    const stranger = await product.as('FACILITY_ADMIN');
    await expect(useCase.execute(stranger, { facilityId, municipality: 'どこか' })).rejects.toMatchObject(DENIED);
  });
});
