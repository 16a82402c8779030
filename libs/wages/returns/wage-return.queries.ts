import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type LocalDate } from '#yui/calendar';
import { Facility, RegistryWage } from '#yui/directory';
import { leastAdditionTarget } from '#yui/money';
import {
  accessErrors,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { readReturnContext, type ReturnContext } from './return-context.js';
import { knewOf, readerOf, REGISTERED } from './wage-readers.js';
import { WageReturn } from './wage-return.entity.js';
import { type WageReturnAction, type WageReturnState, wageReturnTransitions } from './wage-return.transitions.js';
import { WageTarget } from './wage-target.entity.js';

export interface WageReturnView extends WageReturn {
  readonly facility: Pick<Facility, 'id' | 'name'>;
  readonly availableActions: readonly WageReturnAction[];
}

/** A figure of an earlier year. */
export interface WageHistoryYear {
  readonly fiscalYear: number;
  readonly monthYen: number | null;
  readonly hourYen: number | null;
  readonly targetYen: number | null;
  /** The file it was imported from; null: it comes from a return. */
  readonly sourceFile: string | null;
}

/** All that the page of a facility needs to fill in a year. */
export interface WageReturnForm {
  readonly facility: Pick<Facility, 'id' | 'name' | 'openedOn' | 'closedOn'>;
  readonly fiscalYear: number;
  /** The version that is open, or else the one that counts. */
  readonly present: WageReturnView | null;
  readonly context: ReturnContext;
  /** The version of the year before that counts; null: none. */
  readonly last: WageReturn | null;
  readonly dueOn: LocalDate | null;
  /** The least target of 目標工賃達成加算 for the year after; null: an average is missing. */
  readonly leastAdditionTargetYen: number | null;
  /** Earlier years, the oldest first. */
  readonly history: readonly WageHistoryYear[];
  /** Targets from the year on. */
  readonly targets: readonly WageTarget[];
}

export interface WageReturnFilter {
  readonly status?: WageReturnState | null;
  readonly fiscalYear?: number | null;
}

@Injectable()
export class WageReturnQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless the actor sees the facility */
  async form(actor: PersonActor, facilityId: string, fiscalYear: number): Promise<WageReturnForm> {
    return this.unitOfWork.read(actor, async (db) => {
      const facility = await seen(db, actor, facilityId);
      // The latest; after a facility has left, its desk knows the one that counted then.
      const versions = await db.find(WageReturn, {
        where: { facilityId, fiscalYear },
        order: { version: 'DESC' },
        take: 1,
      });
      const context = await readReturnContext(db, facility, fiscalYear);
      const { twoBefore, threeBefore } = context.rules.nationalYen;
      return {
        facility,
        fiscalYear,
        present: versions[0] ? viewOf(actor, facility, versions[0]) : null,
        context,
        last: context.last,
        dueOn: context.rules.dueOn,
        leastAdditionTargetYen:
          context.lastMonthYen === null || twoBefore === null || threeBefore === null
            ? null
            : leastAdditionTarget(context.lastMonthYen, twoBefore, threeBefore),
        history: await historyOf(db, facilityId),
        targets: await db.find(WageTarget, { where: { facilityId }, order: { fiscalYear: 'ASC' }, take: 50 }),
      };
    });
  }

  /** Those that are to be checked, or in another state, the one that waits longest first. @throws ACCESS.NOT_FOUND, INPUT.* */
  async list(
    actor: PersonActor,
    filter: WageReturnFilter = {},
    page: PageRequest = {},
  ): Promise<PageOf<WageReturnView>> {
    const rows = (db: EntityManager) => {
      const query = db
        .createQueryBuilder(WageReturn, 'wage_return')
        .where(`wage_return.facility_id IN (${REGISTERED})`, readerOf(actor))
        .andWhere(KNOWN);
      if (filter.status) query.andWhere('wage_return.status = :status', { status: filter.status });
      else query.andWhere(`wage_return.status <> 'DRAFT'`);
      if (filter.fiscalYear) query.andWhere('wage_return.fiscal_year = :year', { year: filter.fiscalYear });
      return query;
    };
    const order = { by: 'wage_return.created_at', kind: 'INSTANT', direction: 'ASC' } as const;
    const show = async (db: EntityManager, returns: WageReturn[]) => {
      const ids = [...new Set(returns.map(({ facilityId }) => facilityId))];
      const facilities = new Map((await db.findBy(Facility, { id: In(ids) })).map((each) => [each.id, each]));
      return returns.flatMap((row) => {
        const facility = facilities.get(row.facilityId);
        return facility ? [viewOf(actor, facility, row)] : [];
      });
    };
    return readPage(this.unitOfWork, actor, page, { rows, order, show });
  }

  /** A version, as who may see it sees it. @throws ACCESS.NOT_FOUND */
  async one(actor: PersonActor, id: string): Promise<WageReturnView> {
    return this.unitOfWork.read(actor, async (db) => {
      const query = db.createQueryBuilder(WageReturn, 'wage_return').where('wage_return.id = :id', { id });
      const isFacility = organisationKindOf(actor.role) === 'FACILITY';
      const row = await (isFacility ? query : query.andWhere(KNOWN, readerOf(actor))).getOne();
      if (!row) throw accessErrors.NOT_FOUND();
      return viewOf(actor, await seen(db, actor, row.facilityId), row);
    });
  }

  /** Facilities that pay wages and have sent nothing for the year, by name. @throws ACCESS.NOT_FOUND, INPUT.* */
  async missing(actor: PersonActor, fiscalYear: number, page: PageRequest = {}): Promise<PageOf<Facility>> {
    const rows = (db: EntityManager) =>
      db
        .createQueryBuilder(Facility, 'facility')
        .where(`facility.id IN (${REGISTERED} AND m.left_on IS NULL)`, readerOf(actor))
        .andWhere(`facility.type_code IN ('A_TYPE', 'B_TYPE')`)
        // Open at some time of the year.
        .andWhere(`(facility.closed_on IS NULL OR facility.closed_on >= make_date(:fiscalYear, 4, 1))`)
        .andWhere(`(facility.opened_on IS NULL OR facility.opened_on < make_date(:fiscalYear + 1, 4, 1))`)
        .andWhere(
          `NOT EXISTS (SELECT 1 FROM wage_return w WHERE w.facility_id = facility.id AND w.fiscal_year = :fiscalYear
             AND w.status IN ('SUBMITTED', 'CHECKED'))`,
          { fiscalYear },
        );
    const order = { by: 'facility.name', kind: 'TEXT', direction: 'ASC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, facilities) => facilities });
  }
}

/** Submitted while the facility was registered. */
const KNOWN = knewOf(
  'wage_return.facility_id',
  `CASE WHEN wage_return.status <> 'RETURNED' THEN wage_return.submitted_at END`,
);

/** @throws ACCESS.NOT_FOUND unless it is the own one, or one the desk or the prefecture has to do with */
async function seen(db: EntityManager, actor: PersonActor, facilityId: string): Promise<Facility> {
  const query = db.createQueryBuilder(Facility, 'facility').where('facility.id = :facilityId', { facilityId });
  const isOwn = organisationKindOf(actor.role) === 'FACILITY' && actor.organisationId === facilityId;
  const facility = await (isOwn ? query : query.andWhere(`facility.id IN (${REGISTERED})`, readerOf(actor))).getOne();
  if (!facility) throw accessErrors.NOT_FOUND();
  return facility;
}

function viewOf(actor: PersonActor, facility: Facility, row: WageReturn): WageReturnView {
  return { ...row, facility, availableActions: wageReturnTransitions.availableActions(row.status, actor) };
}

const MAX_YEARS = 50;

async function historyOf(db: EntityManager, facilityId: string): Promise<WageHistoryYear[]> {
  const order = { fiscalYear: 'ASC' } as const;
  const listed = await db.find(RegistryWage, { where: { facilityId }, order, take: MAX_YEARS });
  const checked = await db.find(WageReturn, { where: { facilityId, status: 'CHECKED' }, order, take: MAX_YEARS });
  const years = new Map<number, WageHistoryYear>();
  for (const { fiscalYear, monthYen, hourYen, targetMonthYen, sourceFile } of listed) {
    years.set(fiscalYear, { fiscalYear, monthYen, hourYen, targetYen: targetMonthYen, sourceFile: sourceFile ?? '' });
  }
  for (const { fiscalYear, monthYen, hourYen, targetYen } of checked) {
    const target = targetYen ?? years.get(fiscalYear)?.targetYen ?? null;
    years.set(fiscalYear, { fiscalYear, monthYen, hourYen, targetYen: target, sourceFile: null });
  }
  return [...years.values()].sort((a, b) => a.fiscalYear - b.fiscalYear);
}
