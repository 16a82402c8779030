import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThanOrEqual } from 'typeorm';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { groupBy, type PersonActor, UnitOfWork } from '#yui/platform';
import { presentAmong } from '../facilities/present-facilities.js';
import { CalendarException } from './calendar-exception.entity.js';
import { Capability } from './capability.entity.js';
import { capacityErrors } from './capacity.errors.js';
import { earliestStart, loadFacilities, possibleUnits } from './facility-load.js';
import { PLANNING_DAYS } from './planning-days.js';
import { WorkWeek } from './work-week.entity.js';

/** Work of one kind until a day: how much of it could still be promised now? */
export interface RemainingCapacity {
  readonly facilityIds: readonly string[];
  readonly workTypeCode: string;
  readonly dueOn: LocalDate;
}

/** What facilities can do, and when, by facility; one that is not visible, and one that has none, is not in the answer. */
@Injectable()
export class CapacityQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async capabilitiesOf(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, Capability[]>> {
    const capabilities = await this.unitOfWork.read(actor, async (db) =>
      db.find(Capability, {
        where: { facilityId: In(await presentAmong(db, actor, facilityIds)) },
        order: { workTypeCode: 'ASC' },
      }),
    );
    return groupBy(capabilities, (capability) => capability.facilityId);
  }

  async workWeeksOf(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, WorkWeek[]>> {
    const days = await this.unitOfWork.read(actor, async (db) =>
      db.find(WorkWeek, {
        where: { facilityId: In(await presentAmong(db, actor, facilityIds)) },
        order: { weekday: 'ASC' },
      }),
    );
    return groupBy(days, (day) => day.facilityId);
  }

  /** The days from today on that are not like others. */
  async exceptionsOf(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, CalendarException[]>> {
    const exceptions = await this.unitOfWork.read(actor, async (db) =>
      db.find(CalendarException, {
        where: {
          facilityId: In(await presentAmong(db, actor, facilityIds)),
          day: MoreThanOrEqual(await today(db)),
        },
        order: { day: 'ASC' },
      }),
    );
    return groupBy(exceptions, (exception) => exception.facilityId);
  }

  /**
   * Units of this work each facility could still promise now. All that is told of what it has promised elsewhere is this
   * number. A facility that does not offer the work is not in the answer.
   * @throws CAPACITY.DAY_OUT_OF_RANGE unless `dueOn` lies in the next two years
   */
  async possibleUnitsOf(actor: PersonActor, asked: RemainingCapacity): Promise<Map<string, number>> {
    return this.unitOfWork.read(actor, async (db) => {
      const first = await today(db);
      const last = addDays(first, PLANNING_DAYS);
      const { workTypeCode, dueOn } = asked;
      if (dueOn < first || dueOn > last) throw capacityErrors.DAY_OUT_OF_RANGE({ first, last });
      const capabilities = await db.findBy(Capability, {
        facilityId: In(await presentAmong(db, actor, asked.facilityIds)),
        workTypeCode,
        isOffered: true,
      });
      const ids = capabilities.map((capability) => capability.facilityId);
      const loads = await loadFacilities(db, ids, first, dueOn);
      const units = new Map<string, number>();
      for (const { facilityId, secondsPerUnit, leadDays } of capabilities) {
        const load = loads.get(facilityId);
        if (!load) continue;
        const request = { workTypeCode, secondsPerUnit, startOn: earliestStart(first, leadDays), dueOn };
        units.set(facilityId, possibleUnits(load, request));
      }
      return units;
    });
  }
}

async function today(db: EntityManager): Promise<LocalDate> {
  const [row] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
  return todayInTokyo(row.now);
}
