import { Args, Query, Resolver } from '@nestjs/graphql';
import { BUYER_ROLES, DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import { type ClosedReport, type ClosedYear, ClosedYearQueries, CloseYear } from '#yui/reports';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { ClosedReportEnum, ClosedYearType, CloseYearInput, ClosingChangePageType } from './closing.types.js';
import { ReportTableType } from './report-table.types.js';

const CLOSED = { type: () => Id, description: 'One of closedYears.' };

/** Closed fiscal years, and what has changed since. */
@Resolver()
export class ClosingResolver {
  constructor(
    private readonly queries: ClosedYearQueries,
    private readonly close: CloseYear,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => [ClosedYearType], { description: 'The closed years of an own report, the latest first; at most 100.' })
  async closedYears(
    @CurrentActor() actor: PersonActor,
    @Args('report', { type: () => ClosedReportEnum, description: 'Which of the own reports.' }) report: ClosedReport,
  ): Promise<ClosedYear[]> {
    return this.queries.list(actor, report);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => ReportTableType, {
    description: 'Figures of a closed year as they were, as they are, and the difference.',
  })
  async closedYearTable(
    @CurrentActor() actor: PersonActor,
    @Args('closedYearId', CLOSED) id: string,
  ): Promise<ReportTableType> {
    return this.queries.table(actor, id);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => ClosingChangePageType, { description: 'What the differences of closedYearTable come from.' })
  async closingChanges(
    @CurrentActor() actor: PersonActor,
    @Args('closedYearId', CLOSED) id: string,
    @Args() page: PageArgs,
  ): Promise<ClosingChangePageType> {
    return this.queries.changes(actor, id, page);
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN', 'PREFECTURE_OFFICER'])
  @Mutation(
    { closedYearId: { type: Id, description: 'Of the version that was closed.' } },
    'Closes a report of a fiscal year as it stands. Corrections go on being possible, and are told against it.',
  )
  async closeYear(@CurrentActor() actor: PersonActor, @Args('input') input: CloseYearInput) {
    return this.close.execute(actor, input);
  }
}
