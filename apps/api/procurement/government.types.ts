import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  GOVERNMENT_KINDS,
  type GovernmentKind,
  OWN_KINDS,
  type OwnKind,
  WORK_KINDS,
  type WorkKind,
} from '#yui/procurement';
import { enumType } from '../graphql/enums.js';
import { IdempotencyKey, LocalDate, Id, Yen } from '../graphql/scalars.js';

const GovernmentKindEnum = enumType('GovernmentKind', 'Which ceilings of the law hold for it.', GOVERNMENT_KINDS);
const WorkKindEnum = enumType(
  'WorkKind',
  'MANUFACTURE 工事又は製造の請負, PURCHASE 財産の買入れ, OTHER その他.',
  WORK_KINDS,
);
const OwnKindEnum = enumType('CategoryKind', 'GOODS 物品, SERVICE 役務.', OWN_KINDS);

@ObjectType('NegotiationLimit', { description: 'Up to what amount a government negotiates by its own rules.' })
export class NegotiationLimitType {
  @Field(() => WorkKindEnum)
  workKind: WorkKind;

  @Field(() => LocalDate)
  fromOn: BusinessDate;

  @Field(() => Yen)
  limitYen: number;

  @Field(() => String)
  source: string;
}

@ObjectType('DeskRecognition', { description: 'A desk a government recognised as 準ずる者.' })
export class DeskRecognitionType {
  @Field(() => Id)
  deskId: string;

  @Field(() => LocalDate)
  fromOn: BusinessDate;

  @Field(() => LocalDate, { nullable: true })
  untilOn: BusinessDate | null;

  @Field(() => String)
  evidence: string;
}

@ObjectType('CategoryMappingEntry')
export class CategoryMappingEntryType {
  @Field(() => String)
  categoryCode: string;

  @Field(() => String)
  ownCode: string;

  @Field(() => OwnKindEnum)
  ownKind: OwnKind;

  @Field(() => String)
  ownName: string;
}

@ObjectType('CategoryMapping', { description: 'How a government files its orders from a day on.' })
export class CategoryMappingType {
  @Field(() => Int)
  version: number;

  @Field(() => LocalDate)
  fromOn: BusinessDate;

  @Field(() => String)
  name: string;

  @Field(() => [CategoryMappingEntryType])
  entries: readonly CategoryMappingEntryType[];
}

@ObjectType('GovernmentRules', { description: 'What a government has recorded for its orders.' })
export class GovernmentRulesType {
  @Field(() => Id)
  buyerId: string;

  @Field(() => GovernmentKindEnum, { nullable: true, description: 'Null: not recorded yet.' })
  kind: GovernmentKind | null;

  @Field(() => Boolean, { description: 'It orders with public money only once it has decided by which item.' })
  needsBasis: boolean;

  @Field(() => [NegotiationLimitType], { description: 'The newest first; without any the ceilings of the law hold.' })
  limits: readonly NegotiationLimitType[];

  @Field(() => [DeskRecognitionType])
  recognitions: readonly DeskRecognitionType[];

  @Field(() => [CategoryMappingType], { description: 'The newest version first.' })
  categoryMappings: readonly CategoryMappingType[];
}

@ObjectType('OwnCategory', { description: "A category of the government's own scheme." })
export class OwnCategoryType {
  @Field(() => String)
  code: string;

  @Field(() => OwnKindEnum)
  kind: OwnKind;

  @Field(() => String)
  name: string;

  @Field(() => Int, { description: 'The version of the scheme that held on the day.' })
  version: number;
}

@ObjectType('LineCategory', { description: 'How a line is filed.' })
export class LineCategoryType {
  @Field(() => String)
  nationalCode: string;

  @Field(() => String)
  nationalName: string;

  @Field(() => OwnCategoryType, { nullable: true, description: 'Null: the government files by the national scheme.' })
  own: OwnCategoryType | null;
}

@InputType()
export class NegotiationLimitInput {
  @Field(() => WorkKindEnum)
  workKind: WorkKind;

  @Field(() => LocalDate)
  fromOn: BusinessDate;

  @Field(() => Yen)
  limitYen: number;

  @Field(() => String, { description: 'The rule that says so.' })
  source: string;
}

@InputType()
export class SetGovernmentRulesInput {
  @Field(() => Id)
  buyerId: string;

  @Field(() => GovernmentKindEnum)
  kind: GovernmentKind;

  @Field(() => Boolean, {
    nullable: true,
    description: 'It orders with public money only once it has decided by which item. Omitted: as it was.',
  })
  needsBasis?: boolean | null;

  @Field(() => [NegotiationLimitInput], { nullable: true })
  limits?: NegotiationLimitInput[] | null;
}

@InputType()
export class RecogniseDeskInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  buyerId: string;

  @Field(() => Id)
  deskId: string;

  @Field(() => LocalDate)
  fromOn: BusinessDate;

  @Field(() => LocalDate, { nullable: true })
  untilOn?: BusinessDate | null;

  @Field(() => String)
  evidence: string;
}

@InputType()
export class CategoryMappingEntryInput {
  @Field(() => String)
  categoryCode: string;

  @Field(() => String)
  ownCode: string;

  @Field(() => OwnKindEnum)
  ownKind: OwnKind;

  @Field(() => String)
  ownName: string;
}

@InputType()
export class SetCategoryMappingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  buyerId: string;

  @Field(() => LocalDate)
  fromOn: BusinessDate;

  @Field(() => String)
  name: string;

  @Field(() => [CategoryMappingEntryInput])
  entries: CategoryMappingEntryInput[];
}
