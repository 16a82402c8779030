import { Field, InputType, Int } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { AssignmentState, DefectHandling, DefectKind } from '#yui/fulfilment';
import { IdempotencyKey, LocalDate, Uuid } from '../graphql/scalars.js';
import { AssignmentStateEnum, DefectHandlingEnum, DefectKindEnum } from './assignment.types.js';

@InputType()
export class AssignmentFilterInput {
  @Field(() => [AssignmentStateEnum], { nullable: true })
  statuses?: AssignmentState[] | null;

  @Field(() => Uuid, { nullable: true, description: 'For desks only.' })
  workOrderId?: string | null;
}

/** Steps that need nothing but the assignment: accept, confirm a part. */
@InputType()
export class AssignmentStepInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Uuid)
  assignmentId: string;
}

@InputType()
export class ReasonedAssignmentInput extends AssignmentStepInput {
  @Field(() => String)
  reason: string;
}

@InputType()
export class AcceptPartInput extends ReasonedAssignmentInput {
  @Field(() => Int)
  units: number;
}

@InputType()
export class CounterAssignmentInput extends ReasonedAssignmentInput {
  @Field(() => Int, { nullable: true, description: 'Left out: as offered, here and below.' })
  units?: number | null;

  @Field(() => LocalDate, { nullable: true })
  dueOn?: BusinessDate | null;

  @Field(() => Int, { nullable: true, description: 'For one unit, in sen (1/100 yen), without tax.' })
  unitPriceSen?: number | null;
}

@InputType()
export class OfferAgainInput extends AssignmentStepInput {
  @Field(() => Int, { nullable: true, description: 'Left out: as offered before, here and below.' })
  units?: number | null;

  @Field(() => LocalDate, { nullable: true })
  dueOn?: BusinessDate | null;

  @Field(() => Int, { nullable: true })
  unitPriceSen?: number | null;
}

@InputType()
export class HandBackAssignmentInput extends ReasonedAssignmentInput {
  @Field(() => Int)
  units: number;
}

@InputType()
export class ReportProgressInput extends AssignmentStepInput {
  @Field(() => Int, { description: 'All that is done by now, not only since the last report.' })
  doneUnits: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class ReportDeliveryInput extends AssignmentStepInput {
  @Field(() => Int)
  units: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class ConfirmStopInput extends AssignmentStepInput {
  @Field(() => Int, { description: 'All that is done and can be handed over, with what was handed over before.' })
  doneUnits: number;
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

  @Field(() => Uuid)
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
