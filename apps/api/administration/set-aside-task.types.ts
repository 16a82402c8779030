import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import { pageType } from '../graphql/page.js';
import { DateTime, Id } from '../graphql/scalars.js';

@ObjectType('SetAsideTask', {
  description:
    'Something that was to follow and failed by itself, again and again; it waits until somebody lets it go again.',
})
export class SetAsideTaskType {
  @Field(() => Id, { description: 'What happened; the id to let it go again with.' })
  eventId: string;

  @Field(() => String, { description: 'The name of what happened.' })
  eventName: string;

  @Field(() => String, { description: 'The part of the product that was to follow it up.' })
  consumer: string;

  @Field(() => String, { description: 'Why it failed: codes and names, never what anybody had written.' })
  cause: string;

  @Field(() => Int, { description: 'How often it failed.' })
  failures: number;

  @Field(() => DateTime, { description: 'When it happened.' })
  createdAt: Date;

  @Field(() => DateTime, { description: 'When it was tried for the last time.' })
  setAsideAt: Date;
}

export const SetAsideTaskPageType = pageType('SetAsideTaskPage', SetAsideTaskType, 'The oldest first.');
export type SetAsideTaskPageType = PageOf<SetAsideTaskType>;

@InputType({ description: 'Which tasks to let go again.' })
export class RetryEventsInput {
  @Field(() => Id, {
    nullable: true,
    description: 'All tasks of this event; omitted: the first thousand of all events.',
  })
  eventId?: string | null;
}
