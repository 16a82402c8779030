import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BUYER_ROLES, DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import {
  type AmountUnit,
  PolicyQueries,
  type PolicyReport,
  ProcurementQueries,
  procurementReport,
  type ProcurementResults,
  RecordPolicy,
  SetProcurementRule,
  SetProcurementTarget,
} from '#yui/reports';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { ReportTableType } from './report-table.types.js';
import {
  PolicyReportType,
  ProcurementRuleType,
  ProcurementTargetType,
  RecordPolicyInput,
  SetProcurementRuleInput,
  SetProcurementTargetInput,
} from './procurement-setting.types.js';
import { AmountUnitEnum, ProcuredRowPageType, ProcurementArgs, ProcurementResultsType } from './procurement.types.js';

const UNIT = { type: () => AmountUnitEnum, defaultValue: 'YEN', description: 'Of amounts.' };

/** What governments bought, years side by side. */
@Resolver(() => ProcurementResultsType)
export class ProcurementResolver {
  constructor(
    private readonly queries: ProcurementQueries,
    private readonly policies: PolicyQueries,
    private readonly target: SetProcurementTarget,
    private readonly rule: SetProcurementRule,
    private readonly policy: RecordPolicy,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => ProcurementResultsType, { description: 'What governments bought: the own one, or all of a prefecture.' })
  async procurementResults(
    @CurrentActor() actor: PersonActor,
    @Args() asked: ProcurementArgs,
  ): Promise<ProcurementResults> {
    return this.queries.results(actor, asked);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => ReportTableType, { description: 'procurementResults as a report.' })
  async procurementTable(
    @CurrentActor() actor: PersonActor,
    @Args() asked: ProcurementArgs,
    @Args('unit', UNIT) unit: AmountUnit,
  ): Promise<ReportTableType> {
    return this.table(await this.queries.results(actor, asked), unit);
  }

  @ResolveField(() => ReportTableType, { description: 'It as a report.' })
  table(@Parent() results: ProcurementResults, @Args('unit', UNIT) unit: AmountUnit): ReportTableType {
    return procurementReport(results, unit, results.names);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => ProcuredRowPageType, { description: 'The rows behind a cell of procurementResults.' })
  async procuredRows(
    @CurrentActor() actor: PersonActor,
    @Args() asked: ProcurementArgs,
    @Args('key', { type: () => String, nullable: true, description: 'Of the row; omitted: behind a total.' })
    key: string | null,
    @Args() page: PageArgs,
  ): Promise<ProcuredRowPageType> {
    return this.queries.rows(actor, asked, key, page);
  }

  @Grant([...BUYER_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => PolicyReportType, { description: 'Which governments have adopted a policy for the year.' })
  async procurementPolicies(
    @CurrentActor() actor: PersonActor,
    @Args('fiscalYear', { type: () => Int }) fiscalYear: number,
  ): Promise<PolicyReport> {
    return this.policies.policies(actor, fiscalYear);
  }

  @Grant([...BUYER_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => [ProcurementTargetType], { description: 'The own targets, the newest year first.' })
  async procurementTargets(@CurrentActor() actor: PersonActor): Promise<ProcurementTargetType[]> {
    return this.policies.targets(actor);
  }

  @Grant([...BUYER_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => [ProcurementRuleType], { description: 'How the own results are counted, the newest first.' })
  async procurementRules(@CurrentActor() actor: PersonActor): Promise<ProcurementRuleType[]> {
    return this.policies.rules(actor);
  }

  @Grant(['BUYER_ADMIN', 'PREFECTURE_OFFICER'])
  @Mutation({ procurementTargets: [ProcurementTargetType] }, 'The target of a year, as the policy says.')
  async setProcurementTarget(@CurrentActor() actor: PersonActor, @Args('input') input: SetProcurementTargetInput) {
    await this.target.execute(actor, input);
    return { procurementTargets: await this.policies.targets(actor) };
  }

  @Grant(['BUYER_ADMIN', 'PREFECTURE_OFFICER'])
  @Mutation({ procurementRules: [ProcurementRuleType] }, 'From which year on results are counted how.')
  async setProcurementRule(@CurrentActor() actor: PersonActor, @Args('input') input: SetProcurementRuleInput) {
    await this.rule.execute(actor, input);
    return { procurementRules: await this.policies.rules(actor) };
  }

  @Grant(['BUYER_ADMIN', 'PREFECTURE_OFFICER'])
  @Mutation({ report: PolicyReportType }, 'That a government has adopted its policy of a year, or has none.')
  async recordPolicy(@CurrentActor() actor: PersonActor, @Args('input') input: RecordPolicyInput) {
    await this.policy.execute(actor, input);
    return { report: await this.policies.policies(actor, input.fiscalYear) };
  }
}
