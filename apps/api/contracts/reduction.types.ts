import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { REDUCTION_KINDS, type ReductionKind } from '#yui/contracts';
import { enumType } from '../graphql/enums.js';
import { DateTime, Id, IdempotencyKey, LocalDate, Yen } from '../graphql/scalars.js';

const ReductionKindEnum = enumType('ReductionKind', '値引き PRICE_REDUCTION, 返品 RETURN.', REDUCTION_KINDS);

@ObjectType('Reduction', { description: 'What both sides agreed to take off after the work was accepted.' })
export class ReductionType {
  @Field(() => Id)
  id: string;

  @Field(() => ReductionKindEnum)
  kind: ReductionKind;

  @Field(() => Int, { nullable: true, description: 'Units that went back; null: none did.' })
  units: number | null;

  @Field(() => Yen, { description: 'With tax where the prices of the contract include it.' })
  amountYen: number;

  @Field(() => String)
  reason: string;

  @Field(() => String, { description: 'Who of the other side agreed, and how.' })
  agreedBy: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the facility answers for; null: the desk does not pay it.',
  })
  fault: string | null;

  @Field(() => LocalDate, { description: 'When it was agreed.' })
  reducedOn: BusinessDate;

  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn as a mistake.' })
  withdrawnAt: Date | null;
}

@InputType()
export class RecordReductionInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'The line of the work something is taken off.' })
  settlementLineId: string;

  @Field(() => ReductionKindEnum)
  kind: ReductionKind;

  @Field(() => Int, { nullable: true, description: 'Of a return: how many units go back.' })
  units?: number | null;

  @Field(() => Yen, {
    nullable: true,
    description: 'With tax where the prices include it. Of a return, omitted: the price of the units.',
  })
  amountYen?: number | null;

  @Field(() => String, { description: 'Why it is taken off.' })
  reason: string;

  @Field(() => String, { description: 'Who of the other side agreed, and how.' })
  agreedBy: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of what the desk pays a facility: what the facility answers for. The law allows no other reason.',
  })
  fault?: string | null;
}

@InputType()
export class WithdrawReductionInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'The reduction that was a mistake.' })
  reductionId: string;
}
