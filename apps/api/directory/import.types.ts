import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ColumnReading, FacilityOutcome, PassedOver, StoredFacility } from '#yui/directory';
import { enumType, valuesOf } from '../graphql/enums.js';
import { IdempotencyKey, Id } from '../graphql/scalars.js';

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

const PassedOverReasonEnum = enumType(
  'PassedOverReason',
  'Why something in a file is no facility, or was not read.',
  valuesOf<PassedOver['reason']>({
    HIDDEN_SHEET: true,
    NO_NAME_COLUMN: true,
    TITLE: true,
    SECTION: true,
    TOTAL: true,
    NOTE: true,
    BLANK: true,
    NOT_A_WORKPLACE: true,
    WITHOUT_HEADING: true,
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

@ObjectType('ImportProblem', { description: 'Something in the file a person has to look at.' })
export class ImportProblemType {
  @Field(() => String, { nullable: true })
  sheet: string | null;

  @Field(() => Int, { nullable: true, description: 'Counted from 1; null when it is the whole file.' })
  line: number | null;

  @Field(() => String, { nullable: true })
  column: string | null;

  @Field(() => String)
  code: string;

  @Field(() => String, { nullable: true })
  value: string | null;

  @Field(() => String)
  messageJa: string;

  @Field(() => String)
  messageEn: string;
}

@ObjectType('ImportQuestion', {
  description: 'Something the file does not say, and nobody supposes. Answer with `kinds` or `defaultTypeCode`.',
})
export class ImportQuestionType {
  @Field(() => String)
  code: string;

  @Field(() => String, { nullable: true })
  sheet: string | null;

  @Field(() => String, { nullable: true })
  section: string | null;

  @Field(() => Int, { description: 'Line of the first facility concerned.' })
  line: number;

  @Field(() => Int, { description: 'How many facilities wait for the answer.' })
  rowCount: number;

  @Field(() => [String], { description: 'Of the first few of them.' })
  names: readonly string[];

  @Field(() => String)
  messageJa: string;

  @Field(() => String)
  messageEn: string;
}

@ObjectType('ColumnReading', { description: 'How a column of the file was read.' })
export class ColumnReadingType {
  @Field(() => String, { nullable: true })
  sheet: string | null;

  @Field(() => Int)
  line: number;

  @Field(() => String)
  heading: string;

  @Field(() => String, {
    description:
      'A field of the directory (`wage.2023.monthYen`), or why it is not stored (`NO_PLACE`, `OLD_FORMULA`, …).',
  })
  meaning: ColumnReading['meaning'];

  @Field(() => Boolean)
  isStored: boolean;
}

@ObjectType('PassedOver', { description: 'Something in the file that is no facility, or was not read.' })
export class PassedOverType {
  @Field(() => String, { nullable: true })
  sheet: string | null;

  @Field(() => Int, { nullable: true, description: 'Null: the whole sheet.' })
  line: number | null;

  @Field(() => PassedOverReasonEnum)
  reason: PassedOver['reason'];

  @Field(() => String)
  text: string;
}

@ObjectType('UnrecognisedService', { description: 'A service that no kind of work was found for.' })
export class UnrecognisedServiceType {
  @Field(() => String, { nullable: true })
  sheet: string | null;

  @Field(() => Int)
  line: number;

  @Field(() => String)
  name: string;

  @Field(() => String)
  text: string;

  @Field(() => String, { nullable: true })
  context: string | null;
}

@ObjectType('Recognition', { description: 'How many services were recognised, and the texts that were not.' })
export class RecognitionType {
  @Field(() => Int)
  mentionCount: number;

  @Field(() => Int)
  recognisedCount: number;

  @Field(() => Int, { nullable: true, description: 'In tenths of a percent, rounded down; null without services.' })
  recognisedPermille: number | null;

  @Field(() => [UnrecognisedServiceType])
  unrecognised: readonly UnrecognisedServiceType[];
}

@ObjectType('ImportReport')
export class ImportReportType {
  @Field(() => Boolean)
  isDryRun: boolean;

  @Field(() => String)
  fileName: string;

  @Field(() => String)
  sourceName: string;

  @Field(() => Int)
  createdCount: number;

  @Field(() => Int)
  updatedCount: number;

  @Field(() => Int)
  unchangedCount: number;

  @Field(() => Int)
  keptCount: number;

  @Field(() => Int, { description: 'Facilities that wait for an answer.' })
  askedCount: number;

  @Field(() => Int, { description: 'Rows with a problem, which stayed out.' })
  rejectedCount: number;

  /** Given out in parts by the resolver. */
  facilities: readonly ImportedFacilityType[];

  @Field(() => [ImportQuestionType])
  questions: readonly ImportQuestionType[];

  @Field(() => [ImportProblemType], { description: 'The first 1,000.' })
  problems: readonly ImportProblemType[];

  @Field(() => Int)
  problemCount: number;

  @Field(() => [ColumnReadingType])
  columns: readonly ColumnReadingType[];

  @Field(() => [PassedOverType], {
    description: 'Titles, totals, notes, hidden sheets, homes and the like: the first 1,000.',
  })
  passedOver: readonly PassedOverType[];

  @Field(() => Int)
  passedOverCount: number;

  @Field(() => [String], { description: 'Members that came from this list earlier and are no longer in it.' })
  absentNames: readonly string[];

  @Field(() => [String], { description: 'Headings of columns that were not read.' })
  unreadHeaders: readonly string[];

  @Field(() => RecognitionType)
  recognition: RecognitionType;
}

@ArgsType()
export class ImportedFacilitiesArgs {
  @Field(() => Int, { description: 'How many to pass over, in the order of the file.' })
  offset = 0;

  @Field(() => Int, { description: 'At most 500.' })
  limit = 500;
}

@InputType()
export class KindAnswerInput {
  @Field(() => String, { nullable: true, description: 'The sheet it is said of; null: every sheet.' })
  sheet?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The section it is said of, as the question names it; null: every section.',
  })
  section?: string | null;

  @Field(() => String, { nullable: true, description: 'The content of a cell that names no kind, or several.' })
  value?: string | null;

  @Field(() => String, { description: 'One of facilityTypes, or OMIT: these are no places of work.' })
  typeCode: string;
}

@InputType()
export class ImportRegistryInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String)
  fileName: string;

  @Field(() => String, { description: 'The file (CSV, XLSX, XLS, ODS) in base64.' })
  contentBase64: string;

  @Field(() => String, { description: 'Name of the list; the same for every edition of it.' })
  sourceName: string;

  @Field(() => String, {
    nullable: true,
    description: 'Kind of the facilities for which the file names none: one of facilityTypes, or OMIT.',
  })
  defaultTypeCode?: string | null;

  @Field(() => [KindAnswerInput], {
    nullable: true,
    description: 'The same for a sheet, a section, or what a cell holds.',
  })
  kinds?: KindAnswerInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'First calendar year of the fiscal year of wages whose heading names none.',
  })
  fiscalYear?: number | null;

  @Field(() => Boolean, { description: 'Says what would change and writes nothing.' })
  isDryRun: boolean;
}
