import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type AssignmentView, type DeliveryAction, DeliveryQueries, type DeliveryView } from '#yui/fulfilment';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { AssignmentType, DeliveryActionEnum, DeliveryPageType, DeliveryType } from './assignment.types.js';
import { DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => DeliveryType)
export class DeliveryResolver {
  constructor(private readonly queries: DeliveryQueries) {}

  @Grant(DESK_ROLES)
  @Query(() => DeliveryType, { description: 'One delivery, for the desk and the facility that made it.' })
  async delivery(
    @CurrentActor() actor: PersonActor,
    @Args('id', { type: () => Id }) id: string,
  ): Promise<DeliveryType> {
    return this.queries.get(actor, id);
  }

  @Grant(DESK_ROLES)
  @Query(() => DeliveryPageType, { description: 'What was handed over and not inspected yet.' })
  async deliveriesToInspect(@CurrentActor() actor: PersonActor, @Args() page: PageArgs): Promise<DeliveryPageType> {
    return this.queries.toInspect(actor, page);
  }

  @ResolveField(() => AssignmentType, { description: 'The share it is of.' })
  async assignment(@Parent() delivery: DeliveryView, @Load() load: Loaders): Promise<AssignmentView> {
    return load.assignment.load(delivery.assignmentId);
  }

  @ResolveField(() => [DeliveryActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() delivery: DeliveryView, @CurrentActor() actor: PersonActor): DeliveryAction[] {
    return this.queries.availableActions(actor, delivery);
  }
}
