import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Grant, type PersonActor, SetAsideTasks } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { RetryEventsInput, SetAsideTaskPageType } from './set-aside-task.types.js';

@Resolver()
export class SetAsideTaskResolver {
  constructor(private readonly tasks: SetAsideTasks) {}

  @Grant(['PLATFORM_ADMIN'])
  @Query(() => SetAsideTaskPageType, { description: 'What was to follow and failed by itself: somebody has to look.' })
  async setAsideTasks(@CurrentActor() actor: PersonActor, @Args() page: PageArgs): Promise<SetAsideTaskPageType> {
    return this.tasks.page(actor, page);
  }

  @Grant(['PLATFORM_ADMIN'])
  @Mutation(
    { retried: { type: Int, description: 'How many tasks were let go again.' } },
    'Lets tasks go again that were set aside, once their cause is mended. Done twice it changes nothing more.',
  )
  async retryEvents(
    @CurrentActor() actor: PersonActor,
    @Args('input') { eventId }: RetryEventsInput,
  ): Promise<{ retried: number }> {
    return { retried: await this.tasks.retry(actor, eventId ?? null) };
  }
}
