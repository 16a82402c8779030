import { randomUUID } from 'node:crypto';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { Capability, Facility, WorkWeek } from '#yui/directory';
import { Assignment } from '#yui/fulfilment';
import type { Product } from '../harness/product.js';
import { assignmentsOf, placedOrder, splitAndSend } from '../orders/order-fixtures.js';

/** Work 7 days a week and 24 hours a day would hide mistakes with closed days; every test facility has this week. */
export const WEEK_MINUTES = [60, 60, 60, 60, 60, 0, 0];

/** A facility of nobody, with the given week and no capability yet. */
export async function addFacility(product: Product, weekMinutes = WEEK_MINUTES): Promise<string> {
  const { manager } = product.db;
  const id = randomUUID();
  await manager.insert(Facility, {
    id,
    name: `試験事業所 ${id}`,
    typeCode: 'B_TYPE',
    capacityPersons: 1,
    servicesText: '',
    createdAt: new Date(),
  });
  await manager.query('INSERT INTO facility_capacity (facility_id) VALUES ($1)', [id]);
  await manager.insert(
    WorkWeek,
    weekMinutes.map((workMinutes, index) => ({ facilityId: id, weekday: index + 1, workMinutes })),
  );
  return id;
}

export async function addDailyLimit(product: Product, facilityId: string, workTypeCode: string, units: number) {
  await product.db.manager.insert(Capability, {
    id: randomUUID(),
    facilityId,
    workTypeCode,
    secondsPerUnit: 60,
    dailyLimitUnits: units,
    minimumLot: 1,
    leadDays: 0,
    unitPriceSen: 100,
    source: 'FACILITY',
    isOffered: true,
  });
}

/** Makes assignments to promise work for; what they say themselves does not matter to capacity. */
export async function assignmentMaker(product: Product): Promise<(facilityId: string) => Promise<string>> {
  const { workOrderId, lineId } = await placedOrder(product, 3000);
  await splitAndSend(product, lineId);
  const [model] = await assignmentsOf(product, workOrderId);
  if (!model) throw new Error('The order was not split');
  return async (facilityId) => {
    const id = randomUUID();
    await product.db.manager.insert(Assignment, { ...model, id, facilityId });
    return id;
  };
}

export function today(): LocalDate {
  return todayInTokyo(new Date());
}

export function inDays(days: number): LocalDate {
  return addDays(today(), days);
}

/** What was promised, and the sum the facility's row carries. They must be the same. */
export async function secondsOf(product: Product, facilityId: string): Promise<{ booked: number; carried: number }> {
  const [row] = await product.db.query<[{ booked: number; carried: number }]>(
    `SELECT (SELECT coalesce(sum(units * seconds_per_unit), 0)::bigint FROM capacity_promise WHERE facility_id = $1) AS booked,
            (SELECT promised_seconds FROM facility_capacity WHERE facility_id = $1) AS carried`,
    [facilityId],
  );
  return row;
}
