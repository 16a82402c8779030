import { Injectable } from '@nestjs/common';
import { accessErrors, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { ACTIVITY_KINDS } from '#yui/wages';
import { reportCell, type ReportRow, type ReportTable, type ReportUnit, yearColumn } from '../tables/report-table.js';
import { checkYears } from '../wages/figures.js';

/** What is counted of activities. 延べ counts a facility each time it takes part, 実 once a year. */
export type ActivityMeasure = 'TIMES' | 'FACILITY_VISITS' | 'FACILITIES' | 'PEOPLE' | 'PEOPLE_ONLINE';
export type ActivityGrouping = 'KIND' | 'THEME';

export interface ActivityReportAsked {
  readonly by: ActivityGrouping;
  readonly measure: ActivityMeasure;
  readonly fromYear: number;
  readonly toYear: number;
}

const UNITS: Readonly<Record<ActivityMeasure, ReportUnit>> = {
  TIMES: 'TIMES',
  FACILITY_VISITS: 'FACILITIES',
  FACILITIES: 'FACILITIES',
  PEOPLE: 'PEOPLE',
  PEOPLE_ONLINE: 'PEOPLE',
};

const SUMS: Readonly<Record<ActivityMeasure, string>> = {
  TIMES: 'sum(a.times)',
  FACILITY_VISITS: 'sum(a.times * (SELECT count(*) FROM activity_facility f WHERE f.activity_id = a.id))',
  // A facility that took part in two kinds is one facility of the year: the total is counted, not added.
  FACILITIES: 'count(DISTINCT p.facility_id)',
  PEOPLE: 'sum(a.people)',
  PEOPLE_ONLINE: 'sum(a.people_online)',
};

/** What a desk did besides orders, by year. */
@Injectable()
export class ActivityReportQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND for everybody but a desk; INPUT.* */
  async report(actor: PersonActor, { by, measure, fromYear, toYear }: ActivityReportAsked): Promise<ReportTable> {
    if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
    checkYears({ fromYear, toYear });
    const column = by === 'KIND' ? 'a.kind' : 'a.theme';
    const joined = measure === 'FACILITIES' ? 'LEFT JOIN activity_facility p ON p.activity_id = a.id' : '';
    const found = await this.unitOfWork.readReport(actor, async (db) =>
      db.query<{ key: string | null; fiscal_year: number; value: number }[]>(
        `SELECT ${column} AS key, a.fiscal_year, ${SUMS[measure]}::integer AS value
         FROM activity a ${joined} WHERE a.desk_id = $1 AND a.fiscal_year BETWEEN $2 AND $3
         GROUP BY GROUPING SETS ((a.fiscal_year, ${column}), (a.fiscal_year))`,
        [actor.organisationId, fromYear, toYear],
      ),
    );
    const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
    const valueOf = new Map(found.map(({ key, fiscal_year: year, value }) => [`${key ?? ''} ${year}`, value]));
    const row = (key: string, label: string | null, sought: string, isTotal: boolean): ReportRow => ({
      key,
      label,
      fiscalYear: null,
      isTotal,
      cells: years.map((year) => reportCell(valueOf.get(`${sought} ${year}`) ?? 0)),
    });
    const themes = [...new Set(found.flatMap(({ key }) => key ?? []))].sort((a, b) => a.localeCompare(b, 'ja'));
    return {
      columns: years.map((year) => yearColumn(year, UNITS[measure])),
      rows: [
        ...(by === 'KIND'
          ? ACTIVITY_KINDS.map((kind) => row(kind, null, kind, false))
          : themes.map((theme, index) => row(`theme${index}`, theme, theme, false))),
        row('TOTAL', null, '', true),
      ],
    };
  }
}
