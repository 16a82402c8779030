import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { WorkOrderState } from '#yui/orders';
import { TODAY_KINDS, type TodayKind } from '#yui/reports';
import { enumType } from '../graphql/enums.js';
import { DateTime, Id, LocalDate } from '../graphql/scalars.js';
import { WorkOrderStateEnum } from '../work-orders/work-order.types.js';

const TodayKindEnum = enumType(
  'TodayKind',
  'Why something needs the hand of the desk. UNANSWERED: within 24 hours. ASKS: a part, other terms, or more time. UNSENT: planned shares.',
  TODAY_KINDS,
);

@ObjectType('TodayItem', { description: 'One thing that needs a hand, and what its kind speaks of.' })
export class TodayItemType {
  @Field(() => Id, { description: 'Of the share, step, delivery, request, question, call or order it is about.' })
  subjectId: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => String)
  orderNumber: string;

  @Field(() => String)
  orderTitle: string;

  @Field(() => WorkOrderStateEnum)
  orderStatus: WorkOrderState;

  buyerId: string;

  facilityId: string | null;

  workTypeCode: string;

  @Field(() => Id, { nullable: true })
  stepId: string | null;

  @Field(() => Int, { nullable: true, description: 'Done, open, offered or handed over.' })
  units: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many.' })
  ofUnits: number | null;

  @Field(() => LocalDate, { nullable: true })
  dueOn: BusinessDate | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was asked, handed over or sent, or has to be answered.',
  })
  at: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'The other date a facility asks for.' })
  proposedDueOn: BusinessDate | null;

  @Field(() => Int, { nullable: true, description: 'The other price of one unit a facility asks for, in sen.' })
  proposedUnitPriceSen: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day until which a facility asks for time to answer.' })
  extensionUntil: BusinessDate | null;
}

@ObjectType('TodayGroup', { description: 'Things of one kind.' })
class TodayGroupType {
  @Field(() => TodayKindEnum)
  kind: TodayKind;

  @Field(() => Int, { description: 'Of all there are, not only of the items.' })
  count: number;

  @Field(() => [TodayItemType], { description: 'The most urgent first, 20 at most.' })
  items: readonly TodayItemType[];
}

@ObjectType('DeskToday', { description: 'Everything of a desk that waits for a hand.' })
export class DeskTodayType {
  @Field(() => [TodayGroupType], { description: 'The most urgent kind first; kinds without an item are omitted.' })
  groups: readonly TodayGroupType[];
}
