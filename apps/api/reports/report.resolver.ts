import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { CONTRACT_TYPES } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { ReportQueries } from '#yui/reports';
import { CurrentActor } from '../graphql/request-context.js';
import { ContractResultsType } from './report.types.js';
import { DESK_ROLES, Grant } from '#yui/platform';

@Resolver()
export class ReportResolver {
  constructor(private readonly queries: ReportQueries) {}

  @Grant(DESK_ROLES)
  @Query(() => ContractResultsType, {
    description: 'Orders, facilities and sales of one fiscal year by contract type.',
  })
  async contractResults(
    @CurrentActor() actor: PersonActor,
    @Args('fiscalYear', { type: () => Int }) fiscalYear: number,
  ): Promise<ContractResultsType> {
    const { byType, orders, ...results } = await this.queries.contractResults(actor, fiscalYear);
    return {
      ...results,
      byType: CONTRACT_TYPES.map((contractType) => ({ contractType, figures: byType[contractType] })),
      orders: orders.map(({ facilities, ...order }) => ({
        ...order,
        facilities: facilities.map(({ facilityId, name }) => ({ id: facilityId, name })),
      })),
    };
  }
}
