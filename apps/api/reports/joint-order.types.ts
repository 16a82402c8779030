import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ContractType } from '#yui/orders';
import { ContractTypeEnum } from '../graphql/enums.js';
import { Yen } from '../graphql/scalars.js';
import { OmittedListType, PrintedTotalType } from './procurement.types.js';

@ObjectType('JointOrderCell', { description: 'One year of one row.' })
export class JointOrderCellType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { nullable: true, description: '件数; null, as in all figures: no table that came along has it.' })
  orderCount: number | null;

  @Field(() => Yen, { nullable: true, description: '延べ事業所数: pairs of an order and a facility.' })
  facilityCount: number | null;

  @Field(() => Yen, { nullable: true, description: '売上' })
  salesYen: number | null;

  @Field(() => Yen, { nullable: true, description: '千円, rounded from this very cell.' })
  salesThousandYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'マッチング件数' })
  matchingCount: number | null;

  @Field(() => Yen, { description: 'Of that, what came along from before.' })
  recordedYen: number;

  @Field(() => Yen, { description: 'Recorded with tax, and counted as it was: sales of the product are without.' })
  taxedYen: number;

  @Field(() => Boolean, { description: 'Whether no order of the product stands behind it.' })
  isOnlyRecorded: boolean;
}

@ObjectType('JointOrderRow', { description: 'One row of the table.' })
export class JointOrderRowType {
  @Field(() => ContractTypeEnum, { nullable: true, description: 'Null: what came along without one, or the total.' })
  contractType: ContractType | null;

  @Field(() => [JointOrderCellType], { description: 'One for each year.' })
  cells: readonly JointOrderCellType[];
}

@ObjectType('JointOrderResults', { description: '共同受注の実績（形式別）: years side by side.' })
export class JointOrderResultsType {
  @Field(() => [String], { description: 'Whose results they are.' })
  deskNames: readonly string[];

  @Field(() => [Int], { description: 'The years of the table.' })
  fiscalYears: readonly number[];

  @Field(() => [JointOrderRowType], { description: 'By contract type.' })
  rows: readonly JointOrderRowType[];

  @Field(() => JointOrderRowType)
  total: JointOrderRowType;

  @Field(() => [PrintedTotalType], { description: 'Of years of which an imported table is all there is.' })
  printed: readonly PrintedTotalType[];

  @Field(() => [OmittedListType], { description: 'Lists that do not count, as others tell of the same orders.' })
  omitted: readonly OmittedListType[];

  @Field(() => String, { description: 'How thousands of yen are rounded; printed on the report.' })
  thousandsRounding: string;
}
