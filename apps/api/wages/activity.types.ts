import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import type { PageOf } from '#yui/platform';
import { ACTIVITY_KINDS, type ActivityKind } from '#yui/wages';
import { enumType } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { Id, IdempotencyKey, LocalDate } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';

const ActivityKindEnum = enumType('ActivityKind', 'What a desk does besides orders.', ACTIVITY_KINDS);

@ObjectType('Activity', { description: 'What a desk did so that facilities earn more. Counts of people alone.' })
export class ActivityType {
  @Field(() => Id)
  id: string;

  @Field(() => ActivityKindEnum)
  kind: ActivityKind;

  @Field(() => String, { description: 'What it was about; activities of one theme are counted together.' })
  theme: string;

  @Field(() => LocalDate, { description: 'The day it took place.' })
  heldOn: BusinessDate;

  @Field(() => String, { description: 'What it was called.' })
  title: string;

  @Field(() => Int, { description: '回数: how often, where several are recorded together.' })
  times: number;

  @Field(() => Int, { description: 'How many took part.' })
  people: number;

  @Field(() => Int, { description: 'How many of them online.' })
  peopleOnline: number;

  @Field(() => [PartyType], { description: 'The facilities that took part, by name.' })
  facilities: readonly PartyType[];

  @Field(() => Id, { nullable: true, description: 'The order it was about; null: none.' })
  workOrderId: string | null;

  @Field(() => String)
  note: string;
}

export const ActivityPageType = pageType('ActivityPage', ActivityType, 'The latest first.');
export type ActivityPageType = PageOf<ActivityType>;

@InputType('ActivityFilterInput', { description: 'Narrows the activities.' })
export class ActivityFilterInput {
  @Field(() => Int, { nullable: true, description: 'Only those of this year.' })
  fiscalYear?: number | null;

  @Field(() => ActivityKindEnum, { nullable: true, description: 'Only those of this kind.' })
  kind?: ActivityKind | null;

  @Field(() => String, { nullable: true, description: 'Only those of this theme.' })
  theme?: string | null;

  @Field(() => Id, { nullable: true, description: 'Only those about this order.' })
  workOrderId?: string | null;
}

@InputType()
export class SaveActivityInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { nullable: true, description: 'Changes this one; omitted: a new one.' })
  activityId?: string | null;

  @Field(() => ActivityKindEnum)
  kind: ActivityKind;

  @Field(() => String, { description: 'What it was about, on one line.' })
  theme: string;

  @Field(() => LocalDate, { description: 'The day it took place, today at the latest.' })
  heldOn: BusinessDate;

  @Field(() => String, { description: 'What it was called, on one line.' })
  title: string;

  @Field(() => Int, { description: 'How often, 1 to 1,000.' })
  times: number;

  @Field(() => Int, { description: 'How many took part.' })
  people: number;

  @Field(() => Int, { description: 'How many of them online.' })
  peopleOnline: number;

  @Field(() => [Id], { description: 'Facilities that took part; each is, or was, registered with the desk.' })
  facilityIds: string[];

  @Field(() => Id, { nullable: true, description: 'The order it was about.' })
  workOrderId?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class RemoveActivityInput {
  @Field(() => Id, { description: 'One that was recorded by mistake.' })
  activityId: string;
}
