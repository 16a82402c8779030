import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  IssueQuote,
  type Party,
  PlaceOrder,
  type QuoteAction,
  QuoteQueries,
  type QuoteView,
  RefuseQuote,
  ReviseQuote,
  type WorkOrder,
  WorkOrderQueries,
} from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { PartyType } from '../parties/party.types.js';
import { ReviseQuoteInput } from '../work-orders/work-order.inputs.js';
import { WorkOrderType } from '../work-orders/work-order.types.js';
import { IssueQuoteInput, PlaceOrderInput, QuoteActionEnum, QuoteType, RefuseQuoteInput } from './quote.types.js';
import { BUYER_ROLES, DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => QuoteType)
export class QuoteResolver {
  constructor(
    private readonly queries: QuoteQueries,
    private readonly workOrders: WorkOrderQueries,
    private readonly issue: IssueQuote,
    private readonly revise: ReviseQuote,
    private readonly refuse: RefuseQuote,
    private readonly place: PlaceOrder,
  ) {}

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Quoting again replaces the version before.')
  async issueQuote(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: IssueQuoteInput,
  ): Promise<{ workOrder: WorkOrder }> {
    const { workOrderId } = await this.issue.execute(actor, input);
    return { workOrder: await this.workOrders.get(actor, workOrderId) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Takes back the quote the buyer has not answered, to make another.')
  async reviseQuote(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ReviseQuoteInput,
  ): Promise<{ workOrder: WorkOrder }> {
    const { workOrderId } = await this.revise.execute(actor, input);
    return { workOrder: await this.workOrders.get(actor, workOrderId) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'The buyer does not want it at these terms. The desk may quote again.')
  async refuseQuote(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RefuseQuoteInput,
  ): Promise<{ workOrder: WorkOrder }> {
    const { workOrderId } = await this.refuse.execute(actor, input);
    return { workOrder: await this.workOrders.get(actor, workOrderId) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Accepts the newest quote. From here on the order binds.')
  async placeOrder(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: PlaceOrderInput,
  ): Promise<{ workOrder: WorkOrder }> {
    const { workOrderId } = await this.place.execute(actor, input);
    return { workOrder: await this.workOrders.get(actor, workOrderId) };
  }

  @ResolveField(() => [PartyType], { description: '斡旋型 only: the facilities the buyer chooses among.' })
  async candidates(@Parent() quote: QuoteView, @Load() load: Loaders): Promise<Party[]> {
    return Promise.all(quote.candidateFacilityIds.map(async (id) => load.facility.load(id)));
  }

  @ResolveField(() => [QuoteActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() quote: QuoteView, @CurrentActor() actor: PersonActor): QuoteAction[] {
    return this.queries.availableActions(actor, quote);
  }
}
