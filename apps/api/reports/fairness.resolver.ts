import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Measure } from '#yui/matching';
import { DESK_ROLES, FACILITY_ROLES, Grant, type PersonActor } from '#yui/platform';
import { type DeskLedger, FairnessQueries, fairnessReport } from '#yui/reports';
import { SplitMeasureEnum } from '../graphql/enums.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { FairnessLedgerType, FairnessRowPageType } from './fairness.types.js';
import { ReportTableType } from './report-table.types.js';

const YEAR = { type: () => Int, description: 'By its first calendar year, from 2005 on.' };
const MEASURE = { type: () => SplitMeasureEnum, defaultValue: 'YEN', description: 'What it is counted in.' };

/** Who received what from a desk, against the level of all. */
@Resolver()
export class FairnessResolver {
  constructor(private readonly queries: FairnessQueries) {}

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => [FairnessLedgerType], {
    description: 'The own ledger; for a facility one of each desk it is registered with, with its own line alone.',
  })
  async fairnessLedgers(
    @CurrentActor() actor: PersonActor,
    @Args('fiscalYear', YEAR) fiscalYear: number,
    @Args('measure', MEASURE) measure: Measure,
  ): Promise<DeskLedger[]> {
    return this.queries.ledgers(actor, fiscalYear, measure);
  }

  @Grant(DESK_ROLES)
  @Query(() => ReportTableType, { description: 'fairnessLedgers of a desk as a report.' })
  async fairnessTable(
    @CurrentActor() actor: PersonActor,
    @Args('fiscalYear', YEAR) fiscalYear: number,
    @Args('measure', MEASURE) measure: Measure,
  ): Promise<ReportTableType> {
    const [ledger] = await this.queries.ledgers(actor, fiscalYear, measure);
    return fairnessReport(ledger!);
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => FairnessRowPageType, { description: 'The rows behind a line of fairnessLedgers or one of its months.' })
  async fairnessRows(
    @CurrentActor() actor: PersonActor,
    @Args('fiscalYear', YEAR) fiscalYear: number,
    @Args('measure', MEASURE) measure: Measure,
    @Args('facilityId', { type: () => Id, nullable: true, description: 'For a desk; omitted: of all.' })
    facilityId: string | null,
    @Args('deskId', { type: () => Id, nullable: true, description: 'For a facility: of which ledger.' })
    deskId: string | null,
    @Args('month', { type: () => Int, nullable: true, description: '1 to 12; omitted: all of the year.' })
    month: number | null,
    @Args() page: PageArgs,
  ): Promise<FairnessRowPageType> {
    return this.queries.rows(actor, { fiscalYear, measure, facilityId, deskId, month }, page);
  }
}
