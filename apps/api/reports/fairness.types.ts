import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Measure } from '#yui/matching';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { PageOf } from '#yui/platform';
import type { FairnessRow } from '#yui/reports';
import { enumType, SplitMeasureEnum, valuesOf } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { Id, LocalDate, Yen } from '../graphql/scalars.js';

const FairnessOriginEnum = enumType(
  'FairnessOrigin',
  'What a figure of the ledger is made of.',
  valuesOf<FairnessRow['origin']>({ SHARE: true, RECORDED: true, OPENING: true }),
);

@ObjectType('FairnessMonth', { description: 'A month of a line, and where it stands at its end.' })
export class FairnessMonthType {
  @Field(() => Int, { description: '1 to 12, in the order of the fiscal year.' })
  month: number;

  @Field(() => Yen, { description: 'Received in it, in yen or minutes.' })
  amount: number;

  @Field(() => Yen, { description: 'For each of its people, from the beginning of the year.' })
  perPerson: number;

  @Field(() => Yen, { description: 'The same for everybody together.' })
  levelPerPerson: number;
}

@ObjectType('FairnessLine', { description: 'What one facility received in the year, against the level.' })
export class FairnessLineType {
  @Field(() => Id)
  facilityId: string;

  @Field(() => String, { description: 'Its name.' })
  facilityName: string;

  @Field(() => Int, { description: 'Its people: how much is its fair part.' })
  persons: number;

  @Field(() => [FairnessMonthType], { description: 'April to March.' })
  months: readonly FairnessMonthType[];

  @Field(() => Yen, { description: 'What came along without a month; it counts from the beginning of the year.' })
  undatedAmount: number;

  @Field(() => Yen, { description: 'In the year.' })
  amount: number;

  @Field(() => Yen, { description: 'For each of its people.' })
  perPerson: number;

  @Field(() => Yen, { description: 'Above, or below zero under, what the level would have given its people.' })
  difference: number;
}

@ObjectType('FairnessLedger', {
  description: 'Who received what from a desk in a year, by month, against the level of all.',
})
export class FairnessLedgerType {
  @Field(() => Id)
  deskId: string;

  @Field(() => String, { description: 'Its name.' })
  deskName: string;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => SplitMeasureEnum, { description: 'What it is counted in.' })
  measure: Measure;

  @Field(() => Int, { description: 'Of all who share the level.' })
  persons: number;

  @Field(() => Int, { description: 'How many share the level.' })
  facilityCount: number;

  @Field(() => Yen, { description: 'Of all.' })
  amount: number;

  @Field(() => Yen, { description: '水準: of all, for each person.' })
  levelPerPerson: number;

  @Field(() => [FairnessLineType], { description: 'Who received least first; for a facility its own alone.' })
  lines: readonly FairnessLineType[];
}

@ObjectType('FairnessRow', { description: 'A row behind a figure of the ledger.' })
export class FairnessRowType {
  @Field(() => Id)
  id: string;

  @Field(() => FairnessOriginEnum, { description: 'Where it is from.' })
  origin: FairnessRow['origin'];

  @Field(() => LocalDate, { nullable: true, description: 'When it said yes, or the work was done.' })
  givenOn: BusinessDate | null;

  @Field(() => Id, { nullable: true, description: 'For the desk.' })
  workOrderId: string | null;

  @Field(() => String)
  number: string;

  @Field(() => String)
  title: string;

  @Field(() => Yen)
  units: number;

  @Field(() => Yen, { description: 'In yen or minutes.' })
  amount: number;

  @Field(() => Id, { nullable: true, description: 'The split it is a part of, which can be replayed; for the desk.' })
  allocationId: string | null;

  @Field(() => String, { nullable: true, description: 'Why so much; for the desk.' })
  reasonJa: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  reasonEn: string | null;
}

export const FairnessRowPageType = pageType('FairnessRowPage', FairnessRowType, 'The oldest first.');
export type FairnessRowPageType = PageOf<FairnessRowType>;
