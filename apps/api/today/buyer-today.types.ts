import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import { BUYER_TODAY_KINDS } from '#yui/reports';
import { enumType } from '../graphql/enums.js';
import { DateTime, Id, LocalDate } from '../graphql/scalars.js';

const BuyerTodayKindEnum = enumType(
  'BuyerTodayKind',
  'What waits for a buyer. CHANGES and LATE: what the buyer waits for itself.',
  BUYER_TODAY_KINDS,
);

@ObjectType('BuyerTodayItem', { description: 'One thing, and the page that settles it.' })
export class BuyerTodayItemType {
  @Field(() => Id)
  workOrderId: string;

  @Field(() => String, { description: 'Number of the order.' })
  number: string;

  @Field(() => String, { description: 'Title of the order.' })
  subject: string;

  @Field(() => String, { description: 'Path of the page to open; it starts with `/`.' })
  link: string;

  @Field(() => DateTime, { nullable: true })
  since: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'By when; null: there is no date.' })
  dueOn: BusinessDate | null;

  @Field(() => String, { description: 'Why it is here.' })
  sentenceJa: string;

  @Field(() => String)
  sentenceEn: string;
}

@ObjectType('BuyerTodayGroup', { description: 'Things of one kind that wait for the buyer.' })
export class BuyerTodayGroupType {
  @Field(() => BuyerTodayKindEnum)
  kind: (typeof BUYER_TODAY_KINDS)[number];

  @Field(() => Int, { description: 'How many there are in all.' })
  count: number;

  @Field(() => [BuyerTodayItemType], { description: 'The most urgent first, 20 at most.' })
  items: BuyerTodayItemType[];
}
