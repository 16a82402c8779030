import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AnswerRejection,
  AskRework,
  type RejectionAction,
  RejectionQueries,
  RejectWork,
  type WorkRejectionView,
} from '#yui/changes';
import { AssignmentQueries, type AssignmentView, type ReturnedWork } from '#yui/fulfilment';
import { type WorkOrder, WorkOrderQueries } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { AssignmentType } from '../assignments/assignment.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { WorkOrderType } from '../work-orders/work-order.types.js';
import {
  AnswerRejectionInput,
  AskReworkInput,
  RejectionActionEnum,
  RejectWorkInput,
  ReturnedWorkType,
  WorkRejectionType,
} from './rejection.types.js';
import { BUYER_ROLES, DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => WorkRejectionType)
export class RejectionResolver {
  constructor(
    private readonly workOrders: WorkOrderQueries,
    private readonly assignments: AssignmentQueries,
    private readonly queries: RejectionQueries,
    private readonly reject: RejectWork,
    private readonly rework: AskRework,
    private readonly answer: AnswerRejection,
  ) {}

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'The buyer does not accept delivered work; it goes back to its making.')
  async rejectWork(@CurrentActor() actor: PersonActor, @Args('input') input: RejectWorkInput) {
    const { workOrderId } = await this.reject.execute(actor, input);
    return { workOrder: await this.workOrders.get(actor, workOrderId) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, "After the buyer's no: gives units back to the facility that made them.")
  async askRework(@CurrentActor() actor: PersonActor, @Args('input') input: AskReworkInput) {
    const { assignmentId } = await this.rework.execute(actor, input);
    return { assignment: await this.assignments.get(actor, assignmentId) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Tells the buyer what is done about it.')
  async answerRejection(@CurrentActor() actor: PersonActor, @Args('input') input: AnswerRejectionInput) {
    const { workOrderId } = await this.answer.execute(actor, input);
    return { workOrder: await this.workOrders.get(actor, workOrderId) };
  }

  @ResolveField(() => [RejectionActionEnum], { description: 'What the acting role may do about it now.' })
  availableActions(@Parent() rejection: WorkRejectionView, @CurrentActor() actor: PersonActor): RejectionAction[] {
    return this.queries.availableActions(actor, rejection);
  }
}

/** What other things have to do with a buyer's no. */
@Resolver(() => WorkOrderType)
export class WorkRejectionsOfOrderResolver {
  @ResolveField(() => [WorkRejectionType], { description: 'The newest first.' })
  async rejections(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<WorkRejectionView[]> {
    return load.rejectionsOfOrder.load(order.id);
  }
}

@Resolver(() => AssignmentType)
export class ReturnedWorkOfAssignmentResolver {
  @ResolveField(() => [ReturnedWorkType], { description: "What went back after the buyer's no, the newest first." })
  async returnedWork(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<ReturnedWork[]> {
    return load.returnedWorkOfAssignment.load(assignment.id);
  }
}
