import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fiscalYearOf, fiscalYearRange } from '#yui/calendar';
import { accessErrors, organisationKindOf, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { ACTIVITY_GROUPS, COUNTED_RETURNS, MAIN_ACTIVITIES, WageRule } from '#yui/wages';
import type { ReportTable } from '../tables/report-table.js';
import { type DeskShare, deskShareTable } from './desk-share.js';
import { checkYears, FIGURES, type FiguresScope, scopeOf, type YearsAsked } from './figures.js';
import { targetTable, type TargetSums } from './target-table.js';
import {
  activityGroupTable,
  BAND_YEN,
  BANDS,
  cohortTable,
  countTable,
  knownCountTable,
  mainActivityTable,
  THRESHOLDS_YEN,
  type WageGroup,
  type WageYearSums,
  yearTable,
} from './wage-tables.js';

/** Which report of wages. */
export type WageReportKind =
  | 'YEARS'
  | 'TARGETS'
  | 'BANDS'
  | 'THRESHOLDS'
  | 'LOW_FOR_YEARS'
  | 'MAIN_ACTIVITIES'
  | 'MAIN_ACTIVITY_COUNTS'
  | 'ACTIVITY_GROUPS'
  | 'ACTIVITY_GROUP_COUNTS'
  | 'COHORTS'
  | 'DESK_SHARE';

export interface WageReportAsked extends YearsAsked {
  readonly kind: WageReportKind;
  /** Of LOW_FOR_YEARS: below which average. */
  readonly limitYen: number;
}

/** Facilities count as established after so many years. */
const ESTABLISHED_YEARS = 3;
const MAX_LIMIT_YEN = 1_000_000;

const BAND = `least(month_yen / ${BAND_YEN}, ${BANDS - 1})::text`;
/** Fiscal year of a day. */
const OPENED_YEAR = `(extract(year FROM opened_on - interval '3 months'))::integer::text`;

/** Reports of wages, by year. Every figure is the sum or the mean of rows of `WageFigureQueries`. */
@Injectable()
export class WageReportQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND for everybody but a desk and a prefecture; INPUT.* */
  async report(actor: PersonActor, asked: WageReportAsked): Promise<ReportTable> {
    checkYears(asked);
    requireInteger('limitYen', asked.limitYen, 1, MAX_LIMIT_YEN);
    return this.unitOfWork.readReport(actor, async (db) => {
      const scope = await scopeOf(db, actor, asked);
      const years = Array.from({ length: asked.toYear - asked.fromYear + 1 }, (_, index) => asked.fromYear + index);
      switch (asked.kind) {
        case 'YEARS':
          return yearTable(await yearSums(db, actor, scope));
        case 'TARGETS':
          return targetTable(await targetSums(db, scope), years);
        case 'BANDS': {
          const groups = await groupsBy(db, scope, `CASE WHEN month_yen IS NULL THEN 'NONE' ELSE 'B' || ${BAND} END`);
          const keys = [...Array.from({ length: BANDS }, (_, band) => `B${band}`), 'NONE'];
          return countTable(groups, years, keys, true);
        }
        case 'THRESHOLDS': {
          const lines = await groupsBy(db, scope, 'threshold::text', {
            from: `CROSS JOIN unnest(ARRAY[${THRESHOLDS_YEN.join(', ')}]) AS threshold`,
            where: 'month_yen >= threshold',
          });
          return countTable(lines, years, THRESHOLDS_YEN.map(String), false);
        }
        case 'LOW_FOR_YEARS':
          return countTable(
            await groupsBy(db, scope, `'LOW'`, {
              where: `month_yen < :limitYen AND opened_on <= make_date(fiscal_year + 1 - ${ESTABLISHED_YEARS}, 4, 1)`,
              limitYen: asked.limitYen,
            }),
            years,
            ['LOW'],
            false,
          );
        case 'MAIN_ACTIVITIES':
          return mainActivityTable(await groupsBy(db, scope, 'main_activity', WITH_FIGURE), years);
        case 'MAIN_ACTIVITY_COUNTS':
          return knownCountTable(await groupsBy(db, scope, 'main_activity', WITH_FIGURE), years, MAIN_ACTIVITIES);
        case 'ACTIVITY_GROUP_COUNTS':
          return knownCountTable(await groupsBy(db, scope, 'activity_group', WITH_FIGURE), years, ACTIVITY_GROUPS);
        case 'ACTIVITY_GROUPS':
          return activityGroupTable(await groupsBy(db, scope, 'activity_group', WITH_FIGURE), years);
        case 'COHORTS':
          return cohortTable(await groupsBy(db, scope, OPENED_YEAR, WITH_FIGURE), years);
        case 'DESK_SHARE':
          return deskShareTable(await deskShares(db, actor, scope), years);
      }
    });
  }
}

const WITH_FIGURE = { where: 'month_yen IS NOT NULL' } as const;

interface Narrowed {
  readonly from?: string;
  readonly where?: string;
  readonly limitYen?: number;
}

/** @param key SQL of what facilities are grouped by */
async function groupsBy(
  db: EntityManager,
  scope: FiguresScope,
  key: string,
  { from = '', where = 'true', limitYen = 0 }: Narrowed = {},
): Promise<WageGroup[]> {
  const rows = await select<{ fiscal_year: number; key: string | null; facilities: number; month_yen_sum: number }>(
    db,
    `SELECT fiscal_year, ${key} AS key, count(*)::integer AS facilities, coalesce(sum(month_yen), 0)::bigint AS month_yen_sum
     FROM (${FIGURES}) AS figure ${from} WHERE ${where} GROUP BY 1, 2`,
    { ...scope, limitYen },
  );
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    key: row.key,
    facilities: row.facilities,
    monthYenSum: row.month_yen_sum,
  }));
}

