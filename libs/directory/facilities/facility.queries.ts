import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager, In, MoreThanOrEqual } from 'typeorm';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  accessErrors,
  checkPage,
  containing,
  groupBy,
  optionalLine,
  organisationKindOf,
  type Page,
  type PageOf,
  type PersonActor,
  UnitOfWork,
} from '#yui/platform';
import { Capability } from '../capabilities/capability.entity.js';
import { CalendarException } from '../capacity/calendar-exception.entity.js';
import { capacityErrors } from '../capacity/capacity.errors.js';
import { earliestStart, loadFacilities, possibleUnits } from '../capacity/facility-load.js';
import { PLANNING_DAYS } from '../capacity/planning-days.js';
import { WorkWeek } from '../capacity/work-week.entity.js';
import { Facility } from './facility.entity.js';
import { Membership } from './membership.entity.js';
import { memberFacilityIds } from './membership.policy.js';
import { RegistryWage } from './registry-wage.entity.js';
import { ServiceMention } from './service-mention.entity.js';

export interface FacilityFilter {
  /** Only those that offer this kind of work. */
  readonly workTypeCode?: string | null;
  /** Part of the name or of the services; width and case do not matter. */
  readonly text?: string | null;
}

/** Work of one kind until a day: how much of it could still be promised now? */
export interface RemainingCapacity {
  readonly facilityIds: readonly string[];
  readonly workTypeCode: string;
  readonly dueOn: LocalDate;
}

/**
 * A desk sees its members, a facility itself. What belongs to facilities is asked for many at once and given by
 * facility; one that is not visible, and one that has none, is not in the answer.
 */
@Injectable()
export class FacilityQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The facilities registered now, by name. @throws INPUT.* */
  async list(actor: PersonActor, filter: FacilityFilter = {}, page: Partial<Page> = {}): Promise<PageOf<Facility>> {
    const { skip, take } = checkPage(page);
    const text = optionalLine('text', filter.text, 100);
    return this.unitOfWork.read(actor, async (db) => {
      const query = db
        .createQueryBuilder(Facility, 'facility')
        .where('facility.id = ANY(:ids)', { ids: await presentIds(db, actor) });
      if (filter.workTypeCode) {
        query.andWhere(
          (outer) =>
            `EXISTS ${outer
              .subQuery()
              .select('1')
              .from(Capability, 'capability')
              .where('capability.facilityId = facility.id AND capability.isOffered')
              .andWhere('capability.workTypeCode = :workTypeCode')
              .getQuery()}`,
          { workTypeCode: filter.workTypeCode },
        );
      }
      if (text !== '') {
        const pattern = containing(text.normalize('NFKC').toLowerCase());
        query.andWhere(
          new Brackets((either) =>
            either
              .where('lower(normalize(facility.name, NFKC)) LIKE :pattern', { pattern })
              .orWhere('lower(normalize(facility.servicesText, NFKC)) LIKE :pattern', { pattern }),
          ),
        );
      }
      const [items, totalItems] = await query
        .orderBy('facility.name', 'ASC')
        .addOrderBy('facility.id', 'ASC')
        .skip(skip)
        .take(take)
        .getManyAndCount();
      return { items, totalItems };
    });
  }

  /** A desk also finds a facility that has left, since what was done together stays readable. @throws ACCESS.NOT_FOUND */
  async one(actor: PersonActor, id: string): Promise<Facility> {
    const facility = await this.unitOfWork.read(actor, async (db) => {
      const isVisible =
        organisationKindOf(actor.role) === 'DESK'
          ? await db.existsBy(Membership, { deskId: actor.organisationId, facilityId: id })
          : organisationKindOf(actor.role) === 'FACILITY' && actor.organisationId === id;
      return isVisible ? db.findOneBy(Facility, { id }) : null;
    });
    if (!facility) throw accessErrors.NOT_FOUND();
    return facility;
  }

  async capabilitiesOf(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, Capability[]>> {
    const capabilities = await this.unitOfWork.read(actor, async (db) =>
      db.find(Capability, {
        where: { facilityId: In(await presentAmong(db, actor, facilityIds)) },
        order: { workTypeCode: 'ASC' },
      }),
    );
    return groupBy(capabilities, (capability) => capability.facilityId);
  }

  /** What the registry says each facility does, in the order of its text. */
  async mentionsOf(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, ServiceMention[]>> {
    const mentions = await this.unitOfWork.read(actor, async (db) =>
      db.find(ServiceMention, {
        where: { facilityId: In(await presentAmong(db, actor, facilityIds)) },
        order: { position: 'ASC' },
      }),
    );
    return groupBy(mentions, (mention) => mention.facilityId);
  }

  /** Average wages and targets the registry published, oldest year first. */
  async wagesOf(actor: PersonActor, facilityIds: readonly string[]): Promise<Map<string, RegistryWage[]>> {
    const wages = await this.unitOfWork.read(actor, async (db) =>
      db.find(RegistryWage, {
        where: { facilityId: In(await presentAmong(db, actor, facilityIds)) },
        order: { fiscalYear: 'ASC' },
      }),
    );
    return groupBy(wages, (wage) => wage.facilityId);
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

async function presentIds(db: EntityManager, actor: PersonActor): Promise<string[]> {
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return memberFacilityIds(db, actor.organisationId);
    case 'FACILITY':
      return [actor.organisationId];
    default:
      return [];
  }
}

async function presentAmong(db: EntityManager, actor: PersonActor, facilityIds: readonly string[]): Promise<string[]> {
  const present = new Set(await presentIds(db, actor));
  return [...new Set(facilityIds)].filter((id) => present.has(id));
}

async function today(db: EntityManager): Promise<LocalDate> {
  const [row] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
  return todayInTokyo(row.now);
}
