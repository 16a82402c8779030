import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { PageOf } from '#yui/platform';
import {
  type AmountUnit,
  type Booking,
  type Comparator,
  PROCUREMENT_DIMENSIONS,
  type ProcuredRow,
  type ProcurementDimension,
  type TargetMeasure,
} from '#yui/reports';
import { enumType, valuesOf } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { Id, LocalDate, Yen } from '../graphql/scalars.js';
import { BookingEnum, TargetMeasureEnum, ComparatorEnum } from './procurement-setting.types.js';

export const ProcurementDimensionEnum = enumType(
  'ProcurementDimension',
  'What the table has a row for. OWN_CATEGORY: the scheme of the government. METHOD: by which item it was ordered.',
  PROCUREMENT_DIMENSIONS,
);

export const AmountUnitEnum = enumType(
  'AmountUnit',
  '円 or 千円, rounded cell by cell.',
  valuesOf<AmountUnit>({ YEN: true, THOUSAND_YEN: true }),
);

const ProcuredOriginEnum = enumType(
  'ProcuredOrigin',
  'An order of the product, or a recorded result.',
  valuesOf<ProcuredRow['origin']>({ ORDER: true, RECORDED: true }),
);

@ObjectType('ProcurementCell', { description: 'One year of one row.' })
export class ProcurementCellType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { description: '件数' })
  orderCount: number;

  @Field(() => Yen, { description: '金額' })
  yen: number;

  @Field(() => Yen, { description: '千円, rounded from this very cell: the parts need not add up to the total.' })
  thousandYen: number;

  @Field(() => Yen, { description: 'Of that, what was recorded.' })
  recordedYen: number;

  @Field(() => Boolean, { description: 'Whether no order of the product stands behind it.' })
  isOnlyRecorded: boolean;

  @Field(() => Yen, { nullable: true, description: 'To the year before; null in the first year.' })
  differenceYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'To the year before, in tenths of a percent.' })
  changePermille: number | null;
}

@ObjectType('ProcurementRow', { description: 'One row of the table.' })
export class ProcurementRowType {
  @Field(() => String, { description: "A code, or a name; '': not stated." })
  key: string;

  @Field(() => [ProcurementCellType], { description: 'One for each year.' })
  cells: readonly ProcurementCellType[];
}

@ObjectType('ProcurementYearRule', { description: 'How a year was counted; printed on the table.' })
export class ProcurementYearRuleType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => BookingEnum, { description: 'Which day decides the year.' })
  bookedBy: Booking;

  @Field(() => Boolean, { description: 'Whether amounts include the tax.' })
  isTaxIncluded: boolean;

  @Field(() => String, { description: "What says so; '': the usual." })
  source: string;
}

@ObjectType('PrintedTotal', { description: 'A total as it was printed, where it is not the sum of its rows.' })
export class PrintedTotalType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { description: 'As printed.' })
  yen: number;

  @Field(() => String, { description: 'Name of the list.' })
  source: string;
}

@ObjectType('OmittedList', {
  description: 'An imported list that does not count, as another one tells of the same money.',
})
export class OmittedListType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => String, { description: "Whose money it is; '': not told apart." })
  government: string;

  @Field(() => String, { description: 'Name of the list.' })
  source: string;
}

@ObjectType('TargetCell', { description: 'How far a year came to its target.' })
export class TargetCellType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => TargetMeasureEnum, { description: 'What it is about.' })
  measure: TargetMeasure;

  @Field(() => ComparatorEnum, { description: 'What counts as reached.' })
  comparator: Comparator;

  @Field(() => Yen, { description: 'What is to be reached, in yen or orders.' })
  target: number;

  @Field(() => Yen, { description: 'What it came to.' })
  actual: number;

  @Field(() => Boolean, { description: '達成' })
  isReached: boolean;

  @Field(() => Yen, { nullable: true, description: 'In tenths of a percent, rounded down.' })
  permille: number | null;

  @Field(() => String, { description: 'What says so.' })
  source: string;
}

@ObjectType('YearAmount', { description: 'An amount of a year.' })
export class YearAmountType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { description: '金額' })
  yen: number;
}

@ObjectType('ProcurementResults', { description: '調達実績: years side by side.' })
export class ProcurementResultsType {
  @Field(() => ProcurementDimensionEnum, { description: 'What it has a row for.' })
  by: ProcurementDimension;

  @Field(() => [Int], { description: 'The years of the table.' })
  fiscalYears: readonly number[];

  @Field(() => [ProcurementYearRuleType], { description: 'One for each year.' })
  rules: readonly ProcurementYearRuleType[];

  @Field(() => [ProcurementRowType], { description: 'Categories in the national order; others the largest first.' })
  rows: readonly ProcurementRowType[];

  @Field(() => ProcurementRowType, { description: 'Of the rows behind: an order of two categories is one order here.' })
  total: ProcurementRowType;

  @Field(() => [PrintedTotalType], { description: 'Of years of which an imported table is all there is.' })
  printed: readonly PrintedTotalType[];

  @Field(() => [OmittedListType], { description: 'Lists that do not count, as others tell of the same money.' })
  omitted: readonly OmittedListType[];

  @Field(() => [TargetCellType], { description: 'The targets of these years.' })
  targets: readonly TargetCellType[];

  @Field(() => [YearAmountType], { description: 'Recorded with the other tax, and counted as it was.' })
  otherTax: readonly YearAmountType[];
}

@ObjectType('ProcuredRow', { description: 'A row behind a cell.' })
export class ProcuredRowType {
  @Field(() => Id)
  id: string;

  @Field(() => ProcuredOriginEnum, { description: 'Where it is from.' })
  origin: ProcuredRow['origin'];

  @Field(() => Id, { nullable: true, description: 'Null: a recorded result.' })
  workOrderId: string | null;

  @Field(() => String)
  number: string;

  @Field(() => String)
  title: string;

  @Field(() => LocalDate, { description: 'The day that decides its year.' })
  bookedOn: BusinessDate;

  @Field(() => String, { description: 'Its name.' })
  government: string;

  @Field(() => String, { description: 'Name of the department.' })
  department: string;

  @Field(() => String, { nullable: true, description: 'Of the national scheme.' })
  categoryCode: string | null;

  @Field(() => String, { description: "The facility it was bought from; '': through the desk, or not stated." })
  facilityName: string;

  @Field(() => Yen, { description: '金額' })
  yen: number;
}

export const ProcuredRowPageType = pageType('ProcuredRowPage', ProcuredRowType, 'The oldest first.');
export type ProcuredRowPageType = PageOf<ProcuredRowType>;

@ArgsType()
export class ProcurementArgs {
  @Field(() => Id, { nullable: true, description: 'For a desk: the government; omitted: all it works for.' })
  buyerId?: string | null;

  @Field(() => Int, { description: 'First fiscal year, from 2005 on.' })
  fromYear: number;

  @Field(() => Int, { description: 'Last fiscal year; at most 25 side by side.' })
  toYear: number;

  @Field(() => ProcurementDimensionEnum, { defaultValue: 'CATEGORY', description: 'What the table has a row for.' })
  by: ProcurementDimension;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'False: orders outside public money, which are kept apart.',
  })
  isPublicMoney: boolean;
}
