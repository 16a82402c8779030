import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  ASSIGNMENT_STATES,
  type AssignmentState,
  assignmentTransitions,
  DEFECT_HANDLINGS,
  DEFECT_KINDS,
  type DefectHandling,
  type DefectKind,
  type DeliveryAction,
} from '#yui/fulfilment';
import { pageType } from '../graphql/page.js';
import { actionsOf, enumType, valuesOf } from '../graphql/enums.js';
import { DeliveryPlaceType } from '../work-orders/delivery-place.types.js';
import { DateTime, LocalDate, Id, Yen } from '../graphql/scalars.js';

export const AssignmentStateEnum = enumType(
  'AssignmentState',
  'Where an assignment is in its life.',
  ASSIGNMENT_STATES,
);
export const AssignmentActionEnum = enumType(
  'AssignmentAction',
  'A step in the life of an assignment.',
  actionsOf(assignmentTransitions),
);
export const DefectHandlingEnum = enumType(
  'DefectHandling',
  'REWORK: the facility makes the units good. REDUCE: they are taken off its share.',
  DEFECT_HANDLINGS,
);

export const DefectKindEnum = enumType(
  'DefectKind',
  'COUNT: too many or too few in a pack. POSITION: out of place. SEAL: badly closed or glued. FOREIGN: does not belong there.',
  DEFECT_KINDS,
);

export const DeliveryActionEnum = enumType(
  'DeliveryAction',
  'What can be done with a delivery.',
  valuesOf<DeliveryAction>({ inspect: true }),
);

@ObjectType('InspectionDefect', { description: 'How many units of a delivery had what wrong with them.' })
export class InspectionDefectType {
  @Field(() => DefectKindEnum)
  kind: DefectKind;

  @Field(() => Int)
  units: number;

  @Field(() => String)
  note: string;
}

@ObjectType('Inspection', { description: 'What the desk found in one delivery.' })
export class InspectionType {
  @Field(() => Id)
  id: string;

  @Field(() => Int)
  acceptedUnits: number;

  @Field(() => Int)
  defectUnits: number;

  @Field(() => DefectHandlingEnum, { nullable: true })
  defectHandling: DefectHandling | null;

  @Field(() => LocalDate, { nullable: true })
  reworkDueOn: BusinessDate | null;

  @Field(() => String)
  note: string;

  @Field(() => [InspectionDefectType])
  defects: readonly InspectionDefectType[];

  @Field(() => DateTime)
  inspectedAt: Date;
}

@ObjectType('Delivery', { description: 'Units a facility handed over at one time.' })
export class DeliveryType {
  @Field(() => Id)
  id: string;

  @Field(() => Int)
  units: number;

  @Field(() => String)
  note: string;

  @Field(() => DateTime)
  deliveredAt: Date;

  @Field(() => InspectionType, { nullable: true, description: 'Null until the desk has looked at it.' })
  inspection: InspectionType | null;
}

export const DeliveryPageType = pageType('DeliveryPage', DeliveryType, 'The oldest first.');
export type DeliveryPageType = PageOf<DeliveryType>;

@ObjectType('ProgressReport')
export class ProgressReportType {
  @Field(() => Id)
  id: string;

  @Field(() => Int, { description: 'All that was done by then.' })
  doneUnits: number;

  @Field(() => String)
  note: string;

  @Field(() => DateTime)
  reportedAt: Date;
}

@ObjectType('Forecast', { description: 'When a share will be finished at the pace that was reported.' })
export class ForecastType {
  @Field(() => Float, { description: 'Over the last ten workdays until the last report.' })
  unitsPerWorkday: number;

  @Field(() => LocalDate, { nullable: true, description: 'Null when nothing was done of late.' })
  finishOn: BusinessDate | null;

  @Field(() => Boolean, { description: 'After its date, or nobody can say when.' })
  isLate: boolean;
}

@ObjectType('Assignment', {
  description: "One facility's share of an order, with all it needs to know of the order and nothing more.",
})
export class AssignmentType {
  @Field(() => Id)
  id: string;

  @Field(() => Id, { nullable: true, description: 'Null for facilities.' })
  workOrderId: string | null;

  @Field(() => String)
  orderNumber: string;

  @Field(() => String)
  orderTitle: string;

  @Field(() => String)
  specification: string;

  @Field(() => Int, { description: '2 of 3: the second of three steps, one after the other.' })
  stepPosition: number;

  @Field(() => Int)
  stepCount: number;

  @Field(() => String, { description: 'To whom finished units go; empty: to the desk.' })
  handOverTo: string;

  @Field(() => String)
  handOverPlace: string;

  @Field(() => [DeliveryPlaceType], {
    description: 'Where the parts of the whole finished line go, and by when; none before its last step.',
  })
  places: readonly DeliveryPlaceType[];

  @Field(() => AssignmentStateEnum)
  status: AssignmentState;

  @Field(() => Int)
  offeredUnits: number;

  @Field(() => Int, { nullable: true, description: 'Null before the answer, and when it was no.' })
  acceptedUnits: number | null;

  @Field(() => Int, { description: 'Defective units that were taken off.' })
  reducedUnits: number;

  @Field(() => Int, { description: 'Units it stands for now: promised or else offered, less those taken off.' })
  units: number;

  @Field(() => Int, { description: 'Units done so far, as the facility reports.' })
  doneUnits: number;

  @Field(() => Int, { description: 'Price of one unit in sen (1/100 yen), without tax.' })
  unitPriceSen: number;

  @Field(() => Yen, { description: 'Units at the unit price, rounded down, without tax.' })
  amountYen: number;

  @Field(() => LocalDate, { description: 'When the facility hands over.' })
  dueOn: BusinessDate;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The later date the facility asks for, until the desk decides.',
  })
  proposedDueOn: BusinessDate | null;

  @Field(() => Int, { nullable: true, description: 'The price the facility asks for, in sen, until the desk decides.' })
  proposedUnitPriceSen: number | null;

  @Field(() => Int, { description: 'Units handed back after they were accepted; the accepted ones are without them.' })
  handedBackUnits: number;

  @Field(() => DateTime, { nullable: true, description: 'Null until it is sent.' })
  answerBy: Date | null;

  @Field(() => DateTime, { nullable: true })
  answeredAt: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the facility may take its answer back; null: never, or not any more.',
  })
  undoUntil: Date | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Until when the facility asks for time to answer; null: it does not.',
  })
  extensionUntil: BusinessDate | null;

  @Field(() => String, { nullable: true, description: 'Why it asks for more time.' })
  extensionReason: string | null;

  @Field(() => String, { nullable: true, description: 'Why the desk could not give it more time to answer.' })
  extensionRefusal: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day to which the time to answer can be extended; null: it cannot.',
  })
  extendableTo: BusinessDate | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined, taken in part, or withdrawn.' })
  answerReason: string | null;

  @Field(() => DateTime)
  createdAt: Date;
}

export const AssignmentPageType = pageType('AssignmentPage', AssignmentType, 'By due date, the nearest first.');
export type AssignmentPageType = PageOf<AssignmentType>;
