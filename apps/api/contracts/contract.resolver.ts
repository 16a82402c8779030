import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Contract, ContractQueries, ReportReferralOutcome } from '#yui/contracts';
import type { Party } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { PartyType } from '../parties/party.types.js';
import { ContractActionEnum, ContractObjectType, ReportReferralOutcomeInput } from './contract.types.js';

@Resolver(() => ContractObjectType)
export class ContractResolver {
  constructor(
    private readonly queries: ContractQueries,
    private readonly report: ReportReferralOutcome,
  ) {}

  @Mutation(() => ContractObjectType, { description: '斡旋型: what came of an introduction.' })
  async reportReferralOutcome(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ReportReferralOutcomeInput,
  ): Promise<ContractObjectType> {
    const { contractId } = await this.report.execute(actor, input);
    return this.queries.get(actor, contractId);
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'Null when the buyer is no party to it.' })
  async buyer(@Parent() contract: Contract, @Load() load: Loaders): Promise<Party | null> {
    return contract.buyerId === null ? null : load.buyer.load(contract.buyerId);
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'Null when no facility is a party to it.' })
  async facility(@Parent() contract: Contract, @Load() load: Loaders): Promise<Party | null> {
    return contract.facilityId === null ? null : load.facility.load(contract.facilityId);
  }

  @ResolveField(() => [ContractActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() contract: Contract, @CurrentActor() actor: PersonActor) {
    return this.queries.availableActions(actor, contract);
  }
}
