import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { ContractType } from '#yui/orders';
import type { PageOf } from '#yui/platform';
import { GOVERNMENT_LEVELS, type GovernmentLevel, type Grain, GRAINS } from '#yui/reports';
import { ImportProblemType } from '../directory/import-problem.types.js';
import { ContractTypeEnum, enumType, valuesOf } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { DateTime, Id, IdempotencyKey, LocalDate, Yen } from '../graphql/scalars.js';

export const GovernmentLevelEnum = enumType(
  'GovernmentLevel',
  '国 NATION, 都道府県 PREFECTURE, 市町村 MUNICIPALITY, 独立行政法人等 INCORPORATED.',
  GOVERNMENT_LEVELS,
);
const GrainEnum = enumType(
  'ResultGrain',
  'ORDER: one order. CELL: one figure of a table. TOTAL: a total as it was printed, never added up.',
  GRAINS,
);
const UnknownLabelsEnum = enumType(
  'UnknownLabels',
  'What the labels of a table are that are none of the known words.',
  valuesOf<'GOVERNMENT' | 'DEPARTMENT' | 'FACILITY'>({ GOVERNMENT: true, DEPARTMENT: true, FACILITY: true }),
);

@ObjectType('RecordedResult', {
  description: 'A figure no order of the product stands behind: entered, or brought along.',
})
export class RecordedResultType {
  @Field(() => Id)
  id: string;

  @Field(() => String, { nullable: true, description: 'Name of the list it came with; null: entered by hand.' })
  sourceName: string | null;

  @Field(() => String, { nullable: true, description: 'The file it came with.' })
  sourceFile: string | null;

  @Field(() => String, { nullable: true, description: 'Sheet and line of that file.' })
  sourceRow: string | null;

  @Field(() => GrainEnum, { description: 'What it stands for.' })
  grain: Grain;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => LocalDate, { nullable: true, description: '履行日; null: only the year is known.' })
  performedOn: BusinessDate | null;

  @Field(() => ContractTypeEnum, { nullable: true })
  contractType: ContractType | null;

  @Field(() => String, { nullable: true, description: 'Of the national scheme.' })
  categoryCode: string | null;

  @Field(() => GovernmentLevelEnum, { nullable: true, description: 'Of the government.' })
  level: GovernmentLevel | null;

  @Field(() => String, { description: "Its name; '': the one who recorded it." })
  government: string;

  @Field(() => String, { description: "Name of the department; '': not stated." })
  department: string;

  @Field(() => String, { description: "A code of facilityTypes, or JOINT_DESK; '': not stated." })
  supplierKind: string;

  @Field(() => String, { description: "As written; '': not stated." })
  facilityName: string;

  @Field(() => String)
  title: string;

  @Field(() => Yen, { nullable: true, description: '件数' })
  orderCount: number | null;

  @Field(() => Yen, { nullable: true, description: '延べ事業所数' })
  facilityCount: number | null;

  @Field(() => Yen, { nullable: true, description: 'マッチング件数' })
  matchingCount: number | null;

  @Field(() => Yen, { nullable: true, description: '数量' })
  units: number | null;

  @Field(() => Yen, { nullable: true, description: '金額' })
  yen: number | null;

  @Field(() => Boolean, { description: 'Whether the amount includes the tax.' })
  isTaxIncluded: boolean;

  @Field(() => DateTime)
  recordedAt: Date;
}

export const RecordedResultPageType = pageType('RecordedResultPage', RecordedResultType, 'The newest first.');
export type RecordedResultPageType = PageOf<RecordedResultType>;

@ObjectType('RecordedSource', { description: 'A list that was imported, or what was entered by hand.' })
export class RecordedSourceType {
  @Field(() => String, { nullable: true, description: 'Name of the list; null: entered by hand.' })
  sourceName: string | null;

  @Field(() => String, { nullable: true, description: 'Of its newest edition.' })
  fileName: string | null;

  @Field(() => Int, { description: 'How many rows it brought.' })
  rowCount: number;

  @Field(() => Int, { description: 'First fiscal year.' })
  fromYear: number;

  @Field(() => Int, { description: 'Last fiscal year.' })
  toYear: number;

  @Field(() => Yen, { description: 'Sum of its rows.' })
  yen: number;

  @Field(() => DateTime)
  recordedAt: Date;
}

