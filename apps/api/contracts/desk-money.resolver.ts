import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CashQueries,
  DecideItem,
  DeclareUndecided,
  SubcontractQueries,
  type UndecidedItemAction,
} from '#yui/contracts';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import {
  CashPlanType,
  DecideItemInput,
  DeclareUndecidedInput,
  MoneyBackType,
  OrderPaperCheckType,
  PaymentClockType,
  SubcontractLawType,
  UndecidedItemActionEnum,
  UndecidedItemType,
} from './desk-money.types.js';
import { DESK_ROLES, Grant } from '#yui/platform';

/** What only a desk looks at: its cash, its clocks, and what the subcontract law asks of it. */
@Resolver()
export class DeskMoneyResolver {
  constructor(
    private readonly cash: CashQueries,
    private readonly subcontract: SubcontractQueries,
    private readonly declare: DeclareUndecided,
    private readonly decide: DecideItem,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => CashPlanType, {
    description: 'When the desk pays and when it is paid, and whether it has to lay money out.',
  })
  async cashPlan(@CurrentActor() actor: PersonActor): Promise<CashPlanType> {
    return this.cash.plan(actor);
  }

  @Grant(DESK_ROLES)
  @Query(() => MoneyBackType, { description: 'What was paid too much, and what the bank could not transfer.' })
  async moneyBack(@CurrentActor() actor: PersonActor): Promise<MoneyBackType> {
    return this.cash.moneyBack(actor);
  }

  @Grant(DESK_ROLES)
  @Query(() => [PaymentClockType], { description: 'What the desk owes facilities, the most urgent first.' })
  async paymentClocks(@CurrentActor() actor: PersonActor): Promise<PaymentClockType[]> {
    return this.cash.paymentClocks(actor);
  }

  @Grant(DESK_ROLES)
  @Query(() => SubcontractLawType, {
    description: 'Which law binds the desk towards the facilities it passes work to, and why.',
  })
  async subcontractLaw(@CurrentActor() actor: PersonActor): Promise<SubcontractLawType> {
    return this.subcontract.law(actor);
  }

  @Grant(DESK_ROLES)
  @Query(() => OrderPaperCheckType, {
    description: 'Whether the papers the law asks for can go out with an order, and what they lack.',
  })
  async orderPaperCheck(
    @CurrentActor() actor: PersonActor,
    @Args('workOrderId', { type: () => Id }) workOrderId: string,
  ): Promise<OrderPaperCheckType> {
    return this.subcontract.check(actor, workOrderId);
  }

  @Grant(DESK_ROLES)
  @Mutation(
    { orderPaperCheck: OrderPaperCheckType },
    'States what the order paper cannot say yet, why, and by when it will be decided.',
  )
  async declareUndecided(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: DeclareUndecidedInput,
  ): Promise<{ orderPaperCheck: OrderPaperCheckType }> {
    const { workOrderId } = await this.declare.execute(actor, input);
    return { orderPaperCheck: await this.subcontract.check(actor, workOrderId) };
  }

  @Grant(DESK_ROLES)
  @Mutation(
    { orderPaperCheck: OrderPaperCheckType },
    'Decides what the order paper had left undecided; the supplementary paper goes out.',
  )
  async decideItem(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: DecideItemInput,
  ): Promise<{ orderPaperCheck: OrderPaperCheckType }> {
    const { workOrderId } = await this.decide.execute(actor, input);
    return { orderPaperCheck: await this.subcontract.check(actor, workOrderId) };
  }
}

@Resolver(() => UndecidedItemType)
export class UndecidedItemResolver {
  constructor(private readonly queries: SubcontractQueries) {}

  @ResolveField(() => [UndecidedItemActionEnum], { description: 'What the acting role may do about it now.' })
  availableActions(@Parent() item: UndecidedItemType, @CurrentActor() actor: PersonActor): UndecidedItemAction[] {
    return this.queries.availableActions(actor, item);
  }
}
