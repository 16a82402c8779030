import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { CapabilitySource } from '#yui/directory';
import { pageType } from '../graphql/page.js';
import { enumType, valuesOf } from '../graphql/enums.js';
import { LocalDate, Id, Yen } from '../graphql/scalars.js';

const CapabilitySourceEnum = enumType(
  'CapabilitySource',
  'Who said so last.',
  valuesOf<CapabilitySource>({ REGISTRY: true, FACILITY: true, DESK: true }),
);

@ObjectType('Capability', { description: 'What a facility can do of one kind of work, and how fast.' })
export class CapabilityType {
  @Field(() => Id)
  id: string;

  @Field(() => Int, { description: 'Working time of one person for one unit.' })
  secondsPerUnit: number;

  @Field(() => Int, { nullable: true, description: 'Most units a day whatever the people; null: no such limit.' })
  dailyLimitUnits: number | null;

  @Field(() => Int, { description: 'Smallest share worth starting, in units.' })
  minimumLot: number;

  @Field(() => Int, { description: 'Days between accepting and starting.' })
  leadDays: number;

  @Field(() => Int, { description: 'Usual price of one unit in sen (1/100 yen).' })
  unitPriceSen: number;

  @Field(() => CapabilitySourceEnum)
  source: CapabilitySource;

  @Field(() => Boolean)
  isOffered: boolean;
}

@ObjectType('ServiceMention', { description: 'A service the facility names in its registry.' })
export class ServiceMentionType {
  @Field(() => String)
  text: string;

  @Field(() => String, { nullable: true })
  context: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of work it was recognised as; null: kept as text.' })
  workTypeCode: string | null;
}

@ObjectType('RegistryWage', { description: 'Average wage and target of one fiscal year, as published.' })
export class RegistryWageType {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { nullable: true })
  monthYen: number | null;

  @Field(() => Yen, { nullable: true })
  hourYen: number | null;

  @Field(() => Yen, { nullable: true })
  targetMonthYen: number | null;
}

@ObjectType('WorkDay', { description: 'People × minutes of work on an ordinary day of one weekday.' })
export class WorkDayType {
  @Field(() => Int, { description: '1 Monday .. 7 Sunday.' })
  weekday: number;

  @Field(() => Int)
  workMinutes: number;
}

@ObjectType('CalendarException', { description: 'A day that is not like others of its weekday.' })
export class CalendarExceptionType {
  @Field(() => LocalDate)
  day: BusinessDate;

  @Field(() => Int)
  workMinutes: number;

  @Field(() => String)
  reason: string;
}

@ObjectType('Facility', { description: 'Where people with disabilities work. Counts of people only, never persons.' })
export class FacilityObjectType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  typeCode: string;

  @Field(() => Int, { nullable: true, description: '定員: how many people it is set up for; null: to be filled in.' })
  capacityPersons: number | null;

  @Field(() => String, { nullable: true, description: 'City, town or village (市町村) where the work is done.' })
  municipality: string | null;

  @Field(() => String, { description: 'What it does, in the words of the registry.' })
  servicesText: string;

  @Field(() => String, { nullable: true })
  registrySource: string | null;

  @Field(() => Int, { nullable: true })
  registryNumber: number | null;

  @Field(() => String, { nullable: true, description: '事業所番号, as the registry has it.' })
  facilityNumber: string | null;

  @Field(() => String, { nullable: true, description: 'Who runs it, as the registry has it.' })
  corporationName: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is, as the registry has it.' })
  address: string | null;
}

export const FacilityPageType = pageType('FacilityPage', FacilityObjectType, 'By name.');
export type FacilityPageType = PageOf<FacilityObjectType>;

@InputType()
export class FacilityFilterInput {
  @Field(() => String, { nullable: true, description: 'Only those that offer this kind of work.' })
  workTypeCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name or of the services.' })
  text?: string | null;
}

@InputType()
export class SetCapabilityInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => String)
  workTypeCode: string;

  @Field(() => Int)
  secondsPerUnit: number;

  @Field(() => Int, { nullable: true, description: 'Null: people are the only limit.' })
  dailyLimitUnits?: number | null;

  @Field(() => Int)
  minimumLot: number;

  @Field(() => Int)
  leadDays: number;

  @Field(() => Int)
  unitPriceSen: number;

  @Field(() => Boolean, { description: 'False: not done now. What was promised stays promised.' })
  isOffered: boolean;
}

@InputType()
export class SetMunicipalityInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => String, { description: 'As desks name it in their filters; empty: not known.' })
  municipality: string;
}

@InputType()
export class SetWorkWeekInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => [Int], { description: 'People × minutes on an ordinary day: seven numbers, Monday first.' })
  workMinutes: number[];
}

@InputType({ description: 'A day on which a facility works longer or shorter than the week says, or not at all.' })
export class ExceptionalDayInput {
  @Field(() => LocalDate)
  day: BusinessDate;

  @Field(() => Int, { nullable: true, description: '0: closed. Null: an ordinary day again.' })
  workMinutes?: number | null;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType()
export class SetCalendarExceptionsInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => [ExceptionalDayInput], { description: '1 to 100.' })
  days: ExceptionalDayInput[];
}

@InputType()
export class SetCalendarExceptionInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => LocalDate)
  day: BusinessDate;

  @Field(() => Int, { nullable: true, description: '0: closed. Null: an ordinary day again.' })
  workMinutes?: number | null;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}
