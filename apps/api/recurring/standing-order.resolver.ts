import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { addDays, type LocalDate as BusinessDate } from '#yui/calendar';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant, type PersonActor } from '#yui/platform';
import {
  AcceptMonth,
  AddOccurrence,
  AgreeStandingOrder,
  AnswerOccurrences,
  CallOff,
  type ComingDate,
  EndStandingOrder,
  MoveOccurrence,
  OccurrenceQueries,
  OfferOccurrences,
  PlanOccurrences,
  ProposeStandingOrder,
  RefuseStandingOrder,
  SkipOccurrence,
  type StandingOrder,
  type StandingOrderAction,
  StandingOrderQueries,
  WithdrawStandingOrder,
} from '#yui/recurring';
import type { Pricing, WorkType } from '#yui/directory';
import { WorkTypeType } from '../directory/reference.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id, LocalDate } from '../graphql/scalars.js';
import { PricingEnum } from '../terms/terms.types.js';
import {
  AcceptMonthInput,
  AddOccurrenceInput,
  AgreeStandingOrderInput,
  AnswerOccurrencesInput,
  CallOffInput,
  EndStandingOrderInput,
  MoveOccurrenceInput,
  OfferOccurrencesInput,
  PlanOccurrencesInput,
  ProposeStandingOrderInput,
  RefuseStandingOrderInput,
  SkipOccurrenceInput,
  StandingOrderFilterInput,
  WithdrawStandingOrderInput,
} from './standing-order.inputs.js';
import {
  ComingDateType,
  MissedOccurrencePageType,
  OccurrenceType,
  StandingOrderActionEnum,
  StandingOrderMemberType,
  StandingOrderPageType,
  StandingOrderSiteType,
  StandingOrderType,
} from './standing-order.types.js';

const COUNTED = { open: { type: Int, description: 'Dates of which not every unit is with somebody.' } } as const;
const YEAR_DAYS = 366;

@Resolver(() => StandingOrderType)
export class StandingOrderResolver {
  constructor(
    private readonly queries: StandingOrderQueries,
    private readonly occurrences: OccurrenceQueries,
    private readonly propose: ProposeStandingOrder,
    private readonly agree: AgreeStandingOrder,
    private readonly refuse: RefuseStandingOrder,
    private readonly withdraw: WithdrawStandingOrder,
    private readonly plan: PlanOccurrences,
    private readonly offer: OfferOccurrences,
    private readonly answer: AnswerOccurrences,
    private readonly add: AddOccurrence,
    private readonly skip: SkipOccurrence,
    private readonly move: MoveOccurrence,
    private readonly call: CallOff,
    private readonly accept: AcceptMonth,
    private readonly end: EndStandingOrder,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => StandingOrderPageType, { description: 'Work that comes again, of the acting buyer or desk.' })
  async standingOrders(
    @CurrentActor() actor: PersonActor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Omitted: all.' }) filter?: StandingOrderFilterInput,
  ) {
    return this.queries.page(actor, filter ?? {}, page);
  }

