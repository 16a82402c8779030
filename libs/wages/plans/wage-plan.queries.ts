import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Facility } from '#yui/directory';
import {
  accessErrors,
  groupBy,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  requireInteger,
  UnitOfWork,
} from '#yui/platform';
import { COUNTED_RETURNS } from '../returns/counted-returns.js';
import { knewOf, readerOf, REGISTERED } from '../returns/wage-readers.js';
import { WagePlan } from './wage-plan.entity.js';
import { WagePlanMeasure } from './wage-plan-measure.entity.js';

/** Target against actual of a year of a plan. */
export interface WagePlanYear {
  readonly fiscalYear: number;
  /** null: the target was set after its facility had left. */
  readonly targetYen: number | null;
  /** Of the checked return, else of a published list; null: not known yet. */
  readonly monthYen: number | null;
}

export interface WagePlanView extends WagePlan {
  readonly facility: Pick<Facility, 'id' | 'name'>;
  readonly measures: readonly WagePlanMeasure[];
  readonly years: readonly WagePlanYear[];
}

const MAX_PLANS = 50;

/** Plans to raise wages, each with what became of its targets. */
@Injectable()
export class WagePlanQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The plans that cover a year, by facility. @throws ACCESS.NOT_FOUND for everybody but a desk and a prefecture; INPUT.* */
  async list(actor: PersonActor, fiscalYear: number, page: PageRequest = {}): Promise<PageOf<WagePlanView>> {
    requireInteger('fiscalYear', fiscalYear, 2005, 2200);
    const rows = (db: EntityManager) =>
      db
        .createQueryBuilder(WagePlan, 'plan')
        .where(':fiscalYear BETWEEN plan.from_year AND plan.to_year', { fiscalYear })
        .andWhere(`plan.facility_id IN (${REGISTERED})`, readerOf(actor))
        .andWhere(LATEST_KNOWN);
    const order = { by: 'plan.recorded_at', kind: 'INSTANT', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: viewsOf });
  }

  /** All plans of a facility, each in the latest version one was told of, the latest years first. @throws ACCESS.NOT_FOUND */
  async ofFacility(actor: PersonActor, facilityId: string): Promise<WagePlanView[]> {
    const isOwn = organisationKindOf(actor.role) === 'FACILITY' && actor.organisationId === facilityId;
    return this.unitOfWork.read(actor, async (db) => {
      const query = db.createQueryBuilder(WagePlan, 'plan').where('plan.facility_id = :facilityId', { facilityId });
      if (isOwn) query.andWhere('plan.is_latest');
      else {
        const scope = readerOf(actor);
        const known = db.createQueryBuilder(Facility, 'facility').where('facility.id = :facilityId', { facilityId });
        const isKnown = await known.andWhere(`facility.id IN (${REGISTERED})`, scope).getExists();
        if (!isKnown) throw accessErrors.NOT_FOUND();
        query.andWhere(LATEST_KNOWN, scope);
      }
      return viewsOf(db, await query.orderBy('plan.from_year', 'DESC').take(MAX_PLANS).getMany());
    });
  }
}

/** The last version the reader was told of; that of a facility that has left need not be the latest there is. */
const LATEST_KNOWN = `${knewOf('plan.facility_id', 'plan.recorded_at')} AND (plan.is_latest OR NOT EXISTS (
  SELECT 1 FROM wage_plan later
  WHERE later.facility_id = plan.facility_id AND later.from_year = plan.from_year AND later.version > plan.version
    AND ${knewOf('later.facility_id', 'later.recorded_at')}))`;

interface RawYear {
  readonly facility_id: string;
  readonly fiscal_year: number;
  readonly target_yen: number | null;
  readonly month_yen: number | null;
}

async function viewsOf(db: EntityManager, plans: readonly WagePlan[]): Promise<WagePlanView[]> {
  if (plans.length === 0) return [];
  const ids = [...new Set(plans.map(({ facilityId }) => facilityId))];
  const facilities = new Map((await db.findBy(Facility, { id: In(ids) })).map((each) => [each.id, each]));
  const measures = groupBy(
    await db.find(WagePlanMeasure, {
      where: { wagePlanId: In(plans.map(({ id }) => id)) },
      order: { fiscalYear: 'ASC', position: 'ASC' },
    }),
    ({ wagePlanId }) => wagePlanId,
  );
  const years = await db.query<RawYear[]>(
    `SELECT f.id AS facility_id, year AS fiscal_year, coalesce(target.month_yen, listed.target_month_yen) AS target_yen,
       coalesce(checked.month_yen, listed.month_yen) AS month_yen
     FROM unnest($1::uuid[]) AS f(id) CROSS JOIN generate_series($2::integer, $3::integer) AS year
     LEFT JOIN wage_target target ON target.facility_id = f.id AND target.fiscal_year = year
     LEFT JOIN registry_wage listed ON listed.facility_id = f.id AND listed.fiscal_year = year
     LEFT JOIN (${COUNTED_RETURNS}) checked ON checked.facility_id = f.id AND checked.fiscal_year = year`,
    [ids, Math.min(...plans.map(({ fromYear }) => fromYear)), Math.max(...plans.map(({ toYear }) => toYear))],
  );
  const yearOf = new Map(years.map((row) => [`${row.facility_id} ${row.fiscal_year}`, row]));
  return plans.flatMap((plan) => {
    const facility = facilities.get(plan.facilityId);
    if (!facility) return [];
    const own = Array.from({ length: plan.toYear - plan.fromYear + 1 }, (_, index) => {
      const fiscalYear = plan.fromYear + index;
      const row = yearOf.get(`${plan.facilityId} ${fiscalYear}`);
      return { fiscalYear, targetYen: row?.target_yen ?? null, monthYen: row?.month_yen ?? null };
    });
    return [{ ...plan, facility, measures: measures.get(plan.id) ?? [], years: own }];
  });
}
