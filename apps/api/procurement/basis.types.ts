import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { type Basis, BASES, type BasisAction } from '#yui/procurement';
import { enumType, valuesOf } from '../graphql/enums.js';
import { IdempotencyKey, LocalDate, Id, Yen } from '../graphql/scalars.js';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';

const BasisEnum = enumType(
  'Basis',
  '随意契約 ITEM_1 by amount, ITEM_3 with facilities (施行令 167条の2 第1項); TENDER 入札.',
  BASES,
);
const BasisActionEnum = enumType(
  'BasisAction',
  'decide: also again, until the order.',
  valuesOf<BasisAction>({ decide: true }),
);

@ObjectType('BasisOption')
export class BasisOptionType {
  @Field(() => BasisEnum)
  basis: Basis;

  @Field(() => Boolean)
  isPossible: boolean;

  @Field(() => String)
  reasonJa: string;

  @Field(() => String)
  reasonEn: string;
}

@ObjectType('ContractBasis', { description: 'By which item a government can order, why, and what it decided.' })
export class ContractBasisType {
  @Field(() => BasisEnum)
  proposed: Basis;

  @Field(() => Yen, { description: 'With tax, by the newest quote.' })
  amountYen: number;

  @Field(() => [BasisOptionType], { description: 'All three, the proposed one first.' })
  options: readonly BasisOptionType[];

  @Field(() => [String])
  warningsJa: readonly string[];

  @Field(() => [String])
  warningsEn: readonly string[];

  @Field(() => [BasisActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions: readonly BasisAction[];

  @Field(() => BasisEnum, { nullable: true, description: 'Null: not decided yet.' })
  decided: Basis | null;

  @Field(() => String, { nullable: true })
  decidedReason: string | null;
}

@ObjectType('DueDateAdvice', { description: 'Whether a due date leaves the facilities enough time.' })
export class DueDateAdviceType {
  @Field(() => Int)
  capableFacilities: number;

  @Field(() => Int, { description: 'Working days half of them need at most before they start.' })
  usualLeadDays: number;

  @Field(() => Boolean)
  isShorterThanUsual: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Null: not within a year.' })
  earliestOn: BusinessDate | null;

  @Field(() => Boolean, { description: 'Whether the whole quantity can be promised for the date as things stand now.' })
  isPossible: boolean;

  @Field(() => String)
  sentenceJa: string;

  @Field(() => String)
  sentenceEn: string;
}

@InputType()
export class DecideContractBasisInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  workOrderId: string;

  @Field(() => BasisEnum)
  basis: Basis;

  @Field(() => String)
  reason: string;

  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}

@InputType()
export class DueDateAdviceInput {
  @Field(() => Id)
  deskId: string;

  @Field(() => String)
  workTypeCode: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => LocalDate, { nullable: true, description: 'Omitted: only the earliest date is asked for.' })
  dueOn?: BusinessDate | null;
}

@InputType()
export class PriceGuideInput {
  @Field(() => Id)
  deskId: string;

  @Field(() => String)
  workTypeCode: string;

  @Field(() => Int)
  quantity: number;
}

@ObjectType('PriceGuide', { description: 'What facilities usually ask for one unit, without tax and fees.' })
export class PriceGuideType {
  @Field(() => Int, { description: 'In sen (1/100 yen).' })
  fromSen: number;

  @Field(() => Int, { description: 'In sen (1/100 yen).' })
  toSen: number;
}
