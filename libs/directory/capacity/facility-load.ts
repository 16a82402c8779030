import { type EntityManager, In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { addDays, addWorkingDays, daysBetween, isWorkingDay, type LocalDate, weekday } from '#yui/calendar';
import { capacityUntil, checkPromises, type Demand, type WorkCalendar } from '#yui/matching';
import { groupBy } from '#yui/platform';
import { Capability } from './capability.entity.js';
import { CalendarException } from './calendar-exception.entity.js';
import { CapacityPromise } from './capacity-promise.entity.js';
import { WorkWeek } from './work-week.entity.js';

/**
 * All that decides what a facility can still promise: its days, its promises, its machines. Day 0 is `today`. Seconds
 * are whole, so that nothing is ever rounded.
 */
export interface FacilityLoad {
  readonly facilityId: string;
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  readonly demands: readonly Demand[];
  readonly dailyLimits: Readonly<Record<string, number>>;
}

/** What is asked of a facility: units of one kind of work between two days. */
export interface WorkRequest {
  readonly workTypeCode: string;
  readonly secondsPerUnit: number;
  readonly startOn: LocalDate;
  readonly dueOn: LocalDate;
}

const SECONDS_PER_MINUTE = 60;

/** Work starts on the day after the answer at the earliest, later when the work needs working days of preparation. */
export function earliestStart(today: LocalDate, leadDays: number): LocalDate {
  const tomorrow = addDays(today, 1);
  const prepared = addWorkingDays(today, leadDays);
  return prepared > tomorrow ? prepared : tomorrow;
}

/** Minutes of work a facility has on one day: what it said of that day, else its ordinary week, closed on holidays. */
export function workMinutesOn(
  day: LocalDate,
  week: ReadonlyMap<number, number>,
  exceptions: ReadonlyMap<LocalDate, number>,
): number {
  const exception = exceptions.get(day);
  if (exception !== undefined) return exception;
  const dayOfWeek = weekday(day);
  const isHoliday = dayOfWeek <= 5 && !isWorkingDay(day);
  return isHoliday ? 0 : (week.get(dayOfWeek) ?? 0);
}

/**
 * Reads the load of these facilities from `today` until `until`, or until the last promise if that is later.
 * Four statements, however many facilities.
 */
export async function loadFacilities(
  manager: EntityManager,
  facilityIds: readonly string[],
  today: LocalDate,
  until: LocalDate,
): Promise<Map<string, FacilityLoad>> {
  const those = { facilityId: In([...facilityIds]) };
  const weeks = await manager.find(WorkWeek, { where: those });
  const exceptions = await manager.find(CalendarException, { where: { ...those, day: MoreThanOrEqual(today) } });
  const promises = await manager.find(CapacityPromise, {
    where: those,
    order: { assignmentId: 'ASC', isRework: 'ASC' },
  });
  const limited = await manager.find(Capability, { where: { ...those, dailyLimitUnits: Not(IsNull()) } });

  const weekOf = new Map<string, Map<number, number>>();
  for (const row of weeks) mapIn(weekOf, row.facilityId).set(row.weekday, row.workMinutes);
  const exceptionsOf = new Map<string, Map<LocalDate, number>>();
  for (const row of exceptions) mapIn(exceptionsOf, row.facilityId).set(row.day, row.workMinutes);
  const promisesOf = groupBy(promises, (promise) => promise.facilityId);
  const limitedOf = groupBy(limited, (capability) => capability.facilityId);

  const loads = new Map<string, FacilityLoad>();
  for (const facilityId of facilityIds) {
    const own = promisesOf.get(facilityId) ?? [];
    const last = own.reduce((latest, promise) => (promise.dueOn > latest ? promise.dueOn : latest), until);
    const days = Math.max(0, daysBetween(today, last)) + 1;
    const week = mapIn(weekOf, facilityId);
    const exception = mapIn(exceptionsOf, facilityId);
    const seconds = Array.from(
      { length: days },
      (_, day) => workMinutesOn(addDays(today, day), week, exception) * SECONDS_PER_MINUTE,
    );
    loads.set(facilityId, {
      facilityId,
      today,
      calendar: { seconds },
      demands: own.map((promise) => demandOf(today, promise)),
      dailyLimits: Object.fromEntries(
        (limitedOf.get(facilityId) ?? []).map((capability) => [
          capability.workTypeCode,
          capability.dailyLimitUnits as number,
        ]),
      ),
    });
  }
  return loads;
}

export async function loadFacility(
  manager: EntityManager,
  facilityId: string,
  today: LocalDate,
  until: LocalDate,
): Promise<FacilityLoad> {
  const load = (await loadFacilities(manager, [facilityId], today, until)).get(facilityId);
  if (!load) throw new Error(`No load was read for facility ${facilityId}`);
  return load;
}

/** Units of this work the facility can still promise without making any promise late. */
export function possibleUnits(load: FacilityLoad, request: WorkRequest): number {
  if (request.dueOn < request.startOn) return 0;
  return capacityUntil(
    load.calendar,
    load.demands,
    {
      workType: request.workTypeCode,
      secondsPerUnit: request.secondsPerUnit,
      startDay: daysBetween(load.today, request.startOn),
      dueDay: daysBetween(load.today, request.dueOn),
    },
    load.dailyLimits,
  );
}

/** A load to which work is added one by one, as it is planned: what is possible is always on top of all of that. */
export interface GrowingLoad {
  possible(request: WorkRequest): number;
  add(id: string, request: WorkRequest, units: number): void;
}

export function growingLoad(load: FacilityLoad): GrowingLoad {
  const demands = [...load.demands];
  const grown = { ...load, demands };
  return {
    possible: (request) => possibleUnits(grown, request),
    add: (id, { workTypeCode, secondsPerUnit, startOn, dueOn }, units) => {
      demands.push({
        id,
        seconds: units * secondsPerUnit,
        startDay: daysBetween(load.today, startOn),
        dueDay: daysBetween(load.today, dueOn),
        workType: workTypeCode,
        units,
        secondsPerUnit,
      });
    },
  };
}

/** The demands that cannot be met, the earliest due first; see `demandId`. */
export function latePromises({ calendar, demands, dailyLimits }: FacilityLoad): readonly string[] {
  const check = checkPromises(calendar, demands, dailyLimits);
  return check.isFeasible ? [] : check.lateDemandIds;
}

/** Names the demand of a promise; an assignment may have two. */
export function demandId({ assignmentId, isRework }: Pick<CapacityPromise, 'assignmentId' | 'isRework'>): string {
  return isRework ? `${assignmentId} rework` : assignmentId;
}

function demandOf(today: LocalDate, promise: Omit<CapacityPromise, 'facilityId'>): Demand {
  return {
    id: demandId(promise),
    seconds: promise.units * promise.secondsPerUnit,
    startDay: daysBetween(today, promise.startOn),
    dueDay: daysBetween(today, promise.dueOn),
    workType: promise.workTypeCode,
    units: promise.units,
    secondsPerUnit: promise.secondsPerUnit,
  };
}

function mapIn<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const found = maps.get(key) ?? new Map<K, V>();
  maps.set(key, found);
  return found;
}
