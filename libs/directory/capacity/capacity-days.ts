import { Injectable } from '@nestjs/common';
import { Between, type EntityManager, In } from 'typeorm';
import { addDays, daysBetween, type LocalDate, todayInTokyo } from '#yui/calendar';
import { capacityByDay } from '#yui/matching';
import { groupBy, type PersonActor, UnitOfWork } from '#yui/platform';
import { Facility } from '../facilities/facility.entity.js';
import { presentAmong, presentIds } from '../facilities/present-facilities.js';
import { CalendarException } from './calendar-exception.entity.js';
import { Capability } from './capability.entity.js';
import { capacityErrors } from './capacity.errors.js';
import { earliestStart, type FacilityLoad, loadFacilities } from './facility-load.js';
import { freeSecondsByPeriod } from './free-seconds.js';
import { PLANNING_DAYS } from './planning-days.js';

/** A quarter of a year. */
const MAX_DAYS = 92;

export interface CapacityDaysInput {
  /** All that the asker has to do with unless said. */
  readonly facilityIds?: readonly string[] | null;
  /** Only facilities that offer it, with the units they could do. */
  readonly workTypeCode?: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The days of one facility from `from` to `to`; lists have one entry for each day. */
export interface FacilityDays {
  readonly facility: Facility;
  readonly supplySeconds: readonly number[];
  /** What is left when everything promised is done as late as it may be. */
  readonly freeSeconds: readonly number[];
  /** Units of the work that could be promised until each day; null when no work was named. */
  readonly unitsUntil: readonly number[] | null;
  /** The days that are not like others. */
  readonly exceptions: readonly CalendarException[];
}

/** What facilities have to give day by day. Seven statements, however many facilities and days. */
@Injectable()
export class CapacityDays {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * By name. A facility the asker has nothing to do with is not in the answer.
   * @throws CAPACITY.DAY_OUT_OF_RANGE unless both days lie in the next two years, at most 92 days
   */
  async execute(actor: PersonActor, input: CapacityDaysInput): Promise<FacilityDays[]> {
    const { from, to, workTypeCode = null } = input;
    return this.unitOfWork.read(actor, async (db) => {
      const [{ now }] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
      const today = todayInTokyo(now);
      const latest = addDays(from, MAX_DAYS - 1);
      const end = addDays(today, PLANNING_DAYS);
      const last = latest < end ? latest : end;
      if (from < today || to < from || to > last) {
        throw capacityErrors.DAY_OUT_OF_RANGE({ first: from < today ? today : from, last });
      }
      const present = input.facilityIds
        ? await presentAmong(db, actor, input.facilityIds)
        : await presentIds(db, actor);
      const offering = workTypeCode === null ? null : await capabilitiesOf(db, present, workTypeCode);
      const ids = offering === null ? present : [...offering.keys()];
      const facilities = await db.find(Facility, { where: { id: In(ids) }, order: { name: 'ASC', id: 'ASC' } });
      const loads = await loadFacilities(db, ids, today, to);
      const exceptions = await db.find(CalendarException, {
        where: { facilityId: In(ids), day: Between(from, to) },
        order: { day: 'ASC' },
      });
      const exceptionsOf = groupBy(exceptions, ({ facilityId }) => facilityId);
      return facilities.flatMap((facility): FacilityDays[] => {
        const load = loads.get(facility.id);
        if (!load) return [];
        const capability = offering?.get(facility.id);
        return [
          {
            facility,
            ...secondsOf(load, from, to),
            unitsUntil: capability ? unitsOf(load, capability, from, to) : null,
            exceptions: exceptionsOf.get(facility.id) ?? [],
          },
        ];
      });
    });
  }
}

async function capabilitiesOf(
  db: EntityManager,
  facilityIds: readonly string[],
  workTypeCode: string,
): Promise<Map<string, Capability>> {
  const capabilities = await db.findBy(Capability, {
    facilityId: In([...facilityIds]),
    workTypeCode,
    isOffered: true,
  });
  return new Map(capabilities.map((capability) => [capability.facilityId, capability]));
}

function secondsOf(load: FacilityLoad, from: LocalDate, to: LocalDate) {
  const first = daysBetween(load.today, from);
  const end = daysBetween(load.today, to) + 1;
  const each = load.calendar.seconds.map((_, day) => day);
  return {
    supplySeconds: load.calendar.seconds.slice(first, end),
    freeSeconds: freeSecondsByPeriod(load, each).slice(first, end),
  };
}

function unitsOf(load: FacilityLoad, capability: Capability, from: LocalDate, to: LocalDate): number[] {
  const { workTypeCode: workType, secondsPerUnit, leadDays } = capability;
  const startDay = daysBetween(load.today, earliestStart(load.today, leadDays));
  const [first, last] = [daysBetween(load.today, from), daysBetween(load.today, to)];
  const byDay = capacityByDay(
    load.calendar,
    load.demands,
    { workType, secondsPerUnit, startDay },
    last,
    load.dailyLimits,
  );
  return Array.from({ length: last - first + 1 }, (_, index) => byDay[first + index - startDay] ?? 0);
}
