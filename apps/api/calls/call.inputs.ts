import { Field, InputType, Int } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { CallState } from '#yui/sourcing';
import { DateTime, IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';
import { CallStateEnum } from './call.types.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

@InputType()
export class CallFilterInput {
  @Field(() => [CallStateEnum], { nullable: true })
  statuses?: CallState[] | null;

  @Field(() => Id, { nullable: true, description: 'For desks only.' })
  workOrderId?: string | null;
}

@InputType()
export class OpenCallInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  stepId: string;

  @Field(() => DateTime)
  closesAt: Date;

  @Field(() => Int, { nullable: true, description: 'Omitted: the quantity of the line.' })
  quantity?: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'Omitted: when facilities hand over the step.' })
  dueOn?: BusinessDate | null;

  @Field(() => Boolean, { nullable: true, description: 'Ends as soon as answers come to the quantity.' })
  isClosedWhenEnough?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Omitted: the title of the order. Facilities read it.' })
  title?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => [Id], { nullable: true, description: 'Omitted: every facility of the desk that offers the work.' })
  facilityIds?: string[] | null;
}

/** Steps that need nothing but the call: close it, take an answer back. */
@InputType({ isAbstract: true })
export class CallRef {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  callId: string;
}

@InputType()
export class CloseCallInput extends CallRef {}

@InputType()
export class WithdrawCallResponseInput extends CallRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType({ isAbstract: true })
export class ReasonedCallRef extends CallRef {
  @Field(() => String)
  reason: string;
}

@InputType()
export class CancelCallInput extends ReasonedCallRef {}

@InputType()
export class DeclineCallInput extends ReasonedCallRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class AnswerCallInput extends CallRef {
  @Field(() => Int)
  units: number;

  @Field(() => Int, { description: 'For one unit, in sen (1/100 yen), without tax.' })
  unitPriceSen: number;

  @Field(() => LocalDate)
  earliestFinishOn: BusinessDate;

  @Field(() => String, { nullable: true })
  remark?: string | null;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class AskCallQuestionInput extends CallRef {
  @Field(() => String)
  question: string;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class AnswerCallQuestionInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  callQuestionId: string;

  @Field(() => String)
  answer: string;
}
