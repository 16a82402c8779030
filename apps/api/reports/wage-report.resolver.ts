import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import {
  type ActivityGrouping,
  type ActivityMeasure,
  ActivityReportQueries,
  WageFigureQueries,
  type WageReportKind,
  WageReportQueries,
} from '#yui/reports';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Yen } from '../graphql/scalars.js';
import { ReportTableType } from './report-table.types.js';
import {
  ActivityGroupingEnum,
  ActivityMeasureEnum,
  WageFigureFilterInput,
  WageFigurePageType,
  WageReportKindEnum,
} from './wage-report.types.js';

const FROM = { type: () => Int, description: 'The first fiscal year, by its first calendar year.' };
const TO = { type: () => Int, description: 'The last fiscal year; at most 30 years are reported together.' };
const USUAL_LIMIT_YEN = 10_000;

/** What wages were paid, and what desks did to raise them, by year. */
@Resolver()
export class WageReportResolver {
  constructor(
    private readonly reports: WageReportQueries,
    private readonly figures: WageFigureQueries,
    private readonly activities: ActivityReportQueries,
  ) {}

  @Grant([...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => ReportTableType, { description: 'Average wages of the facilities of a desk or a prefecture by year.' })
  async wageReport(
    @CurrentActor() actor: PersonActor,
    @Args('report', { type: () => WageReportKindEnum, description: 'Which of the reports.' }) kind: WageReportKind,
    @Args('fromYear', FROM) fromYear: number,
    @Args('toYear', TO) toYear: number,
    @Args('typeCode', { type: () => String, defaultValue: 'B_TYPE', description: 'Of which kind of facility.' })
    typeCode: string,
    @Args('limitYen', {
      type: () => Yen,
      defaultValue: USUAL_LIMIT_YEN,
      description: 'Of LOW_FOR_YEARS: below which average.',
    })
    limitYen: number,
  ): Promise<ReportTableType> {
    return this.reports.report(actor, { kind, fromYear, toYear, typeCode, limitYen });
  }

  @Grant([...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => WageFigurePageType, { description: 'The rows behind the reports of wages.' })
  async wageFigures(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => WageFigureFilterInput }) filter: WageFigureFilterInput,
    @Args() page: PageArgs,
  ): Promise<WageFigurePageType> {
    return this.figures.list(actor, filter, page);
  }

  @Grant(DESK_ROLES)
  @Query(() => ReportTableType, { description: 'Activities of the desk by year.' })
  async activityReport(
    @CurrentActor() actor: PersonActor,
    @Args('by', { type: () => ActivityGroupingEnum, description: 'By what they are counted.' }) by: ActivityGrouping,
    @Args('measure', { type: () => ActivityMeasureEnum, description: 'What is counted.' }) measure: ActivityMeasure,
    @Args('fromYear', FROM) fromYear: number,
    @Args('toYear', TO) toYear: number,
  ): Promise<ReportTableType> {
    return this.activities.report(actor, { by, measure, fromYear, toYear });
  }
}
