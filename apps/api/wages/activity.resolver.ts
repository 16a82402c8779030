import { Args, Query, Resolver } from '@nestjs/graphql';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import { ActivityQueries, RemoveActivity, SaveActivity } from '#yui/wages';
import { DONE, Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { ActivityFilterInput, ActivityPageType, RemoveActivityInput, SaveActivityInput } from './activity.types.js';

/** What a desk does besides orders. */
@Resolver()
export class ActivityResolver {
  constructor(
    private readonly queries: ActivityQueries,
    private readonly save: SaveActivity,
    private readonly remove: RemoveActivity,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => ActivityPageType, { description: 'Seminars, visits and the like of the desk.' })
  async activities(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => ActivityFilterInput, nullable: true }) filter: ActivityFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<ActivityPageType> {
    return this.queries.list(actor, filter ?? {}, page);
  }

  @Grant(DESK_ROLES)
  @Query(() => [String], { description: 'Themes of the activities of the desk, those of the last ones first.' })
  async activityThemes(@CurrentActor() actor: PersonActor): Promise<string[]> {
    return this.queries.themes(actor);
  }

  @Grant(DESK_ROLES)
  @Mutation(DONE, 'Records what the desk did, or changes it.')
  async saveActivity(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SaveActivityInput,
  ): Promise<{ isDone: boolean }> {
    await this.save.execute(actor, input);
    return { isDone: true };
  }

  @Grant(DESK_ROLES)
  @Mutation(DONE, 'Takes an activity away that was recorded by mistake.')
  async removeActivity(
    @CurrentActor() actor: PersonActor,
    @Args('input') { activityId }: RemoveActivityInput,
  ): Promise<{ isDone: boolean }> {
    await this.remove.execute(actor, activityId);
    return { isDone: true };
  }
}