  @Grant(DESK_ROLES)
  @Query(() => MissedOccurrencePageType, { description: 'Dates nobody did, of all standing orders of the desk.' })
  async missedOccurrences(@CurrentActor() actor: PersonActor, @Args() page: PageArgs) {
    return this.occurrences.missed(actor, page);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => StandingOrderType, { description: 'One standing order.' })
  async standingOrder(@CurrentActor() actor: PersonActor, @Args('id', { type: () => Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Grant(FACILITY_ROLES)
  @Query(() => [ComingDateType], { description: 'Dates of the acting facility that are no orders yet; at most 1,000.' })
  async comingDates(@CurrentActor() actor: PersonActor): Promise<ComingDate[]> {
    return this.occurrences.comingOf(actor);
  }

  @Grant(DESK_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, 'Proposes work that comes again to a buyer, who agrees once.')
  async proposeStandingOrder(@CurrentActor() actor: PersonActor, @Args('input') input: ProposeStandingOrderInput) {
    return { standingOrder: await this.show(actor, await this.propose.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, 'Agrees to all dates of the period, at the price proposed.')
  async agreeStandingOrder(@CurrentActor() actor: PersonActor, @Args('input') input: AgreeStandingOrderInput) {
    return { standingOrder: await this.show(actor, await this.agree.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, 'Does not want it at these terms.')
  async refuseStandingOrder(@CurrentActor() actor: PersonActor, @Args('input') input: RefuseStandingOrderInput) {
    return { standingOrder: await this.show(actor, await this.refuse.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, 'Takes a proposal back before it is answered.')
  async withdrawStandingOrder(@CurrentActor() actor: PersonActor, @Args('input') input: WithdrawStandingOrderInput) {
    return { standingOrder: await this.show(actor, await this.withdraw.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, 'Ends it before its time: what is no order yet is omitted.')
  async endStandingOrder(@CurrentActor() actor: PersonActor, @Args('input') input: EndStandingOrderInput) {
    return { standingOrder: await this.show(actor, await this.end.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation(
    { standingOrder: StandingOrderType, ...COUNTED },
    'Gives every coming date to the facilities in one press. What they know of stays where it can; nobody is told yet.',
  )
  async planOccurrences(@CurrentActor() actor: PersonActor, @Args('input') input: PlanOccurrencesInput) {
    const { open, ...planned } = await this.plan.execute(actor, input);
    return { standingOrder: await this.show(actor, planned), open };
  }

  @Grant(DESK_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, 'Asks the facilities about all dates that are planned for them.')
  async offerOccurrences(@CurrentActor() actor: PersonActor, @Args('input') input: OfferOccurrencesInput) {
    return { standingOrder: await this.show(actor, await this.offer.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation(
    { comingDates: { type: [ComingDateType], description: 'The dates of the facility as they are now.' } },
    'Says yes or no to all dates the facility is asked about. Yes takes the capacity of all of them at once.',
  )
  async answerOccurrences(@CurrentActor() actor: PersonActor, @Args('input') input: AnswerOccurrencesInput) {
    await this.answer.execute(actor, input);
    return { comingDates: await this.occurrences.comingOf(actor) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, 'Adds a date; the facilities whose turn it is are asked at once.')
  async addOccurrence(@CurrentActor() actor: PersonActor, @Args('input') input: AddOccurrenceInput) {
    return { standingOrder: await this.show(actor, await this.add.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, 'Omits a date; one that is an order already is cancelled.')
  async skipOccurrence(@CurrentActor() actor: PersonActor, @Args('input') input: SkipOccurrenceInput) {
    return { standingOrder: await this.show(actor, await this.skip.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, 'Moves a date; facilities are asked again.')
  async moveOccurrence(@CurrentActor() actor: PersonActor, @Args('input') input: MoveOccurrenceInput) {
    return { standingOrder: await this.show(actor, await this.move.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation({ standingOrder: StandingOrderType }, '単価契約: calls a quantity off, which becomes an order at once.')
  async callOff(@CurrentActor() actor: PersonActor, @Args('input') input: CallOffInput) {
    return { standingOrder: await this.show(actor, await this.call.execute(actor, input)) };
  }

  @Grant(BUYER_ROLES)
  @Mutation(
    { standingOrder: StandingOrderType, accepted: { type: Int, description: 'How many orders were accepted.' } },
    'Accepts all that was delivered of one month.',
  )
  async acceptMonth(@CurrentActor() actor: PersonActor, @Args('input') input: AcceptMonthInput) {
    const { accepted, ...done } = await this.accept.execute(actor, input);
    return { standingOrder: await this.show(actor, done), accepted };
  }

  @ResolveField(() => [StandingOrderActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() standing: StandingOrder, @CurrentActor() actor: PersonActor): StandingOrderAction[] {
    return this.queries.availableActions(actor, standing);
  }

  @ResolveField(() => WorkTypeType, { description: 'What is done.' })
  async workType(@Parent() { workTypeCode }: StandingOrder, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(workTypeCode);
  }

  @ResolveField(() => [StandingOrderSiteType], { description: 'Where it comes.' })
  async sites(@Parent() { id }: StandingOrder, @CurrentActor() actor: PersonActor) {
    return this.queries.sitesOf(actor, id);
  }

  @ResolveField(() => PricingEnum, { description: 'Whether the price includes the tax, as it was agreed.' })
  async pricing(@Parent() { id }: StandingOrder, @CurrentActor() actor: PersonActor): Promise<Pricing> {
    return this.queries.pricingOf(actor, id);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: '単価契約: units called off until now, changes and cancellations counted; null: it has a rhythm.',
  })
  async calledOffUnits(@Parent() standing: StandingOrder, @CurrentActor() actor: PersonActor) {
    return this.occurrences.calledOff(actor, standing);
  }

  @ResolveField(() => [StandingOrderMemberType], { description: 'Who does it; the desk alone sees it.' })
  async members(@Parent() { id }: StandingOrder, @CurrentActor() actor: PersonActor) {
    return this.queries.membersOf(actor, id);
  }

  @ResolveField(() => [OccurrenceType], { description: 'Its dates between two days, by date; at most 1,000.' })
  async occurrencesBetween(
    @Parent() standing: StandingOrder,
    @CurrentActor() actor: PersonActor,
    @Args('from', { type: () => LocalDate, nullable: true, description: 'Omitted: from the first.' })
    from?: BusinessDate,
    @Args('to', { type: () => LocalDate, nullable: true, description: 'Omitted: a year after that.' })
    to?: BusinessDate,
  ) {
    const first = from ?? standing.fromOn;
    return this.occurrences.of(actor, standing, first, to ?? addDays(first, YEAR_DAYS));
  }

  private async show(actor: PersonActor, { standingOrderId }: { standingOrderId: string }): Promise<StandingOrder> {
    return this.queries.get(actor, standingOrderId);
  }
}
