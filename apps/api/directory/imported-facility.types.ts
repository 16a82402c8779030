import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { FacilityOutcome, StoredFacility } from '#yui/directory';
import { enumType, valuesOf } from '../graphql/enums.js';
import { Id } from '../graphql/scalars.js';

const FacilityOutcomeEnum = enumType(
  'ImportOutcome',
  'KEPT: the file does not reach this facility. ASKED: it waits for an answer. AMBIGUOUS: several could be meant.',
  valuesOf<FacilityOutcome['outcome']>({
    CREATED: true,
    UPDATED: true,
    UNCHANGED: true,
    KEPT: true,
    ASKED: true,
    AMBIGUOUS: true,
  }),
);

const TypeStatedByEnum = enumType(
  'FacilityTypeStatedBy',
  'ANSWER: the caller said so. DIRECTORY: the file does not say, and it was known before.',
  valuesOf<NonNullable<StoredFacility['typeStatedBy']>>({
    COLUMN: true,
    SECTION: true,
    SHEET: true,
    TITLE: true,
    HEADING: true,
    ANSWER: true,
    DIRECTORY: true,
  }),
);

@ObjectType('FieldChange')
export class FieldChangeType {
  @Field(() => String)
  field: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}

@ObjectType('StoredWage', { description: 'Averages and target of one fiscal year; null where the list gives none.' })
export class StoredWageType {
  @Field(() => Int, { description: 'First calendar year of the fiscal year.' })
  fiscalYear: number;

  @Field(() => Int, { nullable: true })
  monthYen: number | null;

  @Field(() => Int, { nullable: true })
  hourYen: number | null;

  @Field(() => Int, { nullable: true })
  targetMonthYen: number | null;
}

@ObjectType('StoredService', { description: 'A service as written, and how it was recognised.' })
export class StoredServiceType {
  @Field(() => String)
  text: string;

  @Field(() => String, { nullable: true, description: 'What the bracket around it belongs to.' })
  context: string | null;

  @Field(() => String, { nullable: true, description: 'Null: kept as text alone.' })
  workTypeCode: string | null;

  @Field(() => String, { nullable: true })
  recognisedBy: string | null;

  @Field(() => String, { nullable: true, description: 'The word of the dictionary that was found.' })
  matchedTerm: string | null;
}

@ObjectType('StoredFacility', { description: 'All that is stored of one facility of the file.' })
export class StoredFacilityType {
  @Field(() => String, { nullable: true, description: 'Null: asked for.' })
  typeCode: string | null;

  @Field(() => TypeStatedByEnum, { nullable: true })
  typeStatedBy: StoredFacility['typeStatedBy'];

  @Field(() => Int, { nullable: true, description: '定員; null: to be filled in.' })
  capacityPersons: number | null;

  @Field(() => Int, { nullable: true })
  registryNumber: number | null;

  @Field(() => String, { nullable: true, description: '事業所番号' })
  facilityNumber: string | null;

  @Field(() => String, { nullable: true })
  corporationName: string | null;

  @Field(() => String, { nullable: true })
  address: string | null;

  @Field(() => String)
  servicesText: string;

  @Field(() => [StoredWageType])
  wages: readonly StoredWageType[];

  @Field(() => [StoredServiceType])
  services: readonly StoredServiceType[];
}

@ObjectType('ImportedFacility', { description: 'What the import does to one facility of the file.' })
export class ImportedFacilityType {
  @Field(() => String, { nullable: true, description: 'Null in a text file.' })
  sheet: string | null;

  @Field(() => Int)
  line: number;

  @Field(() => [Int], { description: 'All its rows: more than one where a list has one for each product.' })
  lines: readonly number[];

  @Field(() => String)
  name: string;

  @Field(() => Id, {
    nullable: true,
    description: 'Null: it is new and this is a dry run, or it waits for an answer.',
  })
  facilityId: string | null;

  @Field(() => FacilityOutcomeEnum)
  outcome: FacilityOutcome['outcome'];

  @Field(() => [FieldChangeType])
  changes: readonly FieldChangeType[];

  @Field(() => StoredFacilityType)
  stored: StoredFacilityType;
}
