import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Balance,
  type Contract,
  type ContractMilestone,
  ContractQueries,
  RecordPaperReturned,
  ReportNegotiation,
  ReportReferralOutcome,
  type SettlementLine,
  type TimelineEntry,
} from '#yui/contracts';
import type { OrderName, Party } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { OrderNameType, PartyType } from '../parties/party.types.js';
import { Id } from '../graphql/scalars.js';
import { PageArgs } from '../graphql/page.js';
import {
  ContractActionEnum,
  ContractBalanceType,
  ContractFilterInput,
  ContractPageType,
  ContractMilestoneType,
  ContractObjectType,
  ReportNegotiationInput,
  RecordPaperReturnedInput,
  ReportReferralOutcomeInput,
  SettlementLineType,
  TimelineEntryType,
} from './contract.types.js';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => ContractObjectType)
export class ContractResolver {
  constructor(
    private readonly queries: ContractQueries,
    private readonly report: ReportReferralOutcome,
    private readonly negotiation: ReportNegotiation,
    private readonly paper: RecordPaperReturned,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => ContractPageType, { description: 'Newest first.' })
  async contracts(
    @CurrentActor() actor: PersonActor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true }) filter?: ContractFilterInput,
  ): Promise<ContractPageType> {
    return this.queries.page(actor, filter ?? {}, page);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => ContractObjectType, { description: 'A contract, for its parties and the desk.' })
  async contract(
    @CurrentActor() actor: PersonActor,
    @Args('id', { type: () => Id }) id: string,
  ): Promise<ContractObjectType> {
    return this.queries.get(actor, id);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Mutation({ contract: ContractObjectType }, '斡旋型: the two are still talking; the days begin again.')
  async reportNegotiation(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ReportNegotiationInput,
  ): Promise<{ contract: ContractObjectType }> {
    const { contractId } = await this.negotiation.execute(actor, input);
    return { contract: await this.queries.get(actor, contractId) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ contract: ContractObjectType }, 'The paper the buyer signed is back: the contract binds.')
  async recordPaperReturned(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RecordPaperReturnedInput,
  ): Promise<{ contract: ContractObjectType }> {
    const { contractId } = await this.paper.execute(actor, input);
    return { contract: await this.queries.get(actor, contractId) };
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Mutation({ contract: ContractObjectType }, '斡旋型: what came of an introduction.')
  async reportReferralOutcome(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ReportReferralOutcomeInput,
  ): Promise<{ contract: ContractObjectType }> {
    const { contractId } = await this.report.execute(actor, input);
    return { contract: await this.queries.get(actor, contractId) };
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'Null when the buyer is no party to it.' })
  async buyer(@Parent() contract: Contract, @Load() load: Loaders): Promise<Party | null> {
    return contract.buyerId === null ? null : load.buyer.load(contract.buyerId);
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'Null when no facility is a party to it.' })
  async facility(@Parent() contract: Contract, @Load() load: Loaders): Promise<Party | null> {
    return contract.facilityId === null ? null : load.facility.load(contract.facilityId);
  }

  @ResolveField(() => OrderNameType, { description: 'The order it came of.' })
  async order(@Parent() contract: Contract, @Load() load: Loaders): Promise<OrderName> {
    return load.orderName.load(contract.workOrderId);
  }

  @ResolveField(() => [ContractActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() contract: Contract, @CurrentActor() actor: PersonActor) {
    return this.queries.availableActions(actor, contract);
  }

  @ResolveField(() => [ContractBalanceType], {
    description: 'For the desk: what is owed and was paid, the work before the fee. Empty for all else.',
  })
  async balances(@Parent() contract: Contract, @Load() load: Loaders): Promise<Balance[]> {
    return load.balancesOfContract.load(contract.id);
  }

  @ResolveField(() => [ContractMilestoneType], { description: 'In the order in which they come.' })
  async milestones(@Parent() contract: Contract, @Load() load: Loaders): Promise<ContractMilestone[]> {
    return load.milestonesOfContract.load(contract.id);
  }

  @ResolveField(() => ContractMilestoneType, { nullable: true, description: 'What it waits for now.' })
  async nextMilestone(@Parent() contract: Contract, @Load() load: Loaders): Promise<ContractMilestone | null> {
    const milestones = await load.milestonesOfContract.load(contract.id);
    const open = milestones.filter(({ status }) => status === 'OPEN');
    return open.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0] ?? null;
  }

  @ResolveField(() => [TimelineEntryType], { description: 'All that happened to it, oldest first.' })
  async timeline(@Parent() contract: Contract, @Load() load: Loaders): Promise<TimelineEntry[]> {
    return load.timelineOfContract.load(contract.id);
  }

  @ResolveField(() => [SettlementLineType], {
    description: 'What the acting organisation pays or is paid; a desk: all.',
  })
  async settlement(@Parent() contract: Contract, @Load() load: Loaders): Promise<SettlementLine[]> {
    return load.settlementOfContract.load(contract.id);
  }
}
