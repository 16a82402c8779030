import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerKind, SplitPrices } from '#yui/directory';
import type { FairnessRule, Measure } from '#yui/matching';
import { enumType, SplitMeasureEnum, SplitPricesEnum, SplitRuleEnum, valuesOf } from '../graphql/enums.js';
import { IdempotencyKey, Id } from '../graphql/scalars.js';

export const BuyerKindEnum = enumType(
  'BuyerKind',
  'Who posts work.',
  valuesOf<BuyerKind>({ COMPANY: true, GOVERNMENT: true }),
);

@ObjectType('DeskSettings', { description: 'How a desk works.' })
export class DeskSettingsType {
  @Field(() => Int, { description: "The desk's fee in thousandths of the price of the buyer." })
  feeRatePermille: number;

  @Field(() => SplitRuleEnum)
  splitRule: FairnessRule;

  @Field(() => SplitMeasureEnum)
  splitMeasure: Measure;

  @Field(() => Int, { nullable: true, description: 'Most facilities that take part in one split; null: no limit.' })
  splitMaxFacilities: number | null;

  @Field(() => Int, {
    description: 'How far a share may be from its fair value to make the line cheaper, in thousandths; 0: not at all.',
  })
  splitPriceTolerancePermille: number;

  @Field(() => SplitPricesEnum)
  splitPrices: SplitPrices;

  @Field(() => [String], { description: 'Municipalities whose facilities are asked; empty: all.' })
  splitRegions: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Facilities with more defects in the last twelve months, in thousandths, are not asked; null: all are.',
  })
  splitMaxDefectPermille: number | null;

  @Field(() => Int, { description: 'Working days a facility has to answer an offer.' })
  answerWorkingDays: number;

  @Field(() => Int, { description: 'Working days between the due date of facilities and that of the buyer.' })
  deliveryWorkingDays: number;
}

@ObjectType('Desk', { description: 'A joint-order desk (共同受注窓口).' })
export class DeskType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  code: string;

  @Field(() => String)
  name: string;
}

@ObjectType('Buyer', { description: 'A company or a government office that orders.' })
export class BuyerType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  code: string;

  @Field(() => BuyerKindEnum)
  kind: BuyerKind;

  @Field(() => String)
  name: string;
}

@InputType()
export class CreateDeskInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String, { description: '2 to 12 capital letters and digits; order numbers begin with it.' })
  code: string;

  @Field(() => String)
  name: string;
}

@InputType({ description: 'What is omitted stays as it is; null takes a limit away.' })
export class SetDeskSettingsInput {
  @Field(() => Int, { nullable: true })
  feeRatePermille?: number | null;

  @Field(() => SplitRuleEnum, { nullable: true })
  splitRule?: FairnessRule | null;

  @Field(() => SplitMeasureEnum, { nullable: true })
  splitMeasure?: Measure | null;

  @Field(() => Int, { nullable: true, description: 'Null: no limit.' })
  splitMaxFacilities?: number | null;

  @Field(() => Int, { nullable: true })
  splitPriceTolerancePermille?: number | null;

  @Field(() => SplitPricesEnum, { nullable: true })
  splitPrices?: SplitPrices | null;

  @Field(() => [String], { nullable: true })
  splitRegions?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Null: no limit.' })
  splitMaxDefectPermille?: number | null;

  @Field(() => Int, { nullable: true })
  answerWorkingDays?: number | null;

  @Field(() => Int, { nullable: true })
  deliveryWorkingDays?: number | null;
}

@ObjectType('Department', { description: 'A part of a government office (部局・課) that orders in its own name.' })
export class DepartmentType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: 'To whom its invoices are addressed; null: as other papers.' })
  invoiceAddressee: string | null;
}
