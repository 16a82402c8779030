import { Args, Int, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MarkNotificationRead, NotificationQueries } from '#yui/notifications';
import type { PersonActor } from '#yui/platform';
import { PageArgs } from '../graphql/page.js';
import { Mutation } from '../graphql/mutation.js';
import { Id } from '../graphql/scalars.js';
import { CurrentActor } from '../graphql/request-context.js';
import { MarkNotificationReadInput, NotificationFilterInput, NotificationPageType } from './notification.types.js';
import { Grant } from '#yui/platform';

@Resolver(() => NotificationPageType)
export class NotificationResolver {
  constructor(
    private readonly queries: NotificationQueries,
    private readonly markRead: MarkNotificationRead,
  ) {}

  @Grant('SIGNED_IN')
  @Query(() => NotificationPageType, { description: 'What the person was told for the organisation they act for.' })
  async notifications(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => NotificationFilterInput, nullable: true }) filter: NotificationFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<NotificationPageType> {
    return this.queries.page(actor, filter ?? {}, page);
  }

  @Grant('SIGNED_IN')
  @Mutation(
    { notificationId: { type: Id, description: 'Of the notification that is read now.' } },
    'Reading it again changes nothing.',
  )
  async markNotificationRead(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: MarkNotificationReadInput,
  ): Promise<{ notificationId: string }> {
    await this.markRead.execute(actor, input);
    return { notificationId: input.notificationId };
  }

  @ResolveField(() => Int, { description: 'Not read yet, of all; counted to 100.' })
  async unreadItems(@CurrentActor() actor: PersonActor): Promise<number> {
    return this.queries.countUnread(actor);
  }
}
