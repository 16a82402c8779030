import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  type Basis,
  type BasisAction,
  BASES,
  GOVERNMENT_KINDS,
  type GovernmentKind,
  OWN_KINDS,
  type OwnKind,
  PUBLICATION_KINDS,
  type PublicationKind,
  publicationTransitions,
  WORK_KINDS,
  type WorkKind,
} from '#yui/procurement';
import { actionsOf, enumType } from '../graphql/enums.js';
import { DateTime, LocalDate, Uuid, Yen } from '../graphql/scalars.js';

const GovernmentKindEnum = enumType('GovernmentKind', 'Which ceilings of the law hold for it.', GOVERNMENT_KINDS);
const WorkKindEnum = enumType(
  'WorkKind',
  'MANUFACTURE 工事又は製造の請負, PURCHASE 財産の買入れ, OTHER その他.',
  WORK_KINDS,
);
const BasisEnum = enumType(
  'Basis',
  '随意契約 ITEM_1 by amount, ITEM_3 with facilities (施行令 167条の2 第1項); TENDER 入札.',
  BASES,
);
const PublicationKindEnum = enumType(
  'PublicationKind',
  'What item 3 has a government publish: 発注見通し, 契約締結前, 契約締結後.',
  PUBLICATION_KINDS,
);
export const PublicationActionEnum = enumType(
  'PublicationAction',
  'redraft: over the words there are, from what is known now.',
  actionsOf(publicationTransitions),
);
const BasisActionEnum = enumType('BasisAction', 'decide: also anew, until the order.', ['decide'] as const);
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
  @Field(() => Uuid)
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

@ObjectType('GovernmentRules', { description: 'What a government has written down for its orders.' })
export class GovernmentRulesType {
  @Field(() => Uuid)
  buyerId: string;

  @Field(() => GovernmentKindEnum, { nullable: true, description: 'Null: not written down yet.' })
  kind: GovernmentKind | null;

  @Field(() => [NegotiationLimitType], { description: 'The newest first; without any the ceilings of the law hold.' })
  limits: readonly NegotiationLimitType[];

  @Field(() => [DeskRecognitionType])
  recognitions: readonly DeskRecognitionType[];

  @Field(() => [CategoryMappingType], { description: 'The newest version first.' })
  categoryMappings: readonly CategoryMappingType[];
}

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

@ObjectType('Publication', { description: 'One of the three texts item 3 has a government publish.' })
export class PublicationType {
  @Field(() => Uuid)
  id: string;

  @Field(() => Uuid)
  workOrderId: string;

  @Field(() => PublicationKindEnum)
  kind: PublicationKind;

  @Field(() => String)
  body: string;

  @Field(() => DateTime)
  draftedAt: Date;

  @Field(() => LocalDate, { nullable: true, description: 'Null: a draft.' })
  publishedOn: BusinessDate | null;

  @Field(() => String, { nullable: true })
  place: string | null;

  @Field(() => String, { description: 'Where its PDF is.' })
  pdfPath: string;
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
  @Field(() => Uuid)
  buyerId: string;

  @Field(() => GovernmentKindEnum)
  kind: GovernmentKind;

  @Field(() => [NegotiationLimitInput], { nullable: true })
  limits?: NegotiationLimitInput[] | null;
}

@InputType()
export class RecogniseDeskInput {
  @Field(() => Uuid)
  buyerId: string;

  @Field(() => Uuid)
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
  @Field(() => Uuid)
  buyerId: string;

  @Field(() => LocalDate)
  fromOn: BusinessDate;

  @Field(() => String)
  name: string;

  @Field(() => [CategoryMappingEntryInput])
  entries: CategoryMappingEntryInput[];
}

@InputType()
export class DecideContractBasisInput {
  @Field(() => Uuid)
  workOrderId: string;

  @Field(() => BasisEnum)
  basis: Basis;

  @Field(() => String)
  reason: string;
}

@InputType()
export class DraftPublicationInput {
  @Field(() => Uuid)
  workOrderId: string;

  @Field(() => PublicationKindEnum)
  kind: PublicationKind;
}

@InputType({ description: 'With `publishedOn` and `place` it is published, and final.' })
export class EditPublicationInput {
  @Field(() => Uuid)
  publicationId: string;

  @Field(() => String)
  body: string;

  @Field(() => LocalDate, { nullable: true })
  publishedOn?: BusinessDate | null;

  @Field(() => String, { nullable: true })
  place?: string | null;
}

@InputType()
export class DueDateAdviceInput {
  @Field(() => Uuid)
  deskId: string;

  @Field(() => String)
  workTypeCode: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => LocalDate)
  dueOn: BusinessDate;
}
