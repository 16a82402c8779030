import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { UsersRounding, WageQuestion } from '#yui/money';
import type { PageOf } from '#yui/platform';
import type { ActivityGroup, MainActivity, WageReturnAction, WageReturnState, WageRuleKind } from '#yui/wages';
import { pageType } from '../graphql/page.js';
import { DateTime, Id, LocalDate, Yen } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import {
  UsersRoundingEnum,
  WageQuestionEnum,
  WageReturnStateEnum,
  WageReturnActionEnum,
  WageRuleKindEnum,
  MainActivityEnum,
  ActivityGroupEnum,
} from './wage.enums.js';

@ObjectType('WageReturn', {
  description: 'What a facility reports of the wages of a fiscal year. Counts of people alone.',
})
export class WageReturnType {
  @Field(() => Id)
  id: string;

  @Field(() => PartyType, { description: 'The facility that reports.' })
  facility: PartyType;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Int, { description: 'A version that was checked is replaced by the next one alone.' })
  version: number;

  @Field(() => WageReturnStateEnum)
  status: WageReturnState;

  @Field(() => Yen, { description: '工賃（賃金）支払総額: all that was paid in the year.' })
  totalYen: number;

  @Field(() => Int, { nullable: true, description: '延べ利用者数: person-days of use.' })
  personDays: number | null;

  @Field(() => Int, { nullable: true, description: '年間開所日数: days of production.' })
  daysOpen: number | null;

  @Field(() => Int, { description: 'Months of the year in which it was open, usually 12.' })
  monthsOpen: number;

  @Field(() => [Int], { nullable: 'items', description: '工賃支払対象者数 of April to March; null: not recorded.' })
  personsByMonth: (number | null)[];

  @Field(() => Int, { nullable: true, description: 'Hours worked by all in the year.' })
  hours: number | null;

  @Field(() => Yen, { nullable: true, description: 'What production brought in.' })
  productionRevenueYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'What production cost, without wages.' })
  productionCostYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'Subsidies used to pay wages.' })
  subsidiesYen: number | null;

  @Field(() => Int, { nullable: true, description: 'Persons with a permit below the minimum wage.' })
  minimumWageExceptions: number | null;

  @Field(() => Yen, { nullable: true, description: 'The average monthly wage that was the target of the year.' })
  targetYen: number | null;

  @Field(() => MainActivityEnum, { nullable: true, description: 'What it mainly did; null: not said.' })
  mainActivity: MainActivity | null;

  @Field(() => ActivityGroupEnum, { nullable: true, description: 'For whom and where; null: not said.' })
  activityGroup: ActivityGroup | null;

  @Field(() => String, { description: 'What the facility says besides.' })
  note: string;

  @Field(() => [WageQuestionEnum], { description: 'What was asked of the figures and confirmed.' })
  confirmedQuestions: WageQuestion[];

  @Field(() => UsersRoundingEnum, { description: 'By which rounding its averages were calculated.' })
  rounding: UsersRounding;

  @Field(() => Int, { nullable: true, description: 'Average users a day in tenths of a person.' })
  usersTenths: number | null;

  @Field(() => Yen, { nullable: true, description: '平均工賃月額; null: not to be calculated yet.' })
  monthYen: number | null;

  @Field(() => Yen, { nullable: true, description: '平均工賃時間額; null: hours are not known.' })
  hourYen: number | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned; null: it was not.' })
  remark: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was submitted last.' })
  submittedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was checked; it counts from then on.' })
  checkedAt: Date | null;

  @Field(() => [WageReturnActionEnum], { description: 'What the acting person can do with it now.' })
  availableActions: readonly WageReturnAction[];
}

export const WageReturnPageType = pageType('WageReturnPage', WageReturnType, 'Those that wait longest first.');
export type WageReturnPageType = PageOf<WageReturnType>;

@ObjectType('WageHistoryYear', { description: 'A figure of a year that counts.' })
export class WageHistoryYearType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { nullable: true, description: 'Average monthly wage.' })
  monthYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'Average hourly wage.' })
  hourYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'Target of the average monthly wage.' })
  targetYen: number | null;

  @Field(() => String, { nullable: true, description: 'The list it was published in; null: it comes from a return.' })
  sourceFile: string | null;
}

