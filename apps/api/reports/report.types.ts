import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { ContractType } from '#yui/orders';
import { ContractTypeEnum } from '../graphql/enums.js';
import { LocalDate, Id, Yen } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';

@ObjectType('ResultFigures')
export class ResultFiguresType {
  @Field(() => Int)
  orderCount: number;

  @Field(() => Int, { description: '延べ事業所数: pairs of an order and a facility.' })
  facilityCount: number;

  @Field(() => Yen, { description: "What the facilities' work was sold for, without tax." })
  salesYen: number;

  @Field(() => Yen, { description: '千円, rounded from this very figure: the parts need not add up to the total.' })
  salesThousandYen: number;
}

@ObjectType('ContractTypeResults', { description: 'One row of the table.' })
export class ContractTypeResultsType {
  @Field(() => ContractTypeEnum)
  contractType: ContractType;

  @Field(() => ResultFiguresType)
  figures: ResultFiguresType;
}

@ObjectType('BookedOrder', { description: 'An order with sales in the year: a row behind the cells.' })
export class BookedOrderType {
  @Field(() => Id)
  workOrderId: string;

  @Field(() => String)
  number: string;

  @Field(() => String)
  title: string;

  @Field(() => ContractTypeEnum)
  contractType: ContractType;

  @Field(() => String)
  buyerName: string;

  @Field(() => LocalDate)
  bookedOn: BusinessDate;

  @Field(() => Boolean, {
    description: 'False: parts were accepted in a later year, which counts the order; here are sales alone.',
  })
  isCounted: boolean;

  @Field(() => [PartyType], { description: 'The facilities that count.' })
  facilities: PartyType[];

  @Field(() => Yen)
  salesYen: number;
}

@ObjectType('ContractResults', { description: 'What a desk reports to its prefecture every fiscal year.' })
export class ContractResultsType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => LocalDate, { description: 'First day of the year.' })
  from: BusinessDate;

  @Field(() => LocalDate, { description: 'Last day of the year.' })
  to: BusinessDate;

  @Field(() => String, { description: 'Which day decides the year an order counts in; printed on the report.' })
  bookedBy: string;

  @Field(() => String, { description: 'How thousands of yen are rounded; printed on the report.' })
  thousandsRounding: string;

  @Field(() => [ContractTypeResultsType], { description: 'All contract types, in their order.' })
  byType: ContractTypeResultsType[];

  @Field(() => ResultFiguresType)
  total: ResultFiguresType;

  @Field(() => [BookedOrderType], { description: 'The oldest first.' })
  orders: BookedOrderType[];
}
