import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Facility } from '#yui/directory';
import { type PageOf, type PageRequest, type PersonActor, readPage, requireInteger, UnitOfWork } from '#yui/platform';
import type { ActivityGroup, MainActivity } from '#yui/wages';
import { checkYears, FIGURES, scopeOf } from './figures.js';

/** What a facility may not have reported. */
export type WageUnknown = 'MAIN_ACTIVITY' | 'ACTIVITY_GROUP' | 'OPENED_ON';

/** Which rows of a report. */
export interface WageFigureFilter {
  readonly fiscalYear: number;
  /** Omitted: B_TYPE. */
  readonly typeCode?: string | null;
  readonly minYen?: number | null;
  /** Below this. */
  readonly belowYen?: number | null;
  /** Only those without a figure (true), or with one (false). */
  readonly isMissing?: boolean | null;
  readonly mainActivity?: MainActivity | null;
  readonly activityGroup?: ActivityGroup | null;
  /** Those that opened in this fiscal year. */
  readonly openedYear?: number | null;
  /** Only those with a target and a figure that reaches it (true) or not (false). */
  readonly isTargetReached?: boolean | null;
  /** Only those with a target. */
  readonly hasTarget?: boolean | null;
  /** Only those that said nothing of this. */
  readonly unknown?: WageUnknown | null;
  /** Those that had been open so many years at the end of the year. */
  readonly openForYears?: number | null;
}

/** A facility in a year: what reports are summed up from. */
export interface WageFigure {
  readonly facility: Pick<Facility, 'id' | 'name'>;
  readonly fiscalYear: number;
  readonly monthYen: number | null;
  readonly hourYen: number | null;
  readonly targetYen: number | null;
  /** Among all of the year that have a figure, the highest first; null: it has none. */
  readonly rank: number | null;
  /** The checked return; null: the figure is one of a published list. */
  readonly wageReturnId: string | null;
  readonly sourceFile: string | null;
  readonly sourceRow: number | null;
}

interface RawFigure {
  readonly facility_id: string;
  readonly month_yen: number | null;
  readonly hour_yen: number | null;
  readonly target_yen: number | null;
  readonly place: number;
  readonly return_id: string | null;
  readonly source_file: string | null;
  readonly source_row: number | null;
}

const MAX_YEN = 10_000_000;
const DIGITS = 12;

/** The rows behind the reports of wages. */
@Injectable()
export class WageFigureQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The highest first; those without a figure at the end. @throws ACCESS.NOT_FOUND, INPUT.* */
  async list(actor: PersonActor, filter: WageFigureFilter, page: PageRequest = {}): Promise<PageOf<WageFigure>> {
    const { fiscalYear } = filter;
    const asked = { fromYear: fiscalYear, toYear: fiscalYear, typeCode: filter.typeCode ?? 'B_TYPE' };
    checkYears(asked);
    const ranked = `SELECT figure.*, rank() OVER (ORDER BY month_yen DESC NULLS LAST)::integer AS place FROM (${FIGURES}) AS figure`;
    const rows = async (db: EntityManager) => {
      const query = db
        .createQueryBuilder(Facility, 'facility')
        .innerJoin(`(${ranked})`, 'figure', 'figure.facility_id = facility.id')
        .where('true')
        .setParameters(await scopeOf(db, actor, asked));
      for (const [condition, parameters] of conditionsOf(filter)) query.andWhere(condition, parameters);
      return query;
    };
    const order = {
      by: `lpad(coalesce(figure.month_yen, 0)::text, ${DIGITS}, '0')`,
      kind: 'TEXT',
      direction: 'DESC',
    } as const;
    const show = async (db: EntityManager, facilities: Facility[]) => {
      if (facilities.length === 0) return [];
      const found = await db
        .createQueryBuilder()
        .select('figure.*')
        .from(`(${ranked})`, 'figure')
        .where('figure.facility_id = ANY(:ids)', { ids: facilities.map(({ id }) => id) })
        .setParameters(await scopeOf(db, actor, asked))
        .getRawMany<RawFigure>();
      const figureOf = new Map(found.map((each) => [each.facility_id, each]));
      return facilities.flatMap((facility) => {
        const figure = figureOf.get(facility.id);
        return figure ? [shown(facility, fiscalYear, figure)] : [];
      });
    };
    return readPage(this.unitOfWork, actor, page, { rows, order, show });
  }
}

function shown(facility: Facility, fiscalYear: number, figure: RawFigure): WageFigure {
  return {
    facility,
    fiscalYear,
    monthYen: figure.month_yen,
    hourYen: figure.hour_yen,
    targetYen: figure.target_yen,
    rank: figure.month_yen === null ? null : figure.place,
    wageReturnId: figure.return_id,
    sourceFile: figure.return_id === null ? figure.source_file : null,
    sourceRow: figure.return_id === null ? figure.source_row : null,
  };
}

const UNKNOWN_COLUMNS: Readonly<Record<WageUnknown, string>> = {
  MAIN_ACTIVITY: 'main_activity',
  ACTIVITY_GROUP: 'activity_group',
  OPENED_ON: 'opened_on',
};

/** @throws INPUT.NUMBER_OUT_OF_RANGE */
function conditionsOf(filter: WageFigureFilter): [condition: string, parameters: object][] {
  const { minYen, belowYen, isMissing, mainActivity, activityGroup, openedYear, openForYears, fiscalYear } = filter;
  const { isTargetReached, hasTarget, unknown } = filter;
  const conditions: [string, object][] = [];
  const add = (condition: string, parameters: object = {}) => conditions.push([condition, parameters]);
  if (typeof minYen === 'number')
    add('figure.month_yen >= :minYen', { minYen: requireInteger('minYen', minYen, 0, MAX_YEN) });
  if (typeof belowYen === 'number') {
    add('figure.month_yen < :belowYen', { belowYen: requireInteger('belowYen', belowYen, 1, MAX_YEN) });
  }
  if (typeof isMissing === 'boolean') add(`(figure.month_yen IS NULL) = :isMissing`, { isMissing });
  if (mainActivity) add('figure.main_activity = :mainActivity', { mainActivity });
  if (activityGroup) add('figure.activity_group = :activityGroup', { activityGroup });
  if (typeof openedYear === 'number') {
    const year = requireInteger('openedYear', openedYear, 1873, fiscalYear);
    add('figure.opened_on BETWEEN make_date(:openedYear, 4, 1) AND make_date(:openedYear + 1, 3, 31)', {
      openedYear: year,
    });
  }
  if (typeof hasTarget === 'boolean') add('(figure.target_yen IS NOT NULL) = :hasTarget', { hasTarget });
  if (typeof isTargetReached === 'boolean') {
    add('(figure.month_yen >= figure.target_yen) = :isTargetReached', { isTargetReached });
  }
  if (unknown) add(`figure.${UNKNOWN_COLUMNS[unknown]} IS NULL`);
  if (typeof openForYears === 'number') {
    const years = requireInteger('openForYears', openForYears, 1, 100);
    add(`figure.opened_on <= make_date(:lastYear - :openForYears, 4, 1)`, {
      lastYear: fiscalYear + 1,
      openForYears: years,
    });
  }
  return conditions;
}
