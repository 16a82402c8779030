import { randomUUID } from 'node:crypto';
import { addWorkingDays, workingDaysBetween } from '#yui/calendar';
import {
  Buyer,
  BuyerQueries,
  Desk,
  DeskQueries,
  Facility,
  CapacityQueries,
  FacilityQueries,
  Membership,
  WorkTypeQueries,
} from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import { createProduct, type Product } from '../harness/product.js';
import { addFacility, inDays } from './facility-fixtures.js';

const DENIED = { code: 'ACCESS.NOT_FOUND' };

describe('Reading the directory', () => {
  let product: Product;
  let desk: PersonActor;
  let buyer: PersonActor;
  let facility: PersonActor;
  let platform: PersonActor;
  /** A facility and a desk that have nothing to do with the sample, and nothing with each other. */
  let strangerId: string;
  let strangeDesk: PersonActor;

  beforeAll(async () => {
    product = await createProduct();
    desk = await product.as('DESK_COORDINATOR');
    buyer = await product.as('BUYER_ADMIN');
    facility = await product.as('FACILITY_ADMIN');
    platform = await product.as('PLATFORM_ADMIN');
    strangerId = await addFacility(product);
    const id = randomUUID();
    await product.db.manager.insert(Desk, { id, code: 'OTHER', name: '別の窓口' });
    strangeDesk = { ...desk, organisationId: id };
  });
  afterAll(() => product.close());

  describe('FacilityQueries', () => {
    const queries = () => product.get(FacilityQueries);

    it('lists the members of a desk in parts, each once', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<FacilityQueries['list']>> = await queries().list(desk, {}, { after });
        expect(await page.totalItems()).toBe(113);
        seen.push(...page.items.map(({ id }) => id));
        after = page.hasNextPage ? page.endCursor : null;
      } while (after !== null);
      expect(new Set(seen).size).toBe(113);
      expect(seen).toHaveLength(113);
      expect(seen).not.toContain(strangerId);
    });

    it('finds by kind of work and by text, whatever its width and case', async () => {
      const stuffing = await queries().list(desk, { workTypeCode: 'ENVELOPE_STUFFING' });
      expect(stuffing.items.map(({ name }) => name)).toContain('Life time');
      expect(await stuffing.totalItems()).toBe(6);
      expect((await queries().list(desk, { text: 'ｌｉｆｅ TIME' })).items.map(({ name }) => name)).toEqual([
        'Life time',
      ]);
      expect(await (await queries().list(desk, { text: '薪' })).totalItems()).toBeGreaterThan(0);
      expect((await queries().list(desk, { text: '%' })).items).toEqual([]);
      const both = await queries().list(desk, { text: 'Life', workTypeCode: 'LAUNDRY' });
      expect(await both.totalItems()).toBe(0);
    });

    it('refuses a part that is too large', async () => {
      await expect(queries().list(desk, {}, { first: 101 })).rejects.toMatchObject({
        code: 'INPUT.NUMBER_OUT_OF_RANGE',
      });
    });

    it('shows a facility itself, and nobody else any', async () => {
      expect((await queries().list(facility)).items.map(({ id }) => id)).toEqual([facility.organisationId]);
      expect((await queries().one(facility, facility.organisationId)).name).toBe('Life time');
      for (const actor of [buyer, platform, strangeDesk]) {
        expect((await queries().list(actor)).items).toEqual([]);
        await expect(queries().one(actor, facility.organisationId)).rejects.toMatchObject(DENIED);
        expect((await product.get(CapacityQueries).capabilitiesOf(actor, [facility.organisationId])).size).toBe(0);
      }
      await expect(queries().one(facility, strangerId)).rejects.toMatchObject(DENIED);
      await expect(queries().one(desk, strangerId)).rejects.toMatchObject(DENIED);
      await expect(queries().one(desk, randomUUID())).rejects.toMatchObject(DENIED);
    });

    it('gives what belongs to facilities by facility, omitting those that are not visible', async () => {
      const id = facility.organisationId;
      const ids = [id, strangerId];
      const capabilities = await product.get(CapacityQueries).capabilitiesOf(desk, ids);
      expect([...capabilities.keys()]).toEqual([id]);
      expect(capabilities.get(id)?.map(({ workTypeCode }) => workTypeCode)).toContain('ENVELOPE_STUFFING');
      expect((await queries().mentionsOf(desk, ids)).get(id)?.[0]).toMatchObject({ position: 1 });
      expect((await queries().wagesOf(desk, ids)).get(id)?.find(({ fiscalYear }) => fiscalYear === 2023)).toMatchObject(
        {
          monthYen: 15_689,
        },
      );
      expect((await product.get(CapacityQueries).workWeeksOf(desk, ids)).get(id)).toHaveLength(5);
      expect((await product.get(CapacityQueries).exceptionsOf(desk, ids)).size).toBe(0);
    });

    it('tells the remaining capacity as a number', async () => {
      const asked = { facilityIds: [facility.organisationId, strangerId], workTypeCode: 'ENVELOPE_STUFFING' };
      const soon = await product.get(CapacityQueries).possibleUnitsOf(desk, { ...asked, dueOn: inDays(15) });
      const later = await product.get(CapacityQueries).possibleUnitsOf(desk, { ...asked, dueOn: inDays(30) });
      expect([...soon.keys()]).toEqual([facility.organisationId]);
      const own = (await product.get(CapacityQueries).capabilitiesOf(desk, asked.facilityIds)).get(
        facility.organisationId,
      );
      const { secondsPerUnit, leadDays } = own!.find(({ workTypeCode }) => workTypeCode === asked.workTypeCode)!;
      const days = workingDaysBetween(addWorkingDays(inDays(0), leadDays - 1), inDays(15));
      // Life time: 20 persons, one hour each on every working day.
      expect(soon.get(facility.organisationId)).toBe(Math.floor((days * 20 * 3600) / secondsPerUnit));
      expect(later.get(facility.organisationId)).toBeGreaterThan(soon.get(facility.organisationId)!);
      expect(
        (await product.get(CapacityQueries).possibleUnitsOf(desk, { ...asked, dueOn: inDays(0) })).get(
          facility.organisationId,
        ),
      ).toBe(0);
      await expect(
        product.get(CapacityQueries).possibleUnitsOf(desk, { ...asked, dueOn: inDays(-1) }),
      ).rejects.toMatchObject({
        code: 'CAPACITY.DAY_OUT_OF_RANGE',
      });
    });

    it('keeps the profile of a facility that has left readable, and nothing else', async () => {
      const id = await addFacility(product);
      await product.db.manager.insert(Membership, {
        id: randomUUID(),
        deskId: desk.organisationId,
        facilityId: id,
        joinedOn: '2020-04-01',
        leftOn: '2021-03-31',
      });
      expect((await queries().one(desk, id)).id).toBe(id);
      expect((await product.get(CapacityQueries).workWeeksOf(desk, [id])).size).toBe(0);
      const [row] = await product.db.manager.findBy(Facility, { id });
      expect(await (await queries().list(desk, { text: row!.name })).totalItems()).toBe(0);
    });
  });

  describe('DeskQueries', () => {
    it.each([
      ['a buyer sees the desks it orders from', () => buyer, ['KOCHI']],
      ['a desk sees itself', () => desk, ['KOCHI']],
      ['a facility sees the desks it is registered with', () => facility, ['KOCHI']],
      ['the platform sees all', () => platform, ['KOCHI', 'OTHER']],
      ['a prefecture sees none yet', () => ({ ...desk, role: 'PREFECTURE_OFFICER' }) as const, []],
    ])('%s', async (_, actor, codes) => {
      expect((await product.get(DeskQueries).list(actor())).map(({ code }) => code)).toEqual(codes);
    });

    it('gives one desk, or not found', async () => {
      expect((await product.get(DeskQueries).one(buyer, desk.organisationId)).code).toBe('KOCHI');
      await expect(product.get(DeskQueries).one(buyer, strangeDesk.organisationId)).rejects.toMatchObject(DENIED);
    });
  });

  describe('BuyerQueries', () => {
    it('shows a buyer itself and a desk its buyers, with departments', async () => {
      const queries = product.get(BuyerQueries);
      expect((await queries.list(buyer)).map(({ id }) => id)).toEqual([buyer.organisationId]);
      const buyers = await queries.list(desk);
      expect(buyers.map(({ kind }) => kind).sort()).toEqual(['COMPANY', 'GOVERNMENT']);
      const city = await product.db.manager.findOneByOrFail(Buyer, { kind: 'GOVERNMENT' });
      const departments = await queries.departmentsOf(desk, [city.id, buyer.organisationId]);
      expect(departments.get(city.id)).toHaveLength(2);
      expect((await queries.departmentsOf(buyer, [city.id])).size).toBe(0);
      await expect(queries.one(buyer, city.id)).rejects.toMatchObject(DENIED);
      for (const actor of [facility, platform, strangeDesk]) expect(await queries.list(actor)).toEqual([]);
    });
  });

  describe('WorkTypeQueries', () => {
    it('gives the lists in the order they are shown', async () => {
      const queries = product.get(WorkTypeQueries);
      const all = await queries.all(buyer);
      expect(all[0]).toMatchObject({ code: 'ENVELOPE_STUFFING', unit: '通' });
      expect(all).toHaveLength(45);
      expect((await queries.categories(buyer)).length).toBe(10);
      expect((await queries.facilityTypes(buyer)).length).toBe(11);
      expect((await queries.one(buyer, 'BENTO')).nameJa).toBe('弁当');
      await expect(queries.one(buyer, 'NOTHING')).rejects.toMatchObject(DENIED);
    });
  });
});
