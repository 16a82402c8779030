import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AcceptWork, type AssignmentView, SendAssignments, type WorkOrderLineView } from '#yui/fulfilment';
import type { AmendmentView, CancellationView } from '#yui/changes';
import type { AttachmentView, QuestionView } from '#yui/correspondence';
import {
  ChangeDraft,
  DraftWorkOrder,
  type Party,
  type QuoteView,
  RejectWorkOrder,
  ReviewWorkOrder,
  SetSteps,
  SubmitWorkOrder,
  WithdrawWorkOrder,
  type WorkOrder,
  type WorkOrderAction,
  type WorkOrderFlag,
  WorkOrderQueries,
  type WorkOrderSort,
} from '#yui/orders';
import type { Contract } from '#yui/contracts';
import type { PersonActor } from '#yui/platform';
import { AmendmentType } from '../amendments/amendment.types.js';
import { AttachmentType } from '../attachments/attachment.types.js';
import { OrderEventType } from './order-event.type.js';
import { ToldType } from '../notifications/notification.types.js';
import { QuestionType } from '../questions/question.types.js';
import { AssignmentType } from '../assignments/assignment.types.js';
import { CancellationType } from '../cancellations/cancellation.types.js';
import { ContractObjectType } from '../contracts/contract.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { PageArgs } from '../graphql/page.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import { QuoteType } from '../quotes/quote.types.js';
import {
  ChangeDraftInput,
  DraftWorkOrderInput,
  RejectWorkOrderInput,
  SetStepsInput,
  WorkOrderFilterInput,
  SubmitWorkOrderInput,
  WithdrawWorkOrderInput,
  ReviewWorkOrderInput,
  SendAssignmentsInput,
  AcceptWorkInput,
} from './work-order.inputs.js';
import {
  WorkOrderActionEnum,
  WorkOrderCountsType,
  WorkOrderFlagEnum,
  WorkOrderLineType,
  WorkOrderPageType,
  WorkOrderSortEnum,
  WorkOrderType,
} from './work-order.types.js';
import { BUYER_ROLES, DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => WorkOrderType)
export class WorkOrderResolver {
  constructor(
    private readonly queries: WorkOrderQueries,
    private readonly draft: DraftWorkOrder,
    private readonly change: ChangeDraft,
    private readonly submit: SubmitWorkOrder,
    private readonly withdraw: WithdrawWorkOrder,
    private readonly review: ReviewWorkOrder,
    private readonly reject: RejectWorkOrder,
    private readonly divide: SetSteps,
    private readonly send: SendAssignments,
    private readonly accept: AcceptWork,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => WorkOrderPageType, { description: 'A buyer: its own orders. A desk: those that were sent to it.' })
  async workOrders(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => WorkOrderFilterInput, nullable: true }) filter: WorkOrderFilterInput | null,
    @Args('sort', { type: () => WorkOrderSortEnum, defaultValue: 'NEWEST' }) sort: WorkOrderSort,
    @Args() page: PageArgs,
  ): Promise<WorkOrderPageType> {
    return this.queries.page(actor, filter ?? {}, page, sort);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => WorkOrderCountsType, { description: 'Of the orders `workOrders` lists; `statuses` is not heeded.' })
  async workOrderCounts(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => WorkOrderFilterInput, nullable: true }) filter: WorkOrderFilterInput | null,
  ): Promise<WorkOrderCountsType> {
    return { byStatus: await this.queries.countByStatus(actor, filter ?? {}) };
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => WorkOrderType, {
    description: 'An order: its buyer reads it always, a desk once it was submitted to it.',
  })
  async workOrder(
    @CurrentActor() actor: PersonActor,
    @Args('id', { type: () => Id }) id: string,
  ): Promise<WorkOrderType> {
    return this.queries.get(actor, id);
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Begins an order. Only its buyer sees it until it is submitted.')
  async draftWorkOrder(@CurrentActor() actor: PersonActor, @Args('input') input: DraftWorkOrderInput) {
    return { workOrder: await this.show(actor, await this.draft.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Writes a draft again, with all its lines.')
  async changeDraft(@CurrentActor() actor: PersonActor, @Args('input') input: ChangeDraftInput) {
    return { workOrder: await this.show(actor, await this.change.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Sends a draft to the desk.')
  async submitWorkOrder(@CurrentActor() actor: PersonActor, @Args('input') input: SubmitWorkOrderInput) {
    return { workOrder: await this.show(actor, await this.submit.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Takes an order back before it is placed.')
  async withdrawWorkOrder(@CurrentActor() actor: PersonActor, @Args('input') input: WithdrawWorkOrderInput) {
    return { workOrder: await this.show(actor, await this.withdraw.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Takes a submitted order up.')
  async reviewWorkOrder(@CurrentActor() actor: PersonActor, @Args('input') input: ReviewWorkOrderInput) {
    return { workOrder: await this.show(actor, await this.review.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Says that the desk cannot serve an order, with the reason.')
  async rejectWorkOrder(@CurrentActor() actor: PersonActor, @Args('input') input: RejectWorkOrderInput) {
    return { workOrder: await this.show(actor, await this.reject.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Divides a line into steps. A quote that waits for an answer is taken back.')
  async setSteps(@CurrentActor() actor: PersonActor, @Args('input') input: SetStepsInput) {
    return { workOrder: await this.show(actor, await this.divide.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Offers all planned shares of the order to their facilities.')
  async sendAssignments(@CurrentActor() actor: PersonActor, @Args('input') input: SendAssignmentsInput) {
    return { workOrder: await this.show(actor, await this.send.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'The buyer accepts the finished work (検収).')
  async acceptWork(@CurrentActor() actor: PersonActor, @Args('input') input: AcceptWorkInput) {
    return { workOrder: await this.show(actor, await this.accept.execute(actor, input)) };
  }

  @ResolveField(() => PartyType)
  async buyer(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<Party> {
    return load.buyer.load(order.buyerId);
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'The part of a government office that orders.' })
  async department(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<Party | null> {
    return order.departmentId === null ? null : load.department.load(order.departmentId);
  }

  @ResolveField(() => PartyType)
  async desk(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<Party> {
    return load.desk.load(order.deskId);
  }

  @ResolveField(() => [WorkOrderLineType])
  async lines(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<WorkOrderLineView[]> {
    return load.linesOfOrder.load(order.id);
  }

  @ResolveField(() => [QuoteType], { description: 'All versions, the newest first.' })
  async quotes(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<QuoteView[]> {
    return load.quotesOfOrder.load(order.id);
  }

  @ResolveField(() => [AssignmentType], {
    description:
      'The desk sees all; the buyer those that are promised, and only for 仲介型, where it contracts with them.',
  })
  async assignments(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<AssignmentView[]> {
    return load.assignmentsOfOrder.load(order.id);
  }

  @ResolveField(() => [ContractObjectType], { description: 'The desk sees all; the buyer those it is a party to.' })
  async contracts(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<Contract[]> {
    return load.contractsOfOrder.load(order.id);
  }

  @ResolveField(() => [AmendmentType], { description: 'The newest first.' })
  async amendments(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<AmendmentView[]> {
    return load.amendmentsOfOrder.load(order.id);
  }

  @ResolveField(() => [AttachmentType], { description: 'Files about the order as a whole, the oldest first.' })
  async attachments(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<AttachmentView[]> {
    return load.attachmentsOfOrder.load(order.id);
  }

  @ResolveField(() => [ToldType], {
    description:
      'Who was told what, by which channel and when, the newest first, 200 at most. Empty for all but the desk.',
  })
  async told(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<ToldType[]> {
    const told = await load.toldOfOrder.load(order.id);
    return told.map(({ partyId, partyName, ...each }) => ({ ...each, party: { id: partyId, name: partyName } }));
  }

  @ResolveField(() => [QuestionType], {
    description: 'The newest first. The desk sees all; the buyer those between it and the desk.',
  })
  async questions(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<QuestionView[]> {
    return load.questionsOfOrder.load(order.id);
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'For the desk: the lead facility (まとめ役).' })
  async leadFacility(
    @Parent() order: WorkOrder,
    @CurrentActor() actor: PersonActor,
    @Load() load: Loaders,
  ): Promise<Party | null> {
    const id = this.queries.leadFacilityId(actor, order);
    return id === null ? null : load.facility.load(id);
  }

  @ResolveField(() => [CancellationType], { description: 'The newest first.' })
  async cancellations(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<CancellationView[]> {
    return load.cancellationsOfOrder.load(order.id);
  }

  @ResolveField(() => [WorkOrderActionEnum], { description: 'What the acting role may do with the order now.' })
  async availableActions(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<WorkOrderAction[]> {
    return load.actionsOfOrder.load(order.id);
  }

  @ResolveField(() => [WorkOrderFlagEnum], {
    description: 'Why it needs the hand of the desk. Empty for all but the desk.',
  })
  async flags(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<WorkOrderFlag[]> {
    return load.flagsOfOrder.load(order.id);
  }

  @ResolveField(() => [OrderEventType], {
    description: 'What happened to it, the newest first, 200 at most. Empty for all but the desk.',
  })
  async timeline(@Parent() order: WorkOrder, @Load() load: Loaders): Promise<OrderEventType[]> {
    return load.timelineOfOrder.load(order.id);
  }

  private async show(actor: PersonActor, { workOrderId }: { workOrderId: string }): Promise<WorkOrder> {
    return this.queries.get(actor, workOrderId);
  }
}
