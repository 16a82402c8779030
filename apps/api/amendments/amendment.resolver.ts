import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AcceptAmendment,
  AnswerAmendment,
  type AmendmentAction,
  type AmendmentEffect,
  AmendmentQueries,
  type AmendmentView,
  PreviewAmendment,
  OfferAmendment,
  ProposeAmendment,
  RefuseAmendment,
  WithdrawAmendment,
} from '#yui/changes';
import { type WorkOrder, WorkOrderQueries } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { WorkOrderType } from '../work-orders/work-order.types.js';
import {
  AcceptAmendmentInput,
  AnswerAmendmentInput,
  AmendmentActionEnum,
  AmendmentEffectType,
  WithdrawAmendmentInput,
  AmendmentType,
  OfferAmendmentInput,
  ProposeAmendmentInput,
  RefuseAmendmentInput,
} from './amendment.types.js';
import { BUYER_ROLES, DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => AmendmentType)
export class AmendmentResolver {
  constructor(
    private readonly workOrders: WorkOrderQueries,
    private readonly queries: AmendmentQueries,
    private readonly propose: ProposeAmendment,
    private readonly offer: OfferAmendment,
    private readonly answer: AnswerAmendment,
    private readonly withdraw: WithdrawAmendment,
    private readonly preview: PreviewAmendment,
    private readonly accept: AcceptAmendment,
    private readonly refuse: RefuseAmendment,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => AmendmentEffectType, { description: 'What would be open, too many, and owed. Nothing is written.' })
  async amendmentEffect(
    @CurrentActor() actor: PersonActor,
    @Args('amendmentId', { type: () => Id }) amendmentId: string,
  ): Promise<AmendmentEffect> {
    return this.preview.execute(actor, { amendmentId });
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Proposes another quantity, date or specification. The desk decides.')
  async proposeAmendment(@CurrentActor() actor: PersonActor, @Args('input') input: ProposeAmendmentInput) {
    return { workOrder: await this.show(actor, await this.propose.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Proposes a change of a placed order to its buyer, who decides.')
  async offerAmendment(@CurrentActor() actor: PersonActor, @Args('input') input: OfferAmendmentInput) {
    return { workOrder: await this.show(actor, await this.offer.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Agrees to what the desk proposed, or refuses it with a reason.')
  async answerAmendment(@CurrentActor() actor: PersonActor, @Args('input') input: AnswerAmendmentInput) {
    return { workOrder: await this.show(actor, await this.answer.execute(actor, input)) };
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Mutation({ workOrder: WorkOrderType }, 'Takes back a change the own side proposed.')
  async withdrawAmendment(@CurrentActor() actor: PersonActor, @Args('input') input: WithdrawAmendmentInput) {
    return { workOrder: await this.show(actor, await this.withdraw.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Agrees to the change. Only the difference is allocated again.')
  async acceptAmendment(@CurrentActor() actor: PersonActor, @Args('input') input: AcceptAmendmentInput) {
    return { workOrder: await this.show(actor, await this.accept.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ workOrder: WorkOrderType }, 'Says no to a proposed change, with the reason. The order stays as it is.')
  async refuseAmendment(@CurrentActor() actor: PersonActor, @Args('input') input: RefuseAmendmentInput) {
    return { workOrder: await this.show(actor, await this.refuse.execute(actor, input)) };
  }

  @ResolveField(() => [AmendmentActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() amendment: AmendmentView, @CurrentActor() actor: PersonActor): AmendmentAction[] {
    return this.queries.availableActions(actor, amendment);
  }

  private async show(actor: PersonActor, { workOrderId }: { workOrderId: string }): Promise<WorkOrder> {
    return this.workOrders.get(actor, workOrderId);
  }
}
