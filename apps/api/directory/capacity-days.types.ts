import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { Facility } from '#yui/directory';
import { Id, LocalDate } from '../graphql/scalars.js';
import { CalendarExceptionType, FacilityObjectType } from './facility.types.js';

@InputType({ description: 'Of which facilities, for which work and from which day to which.' })
export class CapacityDaysInput {
  @Field(() => [Id], { nullable: true, description: 'All facilities there are for the asker unless said.' })
  facilityIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Only facilities that offer it, with the units they could do.' })
  workTypeCode?: string | null;

  @Field(() => LocalDate, { description: 'Today or later.' })
  from: BusinessDate;

  @Field(() => LocalDate, { description: 'At most 92 days with the first.' })
  to: BusinessDate;
}

@ObjectType('FacilityDays', {
  description:
    'What one facility has to give from day to day; the lists have one entry for each day that was asked for.',
})
export class FacilityDaysType {
  @Field(() => FacilityObjectType)
  facility: Facility;

  @Field(() => [Int], { description: 'Working time of all people; 0: closed.' })
  supplySeconds: readonly number[];

  @Field(() => [Int], { description: 'What of it is free when everything promised is done as late as it may be.' })
  freeSeconds: readonly number[];

  @Field(() => [Float], {
    nullable: true,
    description: 'Units of the work that could be promised until each day; null when no work was named.',
  })
  unitsUntil: readonly number[] | null;

  @Field(() => [CalendarExceptionType], { description: 'Those of the days that are not like others.' })
  exceptions: readonly CalendarExceptionType[];
}
