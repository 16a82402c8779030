import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerKind } from '#yui/directory';
import type { FairnessRule, Measure } from '#yui/matching';
import { enumType, SplitMeasureEnum, SplitRuleEnum } from '../graphql/enums.js';
import { Uuid } from '../graphql/scalars.js';

const BuyerKindEnum = enumType('BuyerKind', 'Who posts work.', [
  'COMPANY',
  'GOVERNMENT',
] as const satisfies readonly BuyerKind[]);

@ObjectType('DeskSettings', { description: 'How a desk works.' })
export class DeskSettingsType {
  @Field(() => Int, { description: "The desk's fee in thousandths of the price of the buyer." })
  feeRatePermille: number;

  @Field(() => SplitRuleEnum)
  splitRule: FairnessRule;

  @Field(() => SplitMeasureEnum)
  splitMeasure: Measure;

  @Field(() => Int, { description: 'Working days a facility has to answer an offer.' })
  answerWorkingDays: number;

  @Field(() => Int, { description: 'Working days between the due date of facilities and that of the buyer.' })
  deliveryWorkingDays: number;
}

@ObjectType('Desk', { description: 'A joint-order desk (共同受注窓口).' })
export class DeskType {
  @Field(() => Uuid)
  id: string;

  @Field(() => String)
  code: string;

  @Field(() => String)
  name: string;
}

@ObjectType('Buyer', { description: 'A company or a government office that orders.' })
export class BuyerType {
  @Field(() => Uuid)
  id: string;

  @Field(() => String)
  code: string;

  @Field(() => BuyerKindEnum)
  kind: BuyerKind;

  @Field(() => String)
  name: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class SetDeskSettingsInput {
  @Field(() => Int, { nullable: true })
  feeRatePermille?: number | null;

  @Field(() => SplitRuleEnum, { nullable: true })
  splitRule?: FairnessRule | null;

  @Field(() => SplitMeasureEnum, { nullable: true })
  splitMeasure?: Measure | null;

  @Field(() => Int, { nullable: true })
  answerWorkingDays?: number | null;

  @Field(() => Int, { nullable: true })
  deliveryWorkingDays?: number | null;
}
