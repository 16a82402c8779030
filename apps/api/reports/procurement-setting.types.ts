import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  type Booking,
  BOOKINGS,
  type Comparator,
  COMPARATORS,
  type GovernmentLevel,
  TARGET_MEASURES,
  type TargetMeasure,
} from '#yui/reports';
import { enumType } from '../graphql/enums.js';
import { DateTime, Id, LocalDate, Yen } from '../graphql/scalars.js';
import { GovernmentLevelEnum } from './recorded.types.js';

export const BookingEnum = enumType(
  'Booking',
  'Which day decides the year: PERFORMANCE 履行日, the last delivery; ACCEPTANCE 検収日.',
  BOOKINGS,
);

export const TargetMeasureEnum = enumType(
  'TargetMeasure',
  'What a target is about: 金額 YEN or 件数 COUNT.',
  TARGET_MEASURES,
);

export const ComparatorEnum = enumType('Comparator', '以上 AT_LEAST, or 超 MORE_THAN.', COMPARATORS);

@ObjectType('ProcurementPolicy', { description: '調達方針 of a government for a fiscal year.' })
export class ProcurementPolicyType {
  @Field(() => Id)
  id: string;

  @Field(() => String, { description: "Its name; '': the own one." })
  government: string;

  @Field(() => GovernmentLevelEnum, { nullable: true, description: 'Of the government.' })
  level: GovernmentLevel | null;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => LocalDate, { nullable: true, description: 'Null: it has said that it has none.' })
  adoptedOn: BusinessDate | null;

  @Field(() => String, { description: 'Where it is published.' })
  link: string;

  @Field(() => DateTime)
  recordedAt: Date;
}

@ObjectType('PolicyCount', { description: 'How many governments of a level have adopted a policy.' })
export class PolicyCountType {
  @Field(() => GovernmentLevelEnum, { nullable: true, description: 'Null: not stated.' })
  level: GovernmentLevel | null;

  @Field(() => Int, { description: '策定済み' })
  adoptedCount: number;

  @Field(() => Int, { description: 'Governments that are listed.' })
  governmentCount: number;
}

@ObjectType('PolicyReport', { description: '方針の策定状況 of a fiscal year.' })
export class PolicyReportType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => [ProcurementPolicyType], { description: 'By level and name.' })
  policies: readonly ProcurementPolicyType[];

  @Field(() => [PolicyCountType], { description: 'By level.' })
  counts: readonly PolicyCountType[];
}

@ObjectType('ProcurementTarget', { description: '調達目標 of a fiscal year.' })
export class ProcurementTargetType {
  @Field(() => Id)
  id: string;

  @Field(() => String, { description: "Whose, in a list of a prefecture; '': the own one." })
  government: string;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => TargetMeasureEnum, { description: 'What it is about.' })
  measure: TargetMeasure;

  @Field(() => ComparatorEnum, { description: 'What counts as reached.' })
  comparator: Comparator;

  @Field(() => Yen, { description: 'What is to be reached, in yen or orders.' })
  target: number;

  @Field(() => String, { description: 'What says so.' })
  source: string;
}

@ObjectType('ProcurementRule', { description: 'From which fiscal year on results are counted how.' })
export class ProcurementRuleType {
  @Field(() => Id)
  id: string;

  @Field(() => Int, { description: 'First fiscal year.' })
  fromYear: number;

  @Field(() => BookingEnum, { description: 'Which day decides the year.' })
  bookedBy: Booking;

  @Field(() => Boolean, { description: 'Whether amounts include the tax.' })
  isTaxIncluded: boolean;

  @Field(() => String, { description: 'What says so.' })
  source: string;
}

@InputType()
export class SetProcurementTargetInput {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => String, { nullable: true, description: 'Whose, in a list of a prefecture; omitted: the own one.' })
  government?: string | null;

  @Field(() => TargetMeasureEnum, { description: 'What it is about.' })
  measure: TargetMeasure;

  @Field(() => ComparatorEnum, { description: 'What counts as reached.' })
  comparator: Comparator;

  @Field(() => Yen, { description: 'What is to be reached, in yen or orders.' })
  target: number;

  @Field(() => String, { description: 'What says so, such as the policy of the year.' })
  source: string;
}

@InputType()
export class SetProcurementRuleInput {
  @Field(() => Int, { description: 'First fiscal year.' })
  fromYear: number;

  @Field(() => BookingEnum, { description: 'Which day decides the year.' })
  bookedBy: Booking;

  @Field(() => Boolean, { description: 'Whether amounts include the tax.' })
  isTaxIncluded: boolean;

  @Field(() => String, { description: 'What says so.' })
  source: string;
}

@InputType()
export class RecordPolicyInput {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => String, { nullable: true, description: 'Whose, in a list of a prefecture; omitted: the own one.' })
  government?: string | null;

  @Field(() => GovernmentLevelEnum, { nullable: true, description: 'Of the government.' })
  level?: GovernmentLevel | null;

  @Field(() => LocalDate, { nullable: true, description: 'Omitted: it has said that it has none.' })
  adoptedOn?: BusinessDate | null;

  @Field(() => String, { nullable: true, description: 'Where it is published.' })
  link?: string | null;
}
