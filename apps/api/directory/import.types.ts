import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ColumnReading, PassedOver } from '#yui/directory';
import { enumType, valuesOf } from '../graphql/enums.js';
import { IdempotencyKey } from '../graphql/scalars.js';
import { ImportProblemType, ImportQuestionType } from './import-problem.types.js';
import { ImportedFacilityType } from './imported-facility.types.js';

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
