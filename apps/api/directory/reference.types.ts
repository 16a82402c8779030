import { Field, ObjectType } from '@nestjs/graphql';
import type { TaxCategory } from '#yui/money';
import { TaxCategoryEnum } from '../graphql/enums.js';

@ObjectType('WorkType', { description: 'A kind of work with its unit of measure.' })
export class WorkTypeType {
  @Field(() => String)
  code: string;

  @Field(() => String)
  nameJa: string;

  @Field(() => String)
  nameEn: string;

  @Field(() => String, { description: 'What is counted, such as 枚 or 時間.' })
  unit: string;

  @Field(() => String, { description: 'Category of the national procurement results.' })
  categoryCode: string;

  @Field(() => TaxCategoryEnum, { description: 'Of a new line of it; the desk may change it when it quotes.' })
  taxCategory: TaxCategory;
}

@ObjectType('WorkTypeSuggestion', { description: 'A kind of work that may be what somebody means.' })
export class WorkTypeSuggestionType {
  @Field(() => WorkTypeType)
  workType: WorkTypeType;

  @Field(() => String, { description: 'The word that met the text: its name, or another word for the same.' })
  matchedWord: string;
}

@ObjectType('ProcurementCategory', { description: 'How the national results of procurement file an order.' })
export class ProcurementCategoryType {
  @Field(() => String)
  code: string;

  @Field(() => String)
  nameJa: string;

  @Field(() => String)
  nameEn: string;
}

@ObjectType('FacilityType', { description: 'A legal kind of facility.' })
export class FacilityTypeType {
  @Field(() => String)
  code: string;

  @Field(() => String)
  nameJa: string;

  @Field(() => String)
  nameEn: string;

  @Field(() => Boolean, { description: 'Counts for 障害者優先調達推進法.' })
  isPriorityProcurement: boolean;
}
