import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type OrderContact,
  type OrderNoteView,
  RemoveOrderNote,
  SetOrderContact,
  type WorkOrder,
  WorkOrderQueries,
  WriteOrderNote,
} from '#yui/orders';
import { BUYER_ROLES, DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { OrderContactType, OrderNoteType } from './order-contact.types.js';
import { RemoveOrderNoteInput, SetOrderContactInput, WriteOrderNoteInput } from './work-order.inputs.js';
import { WorkOrderType } from './work-order.types.js';

/** What stands beside an order: the buyer's own number and whom to ask, and what the desk notes for itself. */
@Resolver(() => WorkOrderType)
export class OrderContactResolver {
  constructor(
    private readonly queries: WorkOrderQueries,
    private readonly setContact: SetOrderContact,
    private readonly write: WriteOrderNote,
    private readonly remove: RemoveOrderNote,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Mutation({ workOrder: WorkOrderType }, 'States the buyer’s own number of an order and whom to ask there.')
  async setOrderContact(@CurrentActor() actor: PersonActor, @Args('input') input: SetOrderContactInput) {
    return { workOrder: await this.show(actor, await this.setContact.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Notes something about an order for the people of the desk alone.')
  async writeOrderNote(@CurrentActor() actor: PersonActor, @Args('input') input: WriteOrderNoteInput) {
    return { workOrder: await this.show(actor, await this.write.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Takes a note of the desk away.')
  async removeOrderNote(@CurrentActor() actor: PersonActor, @Args('input') input: RemoveOrderNoteInput) {
    return { workOrder: await this.show(actor, await this.remove.execute(actor, input)) };
  }

  @ResolveField(() => OrderContactType, {
    nullable: true,
    description: 'By what the buyer files it, and whom to ask there; null: nothing is stated.',
  })
  async contact(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<OrderContact | null> {
    const [contact] = await load.contactOfOrder.load(order.id);
    return contact ?? null;
  }

  @ResolveField(() => [OrderNoteType], {
    description: 'Notes of the desk, the newest first, 200 at most. Empty for all but the desk.',
  })
  async notes(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<OrderNoteView[]> {
    return load.notesOfOrder.load(order.id);
  }

  private async show(actor: PersonActor, { workOrderId }: { workOrderId: string }): Promise<WorkOrder> {
    return this.queries.get(actor, workOrderId);
  }
}
