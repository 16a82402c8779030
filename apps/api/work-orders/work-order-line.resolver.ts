import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { WorkType } from '#yui/directory';
import type { Allocation, StepView, WorkOrderLineView } from '#yui/fulfilment';
import { type DeliveryPlace, SetDeliveryPlaces, WorkOrderQueries } from '#yui/orders';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import { AllocationType } from '../allocations/allocation.types.js';
import { WorkTypeType } from '../directory/reference.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { DeliveryPlaceType } from './delivery-place.types.js';
import { SetDeliveryPlacesInput } from './work-order.inputs.js';
import { StepType, WorkOrderLineType, WorkOrderType } from './work-order.types.js';

@Resolver(() => WorkOrderLineType)
export class WorkOrderLineResolver {
  constructor(
    private readonly orders: WorkOrderQueries,
    private readonly setPlaces: SetDeliveryPlaces,
  ) {}

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Divides a line among places, as the buyer tells the desk.')
  async setDeliveryPlaces(@CurrentActor() actor: PersonActor, @Args('input') input: SetDeliveryPlacesInput) {
    const { workOrderId } = await this.setPlaces.execute(actor, input);
    return { workOrder: await this.orders.get(actor, workOrderId) };
  }

  @ResolveField(() => [DeliveryPlaceType], { description: 'Where its parts go; empty: where the order says.' })
  async places(@Parent() line: WorkOrderLineView, @Load() load: Loaders): Promise<DeliveryPlace[]> {
    return load.placesOfLine.load(line.id);
  }

  @ResolveField(() => WorkTypeType)
  async workType(@Parent() line: WorkOrderLineView, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(line.workTypeCode);
  }

  @ResolveField(() => [AllocationType], { description: 'All versions, the newest first. Empty for all but the desk.' })
  async allocations(@Parent() line: WorkOrderLineView, @Load() load: Loaders): Promise<Allocation[]> {
    return load.allocationsOfLine.load(line.id);
  }
}

@Resolver(() => StepType)
export class StepResolver {
  @ResolveField(() => WorkTypeType)
  async workType(@Parent() step: StepView, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(step.workTypeCode);
  }
}
