import { Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  QUESTION_SIDES,
  QUESTION_STATES,
  type QuestionSide,
  type QuestionState,
  questionTransitions,
} from '#yui/correspondence';
import { actionsOf, enumType } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, Id } from '../graphql/scalars.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

const QuestionStateEnum = enumType('QuestionState', 'Where a question is in its life.', QUESTION_STATES);
const QuestionSideEnum = enumType('QuestionSide', 'Who asks, or is asked; one is always the desk.', QUESTION_SIDES);
export const QuestionActionEnum = enumType(
  'QuestionAction',
  'A step in the life of a question.',
  actionsOf(questionTransitions),
);

@ObjectType('Question', { description: 'Something one side of an order wants to know of another.' })
export class QuestionType {
  @Field(() => Id)
  id: string;

  @Field(() => QuestionStateEnum)
  status: QuestionState;

  @Field(() => QuestionSideEnum)
  askedBy: QuestionSide;

  @Field(() => QuestionSideEnum)
  askedOf: QuestionSide;

  @Field(() => Id, { nullable: true, description: 'The share it is about. Null for who only reads along.' })
  assignmentId: string | null;

  facilityId: string | null;

  @Field(() => Id, { nullable: true, description: 'For the desk: the question of a facility that it passes on.' })
  passedOnFromId: string | null;

  @Field(() => String)
  body: string;

  @Field(() => DateTime)
  askedAt: Date;

  @Field(() => String, { nullable: true })
  answer: string | null;

  @Field(() => DateTime, { nullable: true })
  answeredAt: Date | null;

  @Field(() => Boolean, { description: 'Every facility of the order reads it, but not who asked.' })
  isForAllFacilities: boolean;

  @Field(() => Boolean, { description: 'False: it was asked by another facility and answered for all.' })
  isOwn: boolean;
}

@InputType({ description: 'A buyer names the order, a facility its assignment, a desk one of the two.' })
export class AskQuestionInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { nullable: true, description: 'Between the buyer of this order and the desk.' })
  workOrderId?: string | null;

  @Field(() => Id, { nullable: true, description: 'Between the facility of this assignment and the desk.' })
  assignmentId?: string | null;

  @Field(() => String)
  body: string;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType({ isAbstract: true })
class QuestionRef {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  questionId: string;
}

@InputType()
export class WithdrawQuestionInput extends QuestionRef {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class AnswerQuestionInput extends QuestionRef {
  @Field(() => String)
  answer: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'An answer of the desk to a facility: for all facilities of the order. Omitted: yes.',
  })
  isForAllFacilities?: boolean | null;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class PassOnQuestionInput extends QuestionRef {
  @Field(() => String, { description: 'In the words of the desk: who had asked is not to be read in them.' })
  body: string;
}
