import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type CancellationAction,
  CancellationQueries,
  type CancellationView,
  CancelWorkOrder,
  RefuseCancellation,
  RequestCancellation,
  WithdrawCancellation,
} from '#yui/changes';
import { type WorkOrder, WorkOrderQueries } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import {
  RequestCancellationInput,
  RefuseCancellationInput,
  CancelWorkOrderInput,
  WithdrawCancellationInput,
} from '../work-orders/work-order.inputs.js';
import { WorkOrderType } from '../work-orders/work-order.types.js';
import { CancellationActionEnum, CancellationType } from './cancellation.types.js';
import { BUYER_ROLES, DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => CancellationType)
export class CancellationResolver {
  constructor(
    private readonly workOrders: WorkOrderQueries,
    private readonly queries: CancellationQueries,
    private readonly request: RequestCancellation,
    private readonly withdraw: WithdrawCancellation,
    private readonly refuse: RefuseCancellation,
    private readonly cancel: CancelWorkOrder,
  ) {}

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Asks the desk to end an order that was placed. The desk decides.')
  async requestCancellation(@CurrentActor() actor: PersonActor, @Args('input') input: RequestCancellationInput) {
    return { workOrder: await this.show(actor, await this.request.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Takes the request back: the order goes on.')
  async withdrawCancellation(@CurrentActor() actor: PersonActor, @Args('input') input: WithdrawCancellationInput) {
    return { workOrder: await this.show(actor, await this.withdraw.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'The desk cannot stop the work any more; the order goes on.')
  async refuseCancellation(@CurrentActor() actor: PersonActor, @Args('input') input: RefuseCancellationInput) {
    return { workOrder: await this.show(actor, await this.refuse.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation(
    { workOrder: WorkOrderType },
    'Ends an order. Facilities are told first; what was begun is finished as far as it has come, and paid.',
  )
  async cancelWorkOrder(@CurrentActor() actor: PersonActor, @Args('input') input: CancelWorkOrderInput) {
    return { workOrder: await this.show(actor, await this.cancel.execute(actor, input)) };
  }

  @ResolveField(() => [CancellationActionEnum], { description: 'What the acting role may do with the request now.' })
  availableActions(@Parent() cancellation: CancellationView, @CurrentActor() actor: PersonActor): CancellationAction[] {
    return this.queries.availableActions(actor, cancellation);
  }

  private async show(actor: PersonActor, { workOrderId }: { workOrderId: string }): Promise<WorkOrder> {
    return this.workOrders.get(actor, workOrderId);
  }
}
