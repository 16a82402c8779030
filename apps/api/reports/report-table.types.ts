import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { ReportMark, ReportUnit } from '#yui/reports';
import { enumType, valuesOf } from '../graphql/enums.js';

const ReportUnitEnum = enumType(
  'ReportUnit',
  'In what the figures of a column are counted.',
  valuesOf<ReportUnit>({
    COUNT: true,
    TIMES: true,
    FACILITIES: true,
    PEOPLE: true,
    MINUTES: true,
    YEN: true,
    THOUSAND_YEN: true,
    PERCENT: true,
  }),
);
const ReportMarkEnum = enumType(
  'ReportMark',
  'What is to be said of a figure.',
  valuesOf<ReportMark>({ RECORDED: true, OFF_BY_ROUNDING: true }),
);

@ObjectType('ReportColumn', { description: 'What the figures below it are of.' })
export class ReportColumnType {
  @Field(() => String, { description: 'What a page has a word for.' })
  key: string;

  @Field(() => String, { nullable: true, description: 'A name that is data; null: the key has a word.' })
  label: string | null;

  @Field(() => Int, { nullable: true, description: 'The fiscal year it shows, by its first calendar year.' })
  fiscalYear: number | null;

  @Field(() => ReportUnitEnum, { description: 'In what its figures are counted.' })
  unit: ReportUnit;
}

@ObjectType('ReportCell', { description: 'A figure, and what is to be said of it.' })
export class ReportCellType {
  @Field(() => Float, { nullable: true, description: 'null: there is no figure, which is not zero.' })
  value: number | null;

  @Field(() => [ReportMarkEnum], { description: 'Empty: it is the sum of rows that can be opened.' })
  marks: readonly ReportMark[];
}

@ObjectType('ReportRow', { description: 'Figures of one group, of one year, or of all.' })
export class ReportRowType {
  @Field(() => String, { description: 'What a page has a word for.' })
  key: string;

  @Field(() => String, { nullable: true, description: 'A name that is data; null: the key has a word.' })
  label: string | null;

  @Field(() => Int, { nullable: true, description: 'The fiscal year it shows, where years are rows.' })
  fiscalYear: number | null;

  @Field(() => Boolean, { description: 'It is the sum or the mean of the others: charts omit it.' })
  isTotal: boolean;

  @Field(() => [ReportCellType], { description: 'In the order of the columns.' })
  cells: readonly ReportCellType[];
}

@ObjectType('ReportTable', { description: 'A report as it is shown, drawn and exported: figures by row and column.' })
export class ReportTableType {
  @Field(() => [ReportColumnType], { description: 'From left to right.' })
  columns: readonly ReportColumnType[];

  @Field(() => [ReportRowType], { description: 'From top to bottom; totals stand last.' })
  rows: readonly ReportRowType[];
}
