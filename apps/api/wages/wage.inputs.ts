import { Field, InputType, Int } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { UsersRounding, WageQuestion } from '#yui/money';
import type { ActivityGroup, MainActivity, WageReturnState, WageRuleKind } from '#yui/wages';
import { Id, IdempotencyKey, LocalDate, Yen } from '../graphql/scalars.js';
import {
  UsersRoundingEnum,
  WageQuestionEnum,
  WageReturnStateEnum,
  WageRuleKindEnum,
  MainActivityEnum,
  ActivityGroupEnum,
} from './wage.enums.js';

@InputType('WageReturnFilterInput', { description: 'Narrows the wage returns.' })
export class WageReturnFilterInput {
  @Field(() => WageReturnStateEnum, {
    nullable: true,
    description: 'Only those in this state; omitted: all but drafts.',
  })
  status?: WageReturnState | null;

  @Field(() => Int, { nullable: true, description: 'Only those of this year.' })
  fiscalYear?: number | null;
}

@InputType('WageFiguresInput', { description: 'What is entered of a year; what is omitted is not known yet.' })
class WageFiguresInput {
  @Field(() => Yen, { description: 'All that was paid in the year.' })
  totalYen: number;

  @Field(() => Int, { nullable: true, description: '延べ利用者数: person-days of use.' })
  personDays?: number | null;

  @Field(() => Int, { nullable: true, description: '年間開所日数: days of production.' })
  daysOpen?: number | null;

  @Field(() => Int, { description: 'Months in which it was open, 1 to 12.' })
  monthsOpen: number;

  @Field(() => [Int], { nullable: 'items', description: 'Persons paid, of the twelve months from April to March.' })
  personsByMonth: (number | null)[];

  @Field(() => Int, { nullable: true, description: 'Hours worked by all in the year.' })
  hours?: number | null;

  @Field(() => Yen, { nullable: true, description: 'What production brought in.' })
  productionRevenueYen?: number | null;

  @Field(() => Yen, { nullable: true, description: 'What production cost, without wages.' })
  productionCostYen?: number | null;

  @Field(() => Yen, { nullable: true, description: 'Subsidies used to pay wages.' })
  subsidiesYen?: number | null;

  @Field(() => Int, { nullable: true, description: 'Persons with a permit below the minimum wage.' })
  minimumWageExceptions?: number | null;

  @Field(() => Yen, { nullable: true, description: 'The average monthly wage that was the target of the year.' })
  targetYen?: number | null;

  @Field(() => MainActivityEnum, { nullable: true, description: 'What it mainly did.' })
  mainActivity?: MainActivity | null;

  @Field(() => ActivityGroupEnum, { nullable: true, description: 'For whom and where.' })
  activityGroup?: ActivityGroup | null;

  @Field(() => String, { nullable: true, description: 'What is to be said besides, to 1,000 characters.' })
  note?: string | null;
}

@InputType()
export class SaveWageReturnInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  facilityId: string;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => WageFiguresInput, { description: 'All figures of the year; they replace those of the draft.' })
  figures: WageFiguresInput;

  @Field(() => Boolean, { description: 'It is complete and goes to who checks it; otherwise it stays a draft.' })
  isSubmitted: boolean;

  @Field(() => [WageQuestionEnum], { description: 'What was asked of the figures and is right all the same.' })
  confirmed: WageQuestion[];
}

@InputType()
export class RecallWageReturnInput {
  @Field(() => Id, { description: 'A return nobody has checked yet.' })
  wageReturnId: string;
}

@InputType()
export class DecideWageReturnInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'A return that was submitted.' })
  wageReturnId: string;

  @Field(() => Boolean, { description: 'It counts from now on; otherwise it goes back to the facility.' })
  isAccepted: boolean;

  @Field(() => String, { nullable: true, description: 'What is to be corrected; needed when it goes back.' })
  remark?: string | null;
}

@InputType('WageTargetInput', { description: 'The target of one fiscal year.' })
class WageTargetInput {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { description: 'The average monthly wage to be reached, not below that of the year before.' })
  monthYen: number;
}

@InputType()
export class SetWageTargetsInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => [WageTargetInput], { description: 'Usually three years.' })
  targets: WageTargetInput[];
}

@InputType()
export class RecordWageRuleInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => WageRuleKindEnum)
  kind: WageRuleKind;

  @Field(() => LocalDate, { description: 'From which day it holds; the same day once more replaces it.' })
  fromOn: BusinessDate;

  @Field(() => Yen, { nullable: true, description: 'The amount, where the kind has one.' })
  yen?: number | null;

  @Field(() => UsersRoundingEnum, { nullable: true, description: 'The rounding, where the kind has one.' })
  rounding?: UsersRounding | null;

  @Field(() => String, { description: 'Law, notice or page it stands in.' })
  source: string;
}

@InputType()
export class SetFacilityPeriodInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it began; omitted: not known.' })
  openedOn?: BusinessDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it ended; omitted: it is open.' })
  closedOn?: BusinessDate | null;
}