async function yearSums(db: EntityManager, actor: PersonActor, scope: FiguresScope): Promise<WageYearSums[]> {
  const isPrefecture = organisationKindOf(actor.role) === 'PREFECTURE';
  const targets = isPrefecture
    ? await db.find(WageRule, {
        where: { prefectureId: actor.organisationId, kind: 'PREFECTURE_TARGET' },
        order: { fromOn: 'ASC' },
      })
    : [];
  const rows = await select<Record<string, number>>(
    db,
    `SELECT fiscal_year, count(month_yen)::integer AS facilities, coalesce(sum(month_yen), 0)::bigint AS month_yen_sum,
       (count(*) - count(month_yen))::integer AS without_figure,
       count(hour_yen)::integer AS hourly, coalesce(sum(hour_yen), 0)::bigint AS hour_yen_sum,
       count(target_yen)::integer AS with_target, coalesce(sum(target_yen), 0)::bigint AS target_yen_sum,
       coalesce(sum(total_yen) FILTER (WHERE user_month_tenths > 0), 0)::bigint AS total_yen,
       coalesce(sum(user_month_tenths), 0)::bigint AS user_month_tenths
     FROM (${FIGURES}) AS figure GROUP BY fiscal_year ORDER BY fiscal_year`,
    scope,
  );
  const rowOf = new Map(rows.map((row) => [row.fiscal_year, row]));
  return Array.from({ length: scope.toYear - scope.fromYear + 1 }, (_, index) => {
    const fiscalYear = scope.fromYear + index;
    const sum = (name: string) => rowOf.get(fiscalYear)?.[name] ?? 0;
    return {
      fiscalYear,
      facilities: sum('facilities'),
      monthYenSum: sum('month_yen_sum'),
      withoutFigure: sum('without_figure'),
      hourly: sum('hourly'),
      hourYenSum: sum('hour_yen_sum'),
      withTarget: sum('with_target'),
      targetYenSum: sum('target_yen_sum'),
      totalYen: sum('total_yen'),
      userMonthTenths: sum('user_month_tenths'),
      prefectureTargetYen: targets.findLast(({ fromOn }) => fiscalYearOf(fromOn) === fiscalYear)?.yen ?? null,
    };
  });
}

/** By name. @throws ACCESS.NOT_FOUND for everybody but a desk: a prefecture sees no order of a desk */
async function deskShares(db: EntityManager, actor: PersonActor, scope: FiguresScope): Promise<DeskShare[]> {
  if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
  const { from } = fiscalYearRange(scope.fromYear);
  const { to } = fiscalYearRange(scope.toYear);
  const rows = await select<Record<'facility_id' | 'name', string> & Record<string, number>>(
    db,
    `SELECT facility.id AS facility_id, facility.name, earned.fiscal_year, earned.yen AS desk_yen,
       checked.production_revenue_yen AS production_yen
     FROM (
       SELECT facility_id, extract(year FROM performed_on - interval '3 months')::integer AS fiscal_year, sum(net_yen)::bigint AS yen
       FROM settlement_line
       WHERE desk_id = ANY(:deskIds) AND payee = 'FACILITY' AND kind = 'WORK' AND performed_on BETWEEN :from AND :to
       GROUP BY 1, 2
     ) AS earned
     JOIN facility ON facility.id = earned.facility_id AND facility.type_code = :typeCode
     LEFT JOIN (${COUNTED_RETURNS}) checked
       ON checked.facility_id = facility.id AND checked.fiscal_year = earned.fiscal_year
     ORDER BY facility.name, facility.id, earned.fiscal_year`,
    { ...scope, from, to },
  );
  return rows.map((row) => ({
    facilityId: row.facility_id,
    name: row.name,
    fiscalYear: row.fiscal_year!,
    deskYen: row.desk_yen!,
    productionYen: row.production_yen ?? null,
  }));
}

async function targetSums(db: EntityManager, scope: FiguresScope): Promise<TargetSums[]> {
  const rows = await select<Record<string, number>>(
    db,
    `SELECT fiscal_year, count(*)::integer AS with_target, count(month_yen)::integer AS compared,
       (count(*) FILTER (WHERE month_yen >= target_yen))::integer AS reached, sum(target_yen)::bigint AS target_yen,
       coalesce(sum(target_yen) FILTER (WHERE month_yen IS NOT NULL), 0)::bigint AS compared_target_yen,
       coalesce(sum(month_yen), 0)::bigint AS month_yen
     FROM (${FIGURES}) AS figure WHERE target_yen IS NOT NULL GROUP BY fiscal_year`,
    scope,
  );
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year!,
    withTarget: row.with_target!,
    compared: row.compared!,
    reached: row.reached!,
    targetYen: row.target_yen!,
    comparedTargetYen: row.compared_target_yen!,
    monthYen: row.month_yen!,
  }));
}

/** A statement with named parameters. */
async function select<Row>(db: EntityManager, sql: string, parameters: object): Promise<Row[]> {
  const values: unknown[] = [];
  const text = sql.replace(/(?<!:):(\w+)/g, (_, name: string) => {
    values.push((parameters as Record<string, unknown>)[name]);
    return `$${values.length}`;
  });
  return db.query<Row[]>(text, values);
}
