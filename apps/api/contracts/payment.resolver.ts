import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MoneyQueries, type PaymentAction, RecordPayment, ReversePayment } from '#yui/contracts';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { RecordPaymentInput, ReversePaymentInput } from './contract.types.js';
import { PaymentActionEnum, PaymentType } from './payment.types.js';
import { DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => PaymentType)
export class PaymentResolver {
  constructor(
    private readonly queries: MoneyQueries,
    private readonly record: RecordPayment,
    private readonly reverse: ReversePayment,
  ) {}

  @Grant(DESK_ROLES)
  @Mutation({ payment: PaymentType }, 'Money arrived or was sent; it may be a part of what is owed.')
  async recordPayment(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RecordPaymentInput,
  ): Promise<{ payment: PaymentType }> {
    const { paymentId } = await this.record.execute(actor, input);
    return { payment: await this.queries.payment(actor, paymentId) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ payment: PaymentType }, 'A payment was recorded by mistake, or the money went back.')
  async reversePayment(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ReversePaymentInput,
  ): Promise<{ payment: PaymentType }> {
    const { paymentId } = await this.reverse.execute(actor, input);
    return { payment: await this.queries.payment(actor, paymentId) };
  }

  @ResolveField(() => [PaymentActionEnum], { description: 'What the acting role may do with it now.' })
  async availableActions(@Parent() payment: PaymentType, @Load() load: Loaders): Promise<PaymentAction[]> {
    return load.actionsOfPayment.load(payment.id);
  }
}
