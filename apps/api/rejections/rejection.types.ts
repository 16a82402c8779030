import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { REJECTION_STATES, type RejectionState, rejectionTransitions } from '#yui/changes';
import { actionsOf, enumType } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

const RejectionStateEnum = enumType('RejectionState', 'OPEN until the desk has answered.', REJECTION_STATES);
export const RejectionActionEnum = enumType(
  'RejectionAction',
  'What a desk may do about work the buyer did not accept.',
  actionsOf(rejectionTransitions),
);

@ObjectType('WorkRejectionLine')
export class WorkRejectionLineType {
  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Int)
  units: number;

  @Field(() => String, { description: 'What must be done again.' })
  toRedo: string;
}

@ObjectType('WorkRejection', {
  description: 'The buyer did not accept delivered work: why, and what the desk says to it.',
})
export class WorkRejectionType {
  @Field(() => Id)
  id: string;

  @Field(() => RejectionStateEnum)
  status: RejectionState;

  @Field(() => String)
  reason: string;

  @Field(() => [WorkRejectionLineType])
  lines: readonly WorkRejectionLineType[];

  @Field(() => DateTime)
  rejectedAt: Date;

  @Field(() => String, { nullable: true })
  answer: string | null;

  @Field(() => DateTime, { nullable: true })
  answeredAt: Date | null;
}

@ObjectType('ReturnedWork', { description: "Units that went back to a facility after the buyer's no." })
export class ReturnedWorkType {
  @Field(() => Id)
  id: string;

  @Field(() => Int)
  units: number;

  @Field(() => String)
  toRedo: string;

  @Field(() => LocalDate)
  reworkDueOn: BusinessDate;

  @Field(() => DateTime)
  returnedAt: Date;
}

@InputType()
export class RejectedLineInput {
  @Field(() => Id)
  workOrderLineId: string;

  @Field(() => Int)
  units: number;

  @Field(() => String)
  toRedo: string;
}

@InputType()
export class RejectWorkInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => String)
  reason: string;

  @Field(() => [RejectedLineInput])
  lines: RejectedLineInput[];

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class AskReworkInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  rejectionId: string;

  @Field(() => Id)
  assignmentId: string;

  @Field(() => Int)
  units: number;

  @Field(() => String, { description: 'What must be done again, for the facility to read.' })
  toRedo: string;

  @Field(() => LocalDate)
  reworkDueOn: BusinessDate;
}

@InputType()
export class AnswerRejectionInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  rejectionId: string;

  @Field(() => String, { description: 'What is done about it and until when, for the buyer to read.' })
  answer: string;
}
