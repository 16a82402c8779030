import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Contract, ContractQueries, RecordReduction, type Reduction, WithdrawReduction } from '#yui/contracts';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { ContractObjectType } from './contract.types.js';
import { RecordReductionInput, ReductionType, WithdrawReductionInput } from './reduction.types.js';

@Resolver(() => ContractObjectType)
export class ReductionResolver {
  constructor(
    private readonly contracts: ContractQueries,
    private readonly recordReductionCommand: RecordReduction,
    private readonly withdrawReductionCommand: WithdrawReduction,
  ) {}

  @Grant(DESK_ROLES)
  @Mutation({ contract: ContractObjectType }, '検収後の値引き・返品: the books follow, and the next invoice states it.')
  async recordReduction(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RecordReductionInput,
  ): Promise<{ contract: ContractObjectType }> {
    const { contractId } = await this.recordReductionCommand.execute(actor, input);
    return { contract: await this.contracts.get(actor, contractId) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ contract: ContractObjectType }, 'A reduction that was recorded by mistake is owed again.')
  async withdrawReduction(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: WithdrawReductionInput,
  ): Promise<{ contract: ContractObjectType }> {
    const { contractId } = await this.withdrawReductionCommand.execute(actor, input);
    return { contract: await this.contracts.get(actor, contractId) };
  }

  @ResolveField(() => [ReductionType], { description: 'What was taken off after acceptance, the newest first.' })
  async reductions(@Parent() contract: Contract, @Load() load: Loaders): Promise<Reduction[]> {
    return load.reductionsOfContract.load(contract.id);
  }
}
