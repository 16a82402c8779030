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

@ObjectType('ReportColumn')
export class ReportColumnType {
  @Field(() => String, { description: 'What a page has a word for.' })
  key: string;

  @Field(() => String, { nullable: true, description: 'A name that is data; null: the key has a word.' })
  label: string | null;

  @Field(() => Int, { nullable: true, description: 'The fiscal year it shows, by its first calendar year.' })
  fiscalYear: number | null;

  @Field(() => ReportUnitEnum)
  unit: ReportUnit;
}

@ObjectType('ReportCell')
export class ReportCellType {
  @Field(() => Float, { nullable: true, description: 'null: there is no figure, which is not zero.' })
  value: number | null;

  @Field(() => [ReportMarkEnum])
  marks: readonly ReportMark[];
}

@ObjectType('ReportRow')
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
  @Field(() => [ReportColumnType])
  columns: readonly ReportColumnType[];

  @Field(() => [ReportRowType])
  rows: readonly ReportRowType[];
}
