import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { FacilityOutcome } from '#yui/directory';
import { enumType } from '../graphql/enums.js';
import { IdempotencyKey, Id } from '../graphql/scalars.js';

const FacilityOutcomeEnum = enumType('ImportOutcome', 'KEPT: the file does not reach this facility.', [
  'CREATED',
  'UPDATED',
  'UNCHANGED',
  'KEPT',
] as const satisfies readonly FacilityOutcome['outcome'][]);

@ObjectType('FieldChange')
export class FieldChangeType {
  @Field(() => String)
  field: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}

@ObjectType('ImportedFacility', { description: 'What the import does to one facility of the file.' })
export class ImportedFacilityType {
  @Field(() => Int)
  line: number;

  @Field(() => String)
  name: string;

  @Field(() => Id, { nullable: true, description: 'Null: it is new and this is a dry run.' })
  facilityId: string | null;

  @Field(() => FacilityOutcomeEnum)
  outcome: FacilityOutcome['outcome'];

  @Field(() => [FieldChangeType])
  changes: readonly FieldChangeType[];
}

@ObjectType('ImportProblem', { description: 'Something in the file a person has to look at.' })
export class ImportProblemType {
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

@ObjectType('UnrecognisedService', { description: 'A service that no kind of work was found for.' })
export class UnrecognisedServiceType {
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

  @Field(() => Int, { description: 'Rows with a problem, which stayed out.' })
  rejectedCount: number;

  @Field(() => [ImportedFacilityType])
  facilities: readonly ImportedFacilityType[];

  @Field(() => [ImportProblemType])
  problems: readonly ImportProblemType[];

  @Field(() => [String], { description: 'Members that came from this list earlier and are no longer in it.' })
  absentNames: readonly string[];

  @Field(() => [String], { description: 'Headings of columns that were not read.' })
  unreadHeaders: readonly string[];

  @Field(() => RecognitionType)
  recognition: RecognitionType;
}

@InputType()
export class ImportRegistryInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String)
  fileName: string;

  @Field(() => String, { description: 'The file (CSV or XLSX) in base64.' })
  contentBase64: string;

  @Field(() => String, { description: 'Name of the list; the same for every edition of it.' })
  sourceName: string;

  @Field(() => String, { nullable: true, description: 'Kind of new facilities for which the file names none.' })
  defaultTypeCode?: string | null;

  @Field(() => Boolean, { description: 'Says what would change and writes nothing.' })
  isDryRun: boolean;
}
