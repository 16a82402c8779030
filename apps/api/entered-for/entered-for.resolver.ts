import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ENTERED_OPERATIONS, EnteredForQueries, type EnteredForView, SetEntering } from '#yui/correspondence';
import { AssignmentQueries, type AssignmentAction, type AssignmentView } from '#yui/fulfilment';
import type { WorkOrder, WorkOrderAction } from '#yui/orders';
import { BUYER_ROLES, FACILITY_ROLES, Grant, type PersonActor } from '#yui/platform';
import { type StandingOrder, StandingOrderQueries } from '#yui/recurring';
import type { CallView } from '#yui/sourcing';
import { AssignmentActionEnum, AssignmentType } from '../assignments/assignment.types.js';
import { CallType } from '../calls/call.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { StandingOrderType } from '../recurring/standing-order.types.js';
import { WorkOrderActionEnum, WorkOrderType } from '../work-orders/work-order.types.js';
import { EnteredForType, EnteringType, SetEnteringInput } from './entered-for.types.js';

const CAN_ENTER = 'Whether the desk may enter steps for it. Null for all but the desk.';

@Resolver()
export class EnteringResolver {
  constructor(
    private readonly queries: EnteredForQueries,
    private readonly set: SetEntering,
  ) {}

  @Grant([...BUYER_ROLES, ...FACILITY_ROLES])
  @Query(() => EnteringType, { description: 'Of the acting organisation.' })
  async entering(@CurrentActor() actor: PersonActor): Promise<EnteringType> {
    return { isAllowed: await this.queries.isAllowed(actor) };
  }

  @Grant(['BUYER_ADMIN', 'FACILITY_ADMIN'])
  @Mutation({ entering: EnteringType }, 'Says whether desks may enter steps for the own organisation.')
  async setEntering(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetEnteringInput,
  ): Promise<{ entering: EnteringType }> {
    return { entering: await this.set.execute(actor, input) };
  }
}

@Resolver(() => WorkOrderType)
export class EnteredForOfOrderResolver {
  @ResolveField(() => [EnteredForType], { description: 'What the desk entered for its buyer, the newest first.' })
  async enteredFor(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<EnteredForType[]> {
    return (await load.enteredForOrder.load(order.id)).map(describe);
  }

  @ResolveField(() => [WorkOrderActionEnum], {
    description: 'What the desk may enter for its buyer now, if that is allowed. Empty for all but the desk.',
  })
  async actionsToEnter(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<WorkOrderAction[]> {
    return load.actionsToEnterForOrder.load(order.id);
  }

  @ResolveField(() => Boolean, { nullable: true, description: CAN_ENTER })
  async isEnteringAllowed(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<boolean | null> {
    return load.isEnteringAllowed.load(order.buyerId);
  }
}

@Resolver(() => AssignmentType)
export class EnteredForOfAssignmentResolver {
  constructor(private readonly assignments: AssignmentQueries) {}

  @ResolveField(() => [EnteredForType], { description: 'What the desk entered for its facility, the newest first.' })
  async enteredFor(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<EnteredForType[]> {
    return (await load.enteredForAssignment.load(assignment.id)).map(describe);
  }

  @ResolveField(() => [AssignmentActionEnum], {
    description: 'What the desk may enter for its facility now, if that is allowed. Empty for all but the desk.',
  })
  actionsToEnter(@Parent() assignment: AssignmentView, @CurrentActor() actor: PersonActor): AssignmentAction[] {
    return this.assignments.actionsToEnter(actor, assignment);
  }

  @ResolveField(() => Boolean, { nullable: true, description: CAN_ENTER })
  async isEnteringAllowed(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<boolean | null> {
    return load.isEnteringAllowed.load(assignment.facilityId);
  }
}

@Resolver(() => CallType)
export class EnteredForOfCallResolver {
  @ResolveField(() => [EnteredForType], {
    description: 'What the desk entered for facilities that were called, the newest first; a facility reads its own.',
  })
  async enteredFor(@Parent() call: CallView, @Load() load: Loaders): Promise<EnteredForType[]> {
    return (await load.enteredForCall.load(call.id)).map(describe);
  }

  @ResolveField(() => [Id], {
    description: 'The facilities that were called and let no desk enter for them. Empty for all but the desk.',
  })
  async facilitiesNotEnteredFor(@Parent() call: CallView, @Load() load: Loaders): Promise<string[]> {
    const called = await load.invitationsOfCall.load(call.id);
    const allowed = await load.isEnteringAllowed.loadMany(called.map(({ facilityId }) => facilityId));
    return called.flatMap(({ facilityId }, index) => (allowed[index] === false ? [facilityId] : []));
  }
}

@Resolver(() => StandingOrderType)
export class EnteredForOfStandingOrderResolver {
  constructor(private readonly standing: StandingOrderQueries) {}

  @ResolveField(() => [EnteredForType], {
    description: 'What the desk entered for its buyer and its facilities, the newest first; a buyer reads its own.',
  })
  async enteredFor(@Parent() { id }: StandingOrder, @Load() load: Loaders): Promise<EnteredForType[]> {
    return (await load.enteredForStandingOrder.load(id)).map(describe);
  }

  @ResolveField(() => Boolean, { nullable: true, description: CAN_ENTER })
  async isEnteringAllowed(@Parent() { buyerId }: StandingOrder, @Load() load: Loaders): Promise<boolean | null> {
    return load.isEnteringAllowed.load(buyerId);
  }

  @ResolveField(() => [Id], {
    description: 'The facilities of its division that let no desk enter for them. Empty for all but the desk.',
  })
  async facilitiesNotEnteredFor(
    @Parent() { id }: StandingOrder,
    @CurrentActor() actor: PersonActor,
    @Load() load: Loaders,
  ): Promise<string[]> {
    const members = await this.standing.membersOf(actor, id);
    const allowed = await load.isEnteringAllowed.loadMany(members.map(({ facilityId }) => facilityId));
    return members.flatMap(({ facilityId }, index) => (allowed[index] === false ? [facilityId] : []));
  }
}

function describe({ operation, enteredByName, ...view }: EnteredForView): EnteredForType {
  const what = ENTERED_OPERATIONS[operation]?.name ?? { ja: operation, en: operation };
  return { ...view, what, enteredBy: enteredByName };
}
