import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import { type AmountUnit, JointOrderQueries, jointOrderReport, type JointOrderResults } from '#yui/reports';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { JointOrderResultsType } from './joint-order.types.js';
import { AmountUnitEnum } from './procurement.types.js';
import { ReportTableType } from './report-table.types.js';

const FROM = { type: () => Int, description: 'First fiscal year, from 2005 on.' };
const TO = { type: () => Int, description: 'Last fiscal year; at most 25 side by side.' };
const DESK = { type: () => Id, nullable: true, description: 'For a prefecture; omitted: all its desks.' };
const UNIT = { type: () => AmountUnitEnum, defaultValue: 'YEN', description: 'Of sales.' };

/** What desks brought about, years side by side. */
@Resolver(() => JointOrderResultsType)
export class JointOrderResolver {
  constructor(private readonly queries: JointOrderQueries) {}

  @Grant([...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => JointOrderResultsType, { description: 'Orders, facilities and sales by contract type and year.' })
  async jointOrderResults(
    @CurrentActor() actor: PersonActor,
    @Args('fromYear', FROM) fromYear: number,
    @Args('toYear', TO) toYear: number,
    @Args('deskId', DESK) deskId: string | null,
  ): Promise<JointOrderResults> {
    return this.queries.results(actor, { deskId, fromYear, toYear });
  }

  @Grant([...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => ReportTableType, { description: 'jointOrderResults as a report.' })
  async jointOrderTable(
    @CurrentActor() actor: PersonActor,
    @Args('fromYear', FROM) fromYear: number,
    @Args('toYear', TO) toYear: number,
    @Args('deskId', DESK) deskId: string | null,
    @Args('unit', UNIT) unit: AmountUnit,
  ): Promise<ReportTableType> {
    return this.table(await this.queries.results(actor, { deskId, fromYear, toYear }), unit);
  }

  @ResolveField(() => ReportTableType, { description: 'It as a report.' })
  table(@Parent() results: JointOrderResults, @Args('unit', UNIT) unit: AmountUnit): ReportTableType {
    return jointOrderReport(results, unit);
  }
}
