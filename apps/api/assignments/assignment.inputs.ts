import { Field, InputType, Int } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { AssignmentState, DefectHandling, DefectKind } from '#yui/fulfilment';
import { IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';
import { AssignmentStateEnum, DefectHandlingEnum, DefectKindEnum } from './assignment.types.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

@InputType()
export class AssignmentFilterInput {
  @Field(() => [AssignmentStateEnum], { nullable: true })
  statuses?: AssignmentState[] | null;

  @Field(() => Id, { nullable: true, description: 'For desks only.' })
  workOrderId?: string | null;
}

/** Steps that need nothing but the assignment: accept, confirm a part. */
@InputType({ isAbstract: true })
export class AssignmentRef {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  assignmentId: string;
}

@InputType()
export class AcceptAssignmentInput extends AssignmentRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class ConfirmPartInput extends AssignmentRef {}

@InputType()
export class UndoAnswerInput extends AssignmentRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType({ isAbstract: true })
export class ReasonedAssignmentRef extends AssignmentRef {
  @Field(() => String)
  reason: string;
}

@InputType()
export class DeclineAssignmentInput extends ReasonedAssignmentRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class RequestExtensionInput extends ReasonedAssignmentRef {
  @Field(() => LocalDate, { description: 'The day until which it asks for time, before the day the work is due.' })
  until: BusinessDate;
}

@InputType()
export class ExtendOfferInput extends AssignmentRef {
  @Field(() => LocalDate, {
    description: 'The new day to answer, until 17:00 in Tokyo; before the day the work is due.',
  })
  until: BusinessDate;
}

@InputType()
export class RefuseExtensionInput extends ReasonedAssignmentRef {}

@InputType()
export class WithdrawAssignmentInput extends ReasonedAssignmentRef {}

@InputType()
export class AcceptPartOfAssignmentInput extends ReasonedAssignmentRef {
  @Field(() => Int)
  units: number;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class CounterAssignmentInput extends ReasonedAssignmentRef {
  @Field(() => Int, { nullable: true, description: 'Omitted: as offered, here and below.' })
  units?: number | null;

  @Field(() => LocalDate, { nullable: true })
  dueOn?: BusinessDate | null;

  @Field(() => Int, { nullable: true, description: 'For one unit, in sen (1/100 yen), without tax.' })
  unitPriceSen?: number | null;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class OfferAgainInput extends AssignmentRef {
  @Field(() => Int, { nullable: true, description: 'Omitted: as offered before, here and below.' })
  units?: number | null;

  @Field(() => LocalDate, { nullable: true })
  dueOn?: BusinessDate | null;

  @Field(() => Int, { nullable: true })
  unitPriceSen?: number | null;
}

@InputType()
export class HandBackAssignmentInput extends ReasonedAssignmentRef {
  @Field(() => Int)
  units: number;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class ReportProgressInput extends AssignmentRef {
  @Field(() => Int, { description: 'All that is done by now, not only since the last report.' })
  doneUnits: number;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class ReportDeliveryInput extends AssignmentRef {
  @Field(() => Int)
  units: number;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class ConfirmStopInput extends AssignmentRef {
  @Field(() => Int, { description: 'All that is done and can be handed over, with what was handed over before.' })
  doneUnits: number;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class DefectInput {
  @Field(() => DefectKindEnum)
  kind: DefectKind;

  @Field(() => Int)
  units: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class InspectDeliveryInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  deliveryId: string;

  @Field(() => Int)
  defectUnits: number;

  @Field(() => DefectHandlingEnum, { nullable: true, description: 'Needed when there are defects.' })
  defectHandling?: DefectHandling | null;

  @Field(() => LocalDate, { nullable: true, description: 'Needed for REWORK: when the units are to be back.' })
  reworkDueOn?: BusinessDate | null;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => [DefectInput], { nullable: true, description: 'Each kind once; together at most the defective units.' })
  defects?: DefectInput[] | null;
}
