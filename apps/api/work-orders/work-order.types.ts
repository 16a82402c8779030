import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { TaxCategory } from '#yui/money';
import {
  type ContractType,
  WORK_ORDER_FLAGS,
  WORK_ORDER_SORTS,
  WORK_ORDER_STATES,
  type WorkOrderState,
  workOrderTransitions,
} from '#yui/orders';
import { pageType } from '../graphql/page.js';
import { actionsOf, ContractTypeEnum, enumType, TaxCategoryEnum } from '../graphql/enums.js';
import { DateTime, LocalDate, Id } from '../graphql/scalars.js';

export const WorkOrderStateEnum = enumType('WorkOrderState', 'Where a work order is in its life.', WORK_ORDER_STATES);
export const WorkOrderActionEnum = enumType(
  'WorkOrderAction',
  'A step in the life of a work order.',
  actionsOf(workOrderTransitions),
);

export const WorkOrderFlagEnum = enumType(
  'WorkOrderFlag',
  'Why an order needs the hand of the desk. UNANSWERED: an offer has to be answered within 24 hours.',
  WORK_ORDER_FLAGS,
);
export const WorkOrderSortEnum = enumType('WorkOrderSort', 'In which order orders are listed.', WORK_ORDER_SORTS);

@ObjectType('WorkOrder', { description: 'One piece of business a buyer brings to a desk.' })
export class WorkOrderType {
  @Field(() => Id)
  id: string;

  @Field(() => String, { description: 'Desk code, fiscal year, running number: what people say on the telephone.' })
  number: string;

  @Field(() => String)
  title: string;

  @Field(() => String)
  description: string;

  @Field(() => Boolean, { description: 'Public money pays for it (優先調達).' })
  isPublicMoney: boolean;

  @Field(() => LocalDate, { description: 'Of the line that is due first.' })
  dueOn: BusinessDate;

  @Field(() => WorkOrderStateEnum)
  status: WorkOrderState;

  @Field(() => ContractTypeEnum, { nullable: true, description: 'Frozen when the buyer orders; null before.' })
  contractType: ContractType | null;

  @Field(() => String, { nullable: true })
  rejectionReason: string | null;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true })
  submittedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  orderedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  acceptedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  cancelledAt: Date | null;
}

export const WorkOrderPageType = pageType('WorkOrderPage', WorkOrderType, 'As `sort` says.');
export type WorkOrderPageType = PageOf<WorkOrderType>;

@ObjectType('WorkOrderCount', { description: 'How many orders there are in one state.' })
class WorkOrderCountType {
  @Field(() => WorkOrderStateEnum)
  status: WorkOrderState;

  @Field(() => Int)
  count: number;
}

@ObjectType('WorkOrderCounts', { description: 'Orders, counted.' })
export class WorkOrderCountsType {
  @Field(() => [WorkOrderCountType], { description: 'States without an order are omitted.' })
  byStatus: readonly WorkOrderCountType[];
}

@ObjectType('Step', { description: 'A part of a line that is done in sequence, and where its units are.' })
export class StepType {
  @Field(() => Id)
  id: string;

  @Field(() => Int)
  position: number;

  workTypeCode: string;

  @Field(() => String, { description: 'Empty: what the buyer wrote for the line.' })
  specification: string;

  @Field(() => LocalDate, { description: 'When its units must be ready for the next step, or for the buyer.' })
  dueOn: BusinessDate;

  @Field(() => String, { description: 'To whom finished units go; empty: to the desk.' })
  handOverTo: string;

  @Field(() => String)
  handOverPlace: string;

  @Field(() => Int, { description: 'Units planned, waiting for an answer, or promised.' })
  placed: number;

  @Field(() => Int, { description: 'Units facilities have promised.' })
  committed: number;

  @Field(() => Int)
  unplaced: number;

  @Field(() => Int, { description: 'Units placed although the order was made smaller; facilities are asked.' })
  surplus: number;

  @Field(() => Int, { description: 'Units made so far, as facilities report.' })
  done: number;
}

@ObjectType('WorkOrderLine', { description: 'One kind of work, how much of it, by when, and where its units are.' })
export class WorkOrderLineType {
  @Field(() => Id)
  id: string;

  @Field(() => Int)
  position: number;

  @Field(() => String)
  specification: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => Int, { description: 'Work comes in packs of so many units; 1: any number.' })
  lotSize: number;

  @Field(() => LocalDate)
  dueOn: BusinessDate;

  @Field(() => TaxCategoryEnum, { description: 'As its kind of work is taxed, or as the desk said when it quoted.' })
  taxCategory: TaxCategory;

  @Field(() => Int, { description: 'Units planned, waiting for an answer, or promised.' })
  placed: number;

  @Field(() => Int, { description: 'Units facilities have promised.' })
  committed: number;

  @Field(() => Int)
  unplaced: number;

  @Field(() => Int, { description: 'Units placed although the order was made smaller; facilities are asked.' })
  surplus: number;

  @Field(() => Int, { description: 'Units made so far, as facilities report.' })
  done: number;

  @Field(() => [StepType], { description: 'In the order they are done. The line has what every step has.' })
  steps: readonly StepType[];
}
