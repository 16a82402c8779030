import { Injectable } from '@nestjs/common';
import { Between, type EntityManager, In } from 'typeorm';
import { addDays, type LocalDate } from '#yui/calendar';
import { Facility, WorkType } from '#yui/directory';
import { DAY_OF_BUSINESS, WorkOrder, type WorkOrderState } from '#yui/orders';
import {
  groupBy,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { calledOffUnits } from './called-off-units.js';
import { OccurrencePrice } from './occurrence-price.entity.js';
import { OccurrenceShare, type OccurrenceShareState, STANDING_STATES } from './occurrence-share.entity.js';
import { Occurrence } from './occurrence.entity.js';

/** Two years, as far as work is planned. */
const MAX_DAYS = 731;
const MAX_DATES = 1000;

export interface OccurrenceView extends Occurrence {
  /** Of its order; null: it is none yet, or was none. */
  readonly orderStatus: WorkOrderState | null;
  /** For the desk: who does it, while it is no order. */
  readonly shares: readonly {
    readonly facilityId: string;
    readonly facilityName: string;
    readonly units: number;
    readonly status: OccurrenceShareState;
  }[];
}

/** A date nobody did: its day has passed, and it never became an order. */
export interface MissedDate extends Pick<Occurrence, 'id' | 'standingOrderId' | 'siteName' | 'dueOn' | 'quantity'> {
  readonly number: string;
  readonly title: string;
  readonly unit: string;
}

/** One date a facility is to come, or is asked about. */
export interface ComingDate {
  readonly shareId: string;
  readonly standingOrderId: string;
  readonly title: string;
  readonly siteName: string;
  readonly specification: string;
  readonly workTypeName: string;
  readonly unit: string;
  readonly units: number;
  readonly facilityUnitPriceSen: number;
  readonly startOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly status: OccurrenceShareState;
}

@Injectable()
export class OccurrenceQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of a standing order between two days, by date; at most 1,000. Facilities and shares are the desk's. */
  async of(actor: PersonActor, { id }: StandingOrder, from: LocalDate, to: LocalDate): Promise<OccurrenceView[]> {
    const isDesk = organisationKindOf(actor.role) === 'DESK';
    const latest = addDays(from, MAX_DAYS);
    return this.unitOfWork.read(actor, async (db) => {
      const occurrences = await db.find(Occurrence, {
        where: { standingOrderId: id, dueOn: Between(from, to < latest ? to : latest) },
        order: { dueOn: 'ASC', sitePosition: 'ASC', id: 'ASC' },
        take: MAX_DATES,
      });
      const orders = await db.findBy(WorkOrder, {
        id: In(occurrences.flatMap(({ workOrderId }) => (workOrderId === null ? [] : [workOrderId]))),
      });
      const statusOf = new Map(orders.map((order) => [order.id, order.status]));
      const shares = isDesk
        ? await db.findBy(OccurrenceShare, { standingOrderId: id, status: In([...STANDING_STATES, 'DECLINED']) })
        : [];
      const facilities = await db.findBy(Facility, { id: In([...new Set(shares.map((share) => share.facilityId))]) });
      const nameOf = new Map(facilities.map((facility) => [facility.id, facility.name]));
      const sharesOf = groupBy(shares, (share) => share.occurrenceId);
      return occurrences.map((occurrence) => ({
        ...occurrence,
        orderStatus: statusOf.get(occurrence.workOrderId ?? '') ?? null,
        shares: (sharesOf.get(occurrence.id) ?? []).map(({ facilityId, units, status }) => ({
          facilityId,
          facilityName: nameOf.get(facilityId) ?? '',
          units,
          status,
        })),
      }));
    });
  }

  /** Of the acting desk, the longest past first: each is to be omitted, with the reason, or moved. */
  async missed(actor: PersonActor, page: PageRequest): Promise<PageOf<MissedDate>> {
    const { organisationId: deskId } = actor;
    const rows = (db: EntityManager) =>
      db
        .createQueryBuilder(Occurrence, 'occurrence')
        .where(`occurrence.deskId = :deskId AND occurrence.status = 'COMING'`, { deskId })
        .andWhere(`occurrence.dueOn < ${DAY_OF_BUSINESS}`);
    const order = { by: 'occurrence.dueOn', kind: 'DAY', direction: 'ASC' } as const;
    const show = async (db: EntityManager, found: readonly Occurrence[]): Promise<MissedDate[]> => {
      const ids = [...new Set(found.map(({ standingOrderId }) => standingOrderId))];
      const standings = new Map((await db.findBy(StandingOrder, { id: In(ids) })).map((row) => [row.id, row]));
      const codes = [...standings.values()].map(({ workTypeCode }) => workTypeCode);
      const units = new Map((await db.findBy(WorkType, { code: In(codes) })).map(({ code, unit }) => [code, unit]));
      return found.map(({ id, standingOrderId, siteName, dueOn, quantity }) => {
        const { number, title, workTypeCode } = standings.get(standingOrderId)!;
        const unit = units.get(workTypeCode) ?? '';
        return { id, standingOrderId, siteName, dueOn, quantity, number, title, unit };
      });
    };
    return readPage(this.unitOfWork, actor, page, { rows, order, show });
  }

  /** 単価契約: units called off until now, by what the orders have. */
  async calledOff(actor: PersonActor, { id, ceilingUnits }: StandingOrder): Promise<number | null> {
    if (ceilingUnits === null) return null;
    // As a use case reads: who works for the buyer, it is not to see, and how much of what was cancelled is done, it is.
    return this.unitOfWork.run(actor, async (tx) => calledOffUnits(tx, id));
  }

  /** The dates of the acting facility that are no orders yet, by date; at most 1,000. */
  async comingOf(actor: PersonActor): Promise<ComingDate[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const shares = await db
        .createQueryBuilder(OccurrenceShare, 'share')
        .innerJoin(Occurrence, 'occurrence', 'occurrence.id = share.occurrenceId')
        .where(`share.facilityId = :facilityId AND share.status IN ('OFFERED', 'AGREED')`, {
          facilityId: actor.organisationId,
        })
        .orderBy('occurrence.dueOn')
        .addOrderBy('share.id')
        .limit(MAX_DATES)
        .getMany();
      const occurrences = await db.findBy(Occurrence, { id: In(shares.map(({ occurrenceId }) => occurrenceId)) });
      const prices = await db.findBy(OccurrencePrice, { occurrenceId: In(occurrences.map(({ id }) => id)) });
      const standings = await db.findBy(StandingOrder, {
        id: In([...new Set(shares.map((share) => share.standingOrderId))]),
      });
      const types = await db.findBy(WorkType, { code: In(standings.map(({ workTypeCode }) => workTypeCode)) });
      const occurrenceOf = new Map(occurrences.map((row) => [row.id, row]));
      const priceOf = new Map(prices.map((row) => [row.occurrenceId, row.facilityUnitPriceSen]));
      const standingOf = new Map(standings.map((row) => [row.id, row]));
      const typeOf = new Map(types.map((row) => [row.code, row]));
      return shares.flatMap((share): ComingDate[] => {
        const occurrence = occurrenceOf.get(share.occurrenceId);
        const standing = standingOf.get(share.standingOrderId);
        const type = typeOf.get(standing?.workTypeCode ?? '');
        const facilityUnitPriceSen = priceOf.get(share.occurrenceId);
        if (!occurrence || !standing || !type || facilityUnitPriceSen === undefined) return [];
        const { siteName, startOn, dueOn } = occurrence;
        return [
          {
            shareId: share.id,
            standingOrderId: standing.id,
            title: standing.title,
            specification: standing.specification,
            workTypeName: type.nameJa,
            unit: type.unit,
            units: share.units,
            status: share.status,
            siteName,
            startOn,
            dueOn,
            facilityUnitPriceSen,
          },
        ];
      });
    });
  }
}