@ObjectType('WageTarget', { description: 'The average monthly wage a facility means to reach.' })
export class WageTargetType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { description: 'The average monthly wage to be reached.' })
  monthYen: number;
}

@ObjectType('WageReturnLast', { description: 'The figures of the year before, to stand beside.' })
class WageReturnLastType {
  @Field(() => Yen, { description: 'All that was paid.' })
  totalYen: number;

  @Field(() => Int, { nullable: true, description: 'Person-days of use.' })
  personDays: number | null;

  @Field(() => Int, { nullable: true, description: 'Days of production.' })
  daysOpen: number | null;

  @Field(() => [Int], { nullable: 'items', description: 'Persons paid, April to March.' })
  personsByMonth: (number | null)[];

  @Field(() => Int, { nullable: true, description: 'Hours worked by all.' })
  hours: number | null;

  @Field(() => MainActivityEnum, { nullable: true, description: 'What it mainly did.' })
  mainActivity: MainActivity | null;

  @Field(() => ActivityGroupEnum, { nullable: true, description: 'For whom and where.' })
  activityGroup: ActivityGroup | null;
}

@ObjectType('WageReturnForm', { description: 'All that is needed to fill in, or to check, the return of a year.' })
export class WageReturnFormType {
  @Field(() => PartyType, { description: 'The facility that reports.' })
  facility: PartyType;

  @Field(() => LocalDate, { nullable: true, description: 'When it began; null: not recorded.' })
  openedOn: BusinessDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it ended; null: it is open.' })
  closedOn: BusinessDate | null;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => WageReturnType, {
    nullable: true,
    description: 'The version that is open, or else the one that counts.',
  })
  present: WageReturnType | null;

  @Field(() => WageReturnLastType, { nullable: true, description: 'The figures of the year before; null: none.' })
  last: WageReturnLastType | null;

  @Field(() => UsersRoundingEnum, { description: 'How average users a day are rounded in the year.' })
  rounding: UsersRounding;

  @Field(() => String, { nullable: true, description: 'Where that is published; null: no prefecture set it, half up.' })
  roundingSource: string | null;

  @Field(() => Yen, { nullable: true, description: 'Minimum hourly wage at the end of the year; null: not recorded.' })
  minimumHourYen: number | null;

  @Field(() => Boolean, { description: 'It has employment contracts: the minimum wage holds.' })
  isEmployer: boolean;

  @Field(() => Int, { nullable: true, description: '定員; null: not recorded.' })
  capacityPersons: number | null;

  @Field(() => Yen, { nullable: true, description: 'Average monthly wage of the year before; null: not known.' })
  lastMonthYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'Target of the year before; null: none.' })
  lastTargetYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'Target of the prefecture for the year; null: none recorded.' })
  prefectureTargetYen: number | null;

  @Field(() => Yen, {
    nullable: true,
    description: 'The least target of the year for 目標工賃達成加算; null: an average it needs is not recorded.',
  })
  leastAdditionTargetYen: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'Until when it is due; null: no date is set.' })
  dueOn: BusinessDate | null;

  @Field(() => [WageHistoryYearType], { description: 'The oldest year first.' })
  history: readonly WageHistoryYearType[];

  @Field(() => [WageTargetType], { description: 'The earliest year first.' })
  targets: readonly WageTargetType[];
}

@ObjectType('WageRule', { description: 'What a prefecture counts by from a day on.' })
export class WageRuleType {
  @Field(() => Id)
  id: string;

  @Field(() => WageRuleKindEnum)
  kind: WageRuleKind;

  @Field(() => LocalDate, { description: 'From which day it holds; of a target or an average, a day of its year.' })
  fromOn: BusinessDate;

  @Field(() => Yen, { nullable: true, description: 'The amount; null: the kind has none.' })
  yen: number | null;

  @Field(() => UsersRoundingEnum, { nullable: true, description: 'The rounding; null: the kind has none.' })
  rounding: UsersRounding | null;

  @Field(() => String, { description: 'Law, notice or page it stands in.' })
  source: string;
}
