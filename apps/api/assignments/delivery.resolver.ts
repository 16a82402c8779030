import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type DeliveryAction, DeliveryQueries, type DeliveryView } from '#yui/fulfilment';
import type { PersonActor } from '#yui/platform';
import { CurrentActor } from '../graphql/request-context.js';
import { DeliveryActionEnum, DeliveryType } from './assignment.types.js';

@Resolver(() => DeliveryType)
export class DeliveryResolver {
  constructor(private readonly queries: DeliveryQueries) {}

  @ResolveField(() => [DeliveryActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() delivery: DeliveryView, @CurrentActor() actor: PersonActor): DeliveryAction[] {
    return this.queries.availableActions(actor, delivery);
  }
}
