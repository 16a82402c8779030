import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { ORDER_ITEMS, type OrderItem, type UndecidedItemAction } from '#yui/contracts';
import { enumType, valuesOf } from '../graphql/enums.js';
import { ReasonType } from '../graphql/reason.type.js';
import { DateTime, IdempotencyKey, LocalDate, Id, Yen } from '../graphql/scalars.js';

const OrderItemEnum = enumType('OrderItem', 'What an order to a facility states (取適法 第4条).', ORDER_ITEMS);

@ObjectType('CashFlow', { description: 'Money that comes to the desk, or (negative) leaves it.' })
export class CashFlowType {
  @Field(() => LocalDate)
  on: BusinessDate;

  @Field(() => Id)
  contractId: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => Id)
  partnerId: string;

  @Field(() => Yen)
  amountYen: number;

  @Field(() => Yen, { description: 'The sum until then, from nothing.' })
  runningYen: number;

  @Field(() => Boolean, { description: 'Agreed, but not done or not accepted yet.' })
  isExpected: boolean;

  @Field(() => Boolean, { description: 'The fee of the desk, not the work.' })
  isFee: boolean;

  @Field(() => Boolean, { description: 'What was paid too much and has to come back.' })
  isRepayment: boolean;
}

@ObjectType('CashPlan', { description: 'What will come in and go out, and how much the desk lays out meanwhile.' })
export class CashPlanType {
  @Field(() => [CashFlowType])
  flows: readonly CashFlowType[];

  @Field(() => Yen, { description: 'What has to be paid before it is paid for.' })
  gapYen: number;

  @Field(() => LocalDate, { nullable: true })
  gapOn: BusinessDate | null;
}

@ObjectType('CountedMoney', { description: 'How often, and how much in all.' })
class CountedMoneyType {
  @Field(() => Int, { description: 'How often.' })
  count: number;

  @Field(() => Yen, { description: 'How much in all, with tax.' })
  yen: number;
}

@ObjectType('MoneyBack', { description: 'Money that went too far or did not arrive.' })
export class MoneyBackType {
  @Field(() => CountedMoneyType, { description: 'Facilities were paid too much: they have to pay it back.' })
  toReceive: CountedMoneyType;

  @Field(() => CountedMoneyType, { description: 'Somebody paid the desk too much.' })
  toRepay: CountedMoneyType;

  @Field(() => CountedMoneyType, { description: 'Transfers the bank could not carry out, of what is still owed.' })
  returned: CountedMoneyType;
}

@ObjectType('PaymentClock', { description: 'Work a desk received and has not paid for.' })
export class PaymentClockType {
  @Field(() => Id)
  contractId: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => Id)
  facilityId: string;

  @Field(() => LocalDate)
  receivedOn: BusinessDate;

  @Field(() => LocalDate)
  dueOn: BusinessDate;

  @Field(() => LocalDate, { description: 'The sixtieth day, whatever inspection or buyer do.' })
  lastDayOn: BusinessDate;

  @Field(() => Yen)
  openYen: number;

  @Field(() => Int, { description: 'Negative: days too late.' })
  daysLeft: number;

  @Field(() => Yen, { description: '年14.6 % after the sixtieth day.' })
  lateInterestYen: number;
}

@ObjectType('SubcontractLaw', { description: 'Whether 取適法 applies to the desk, and why.' })
export class SubcontractLawType {
  @Field(() => Boolean)
  isApplicable: boolean;

  @Field(() => [ReasonType])
  reasons: readonly ReasonType[];
}

export const UndecidedItemActionEnum = enumType(
  'UndecidedItemAction',
  'What can be done about it. declare: say again why, and until when.',
  valuesOf<UndecidedItemAction>({ declare: true, decide: true }),
);

@ObjectType('UndecidedItem', { description: 'What an order cannot state yet, why, and when it will be decided.' })
export class UndecidedItemType {
  @Field(() => OrderItemEnum)
  item: OrderItem;

  @Field(() => String)
  reason: string;

  @Field(() => LocalDate)
  decideOn: BusinessDate;

  @Field(() => DateTime, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true })
  decision: string | null;
}

@ObjectType('OrderPaperShare')
export class OrderPaperShareType {
  @Field(() => Id)
  assignmentId: string;

  @Field(() => Id)
  facilityId: string;

  @Field(() => [OrderItemEnum], { description: 'What its order does not state.' })
  missing: readonly OrderItem[];
}

@ObjectType('OrderPaperCheck', { description: 'Whether orders to facilities could leave now.' })
export class OrderPaperCheckType {
  @Field(() => SubcontractLawType)
  law: SubcontractLawType;

  @Field(() => [UndecidedItemType])
  undecided: readonly UndecidedItemType[];

  @Field(() => [OrderPaperShareType])
  shares: readonly OrderPaperShareType[];
}

@InputType()
export class DeclareUndecidedInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => OrderItemEnum)
  item: OrderItem;

  @Field(() => String)
  reason: string;

  @Field(() => LocalDate)
  decideOn: BusinessDate;
}

@InputType()
export class DecideItemInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => OrderItemEnum)
  item: OrderItem;

  @Field(() => String)
  decision: string;
}