@ObjectType('TotalDifference', { description: 'A total that was printed and is not the sum of its rows.' })
export class TotalDifferenceType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { description: 'As printed.' })
  printedYen: number;

  @Field(() => Yen, { description: 'Of the rows.' })
  sumYen: number;
}

@ObjectType('ResultImportReport', { description: 'What an import of results does, or would do.' })
export class ResultImportReportType {
  @Field(() => Boolean)
  isDryRun: boolean;

  @Field(() => Int)
  createdCount: number;

  @Field(() => Int)
  updatedCount: number;

  @Field(() => Int)
  unchangedCount: number;

  @Field(() => Int, { description: 'Rows of the edition before that this one does not have any more.' })
  removedCount: number;

  @Field(() => Yen, { description: 'Sum of all rows.' })
  yen: number;

  @Field(() => [Int], { description: 'The fiscal years it tells of.' })
  fiscalYears: readonly number[];

  @Field(() => [ImportProblemType], { description: 'The first 1,000. With one, nothing is imported.' })
  problems: readonly ImportProblemType[];

  @Field(() => Int)
  problemCount: number;

  @Field(() => [TotalDifferenceType], { description: 'Such as by rounding: named, not hidden.' })
  differences: readonly TotalDifferenceType[];
}

@InputType({ description: 'One order or purchase, or one figure of a table.' })
export class RecordedRowInput {
  @Field(() => Int, { nullable: true, description: 'Omitted: that of the day.' })
  fiscalYear?: number | null;

  @Field(() => LocalDate, { nullable: true, description: '履行日' })
  performedOn?: BusinessDate | null;

  @Field(() => ContractTypeEnum, { nullable: true })
  contractType?: ContractType | null;

  @Field(() => String, { nullable: true, description: 'One of procurementCategories.' })
  categoryCode?: string | null;

  @Field(() => GovernmentLevelEnum, { nullable: true, description: 'Of the government.' })
  level?: GovernmentLevel | null;

  @Field(() => String, { nullable: true, description: 'Its name; omitted: the own one.' })
  government?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the department.' })
  department?: string | null;

  @Field(() => String, { nullable: true, description: 'One of facilityTypes, or JOINT_DESK.' })
  supplierKind?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom it was bought from.' })
  facilityName?: string | null;

  @Field(() => String, { nullable: true, description: 'What was bought.' })
  title?: string | null;

  @Field(() => Int, { nullable: true, description: '件数; omitted: one, for an order.' })
  orderCount?: number | null;

  @Field(() => Int, { nullable: true, description: '延べ事業所数' })
  facilityCount?: number | null;

  @Field(() => Int, { nullable: true, description: 'マッチング件数' })
  matchingCount?: number | null;

  @Field(() => Yen, { nullable: true, description: '数量' })
  units?: number | null;

  @Field(() => Yen, { nullable: true, description: '金額' })
  yen?: number | null;

  @Field(() => Boolean, { description: 'Whether the amount includes the tax.' })
  isTaxIncluded: boolean;
}

@InputType()
export class RecordResultsInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => [RecordedRowInput], { description: '1 to 200.' })
  rows: RecordedRowInput[];
}

@InputType()
export class ImportResultsInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => String)
  fileName: string;

  @Field(() => String, { description: 'The file (CSV, XLSX, XLS, ODS) in base64.' })
  contentBase64: string;

  @Field(() => String, { description: 'Name of the list; the next edition under the same name replaces this one.' })
  sourceName: string;

  @Field(() => UnknownLabelsEnum, { nullable: true, description: 'What labels are that are none of the known words.' })
  unknownLabels?: 'GOVERNMENT' | 'DEPARTMENT' | 'FACILITY' | null;

  @Field(() => Boolean, { nullable: true, description: 'Where the table does not say it.' })
  isTaxIncluded?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether amounts are 千円, where the table does not say it.' })
  isInThousands?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Of a table that names no year.' })
  fiscalYear?: number | null;

  @Field(() => Boolean, { description: 'Says what would change and writes nothing.' })
  isDryRun: boolean;
}

@InputType()
export class RemoveRecordedResultInput {
  @Field(() => Id, { description: 'One that was entered by hand.' })
  resultId: string;
}

@InputType({ description: 'By what recorded results are narrowed.' })
export class RecordedResultFilterInput {
  @Field(() => Int, { nullable: true, description: 'Omitted: all.' })
  fiscalYear?: number | null;

  @Field(() => String, { nullable: true, description: "Of this list; '': entered by hand; omitted: all." })
  sourceName?: string | null;
}
