import type { Type } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { SettlementParty } from '#yui/contracts';
import type { OrderName, Party } from '#yui/orders';
import type { Loaders } from '../graphql/loaders.js';
import { Load } from '../graphql/request-context.js';
import { OrderNameType, PartyType } from '../parties/party.types.js';
import { SettlementLineType, TimelineEntryType } from './contract.types.js';
import { CashFlowType, PaymentClockType } from './desk-money.types.js';
import { BillableType, InvoiceType } from './invoice.types.js';
import { PaymentType } from './payment.types.js';

interface OfOrder {
  readonly workOrderId: string;
}
interface OfTwo {
  readonly payer: SettlementParty;
  readonly payee: SettlementParty;
  readonly payerId: string;
  readonly payeeId: string;
}

async function partyOf(load: Loaders, side: SettlementParty, id: string): Promise<Party> {
  return { BUYER: load.buyer, DESK: load.desk, FACILITY: load.facility }[side].load(id);
}

/** What the order is called that a row of the books came of. */
function withOrder(type: Type): Type {
  @Resolver(() => type)
  class WithOrderResolver {
    @ResolveField(() => OrderNameType, { description: 'The order it came of.' })
    async order(@Parent() { workOrderId }: OfOrder, @Load() load: Loaders): Promise<OrderName> {
      return load.orderName.load(workOrderId);
    }
  }
  return WithOrderResolver;
}

/** What both sides of a row of the books are called. */
function withParties(type: Type): Type {
  @Resolver(() => type)
  class WithPartiesResolver {
    @ResolveField(() => PartyType, { description: 'Who pays, by name.' })
    async payerParty(@Parent() { payer, payerId }: OfTwo, @Load() load: Loaders): Promise<Party> {
      return partyOf(load, payer, payerId);
    }

    @ResolveField(() => PartyType, { description: 'Who is paid, by name.' })
    async payeeParty(@Parent() { payee, payeeId }: OfTwo, @Load() load: Loaders): Promise<Party> {
      return partyOf(load, payee, payeeId);
    }
  }
  return WithPartiesResolver;
}

@Resolver(() => CashFlowType)
class CashFlowNamesResolver {
  @ResolveField(() => PartyType, { description: 'The buyer or facility it comes from or goes to.' })
  async partner(
    @Parent() { partner, partnerId }: { readonly partner: SettlementParty; readonly partnerId: string },
    @Load() load: Loaders,
  ): Promise<Party> {
    return partyOf(load, partner, partnerId);
  }
}

@Resolver(() => PaymentClockType)
class PaymentClockNamesResolver {
  @ResolveField(() => PartyType)
  async facility(@Parent() { facilityId }: PaymentClockType, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(facilityId);
  }
}

@Resolver(() => PaymentType)
class PaymentOrdersResolver {
  @ResolveField(() => [OrderNameType], { description: 'The orders it was for.' })
  async orders(@Parent() { id }: PaymentType, @Load() load: Loaders): Promise<OrderName[]> {
    const ids = await load.ordersOfPayment.load(id);
    return Promise.all(ids.map(async (orderId) => load.orderName.load(orderId)));
  }
}

/** Rows of the books hold ids; these say the names a person knows. */
export const MONEY_NAMES = [
  withOrder(CashFlowType),
  withOrder(PaymentClockType),
  withOrder(SettlementLineType),
  withOrder(TimelineEntryType),
  withParties(BillableType),
  withParties(SettlementLineType),
  withParties(InvoiceType),
  withParties(PaymentType),
  CashFlowNamesResolver,
  PaymentClockNamesResolver,
  PaymentOrdersResolver,
] as const;
