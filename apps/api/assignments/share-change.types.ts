import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { SHARE_CHANGE_STATES, type ShareChangeState, shareChangeTransitions } from '#yui/changes';
import { actionsOf, enumType } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, LocalDate, Id } from '../graphql/scalars.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

const ShareChangeStateEnum = enumType(
  'ShareChangeState',
  'LAPSED: the share had ended before the facility answered.',
  SHARE_CHANGE_STATES,
);
export const ShareChangeActionEnum = enumType(
  'ShareChangeAction',
  'A step in the life of a share change.',
  actionsOf(shareChangeTransitions),
);

@ObjectType('ShareChange', { description: 'What the desk asks a facility to agree to about a share it has accepted.' })
export class ShareChangeType {
  @Field(() => Id)
  id: string;

  @Field(() => ShareChangeStateEnum)
  status: ShareChangeState;

  @Field(() => Int, { nullable: true, description: 'The whole share as it would be; null: it stays.' })
  units: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The earlier date; null: it stays.' })
  dueOn: BusinessDate | null;

  @Field(() => String)
  reason: string;

  @Field(() => DateTime)
  proposedAt: Date;

  @Field(() => DateTime, { nullable: true })
  answeredAt: Date | null;

  @Field(() => String, { nullable: true })
  answerReason: string | null;
}

@InputType()
export class ProposeShareChangeInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  assignmentId: string;

  @Field(() => Int, { nullable: true, description: 'The whole share as it would be; omitted: it stays.' })
  units?: number | null;

  @Field(() => LocalDate, { nullable: true })
  dueOn?: BusinessDate | null;

  @Field(() => String)
  reason: string;
}

@InputType()
export class WithdrawShareChangeInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  shareChangeId: string;
}

@InputType()
export class AnswerShareChangeInput extends WithdrawShareChangeInput {
  @Field(() => Boolean)
  isAgreed: boolean;

  @Field(() => String, { nullable: true, description: 'Needed for a no.' })
  reason?: string | null;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}
