import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { DESK_ROLES, FACILITY_ROLES, Grant, type PersonActor } from '#yui/platform';
import { SaveWagePlan, WagePlanQueries } from '#yui/wages';
import { Mutation } from '../graphql/mutation.js';
import { PageArgs } from '../graphql/page.js';
import { CurrentActor } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { SaveWagePlanInput, WagePlanPageType, WagePlanType } from './wage-plan.types.js';

/** 工賃向上計画: a facility makes it, its desk and its prefecture read it beside what was reached. */
@Resolver()
export class WagePlanResolver {
  constructor(
    private readonly queries: WagePlanQueries,
    private readonly save: SaveWagePlan,
  ) {}

  @Grant([...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => WagePlanPageType, { description: 'Plans to raise wages that cover a year.' })
  async wagePlans(
    @CurrentActor() actor: PersonActor,
    @Args('fiscalYear', { type: () => Int }) fiscalYear: number,
    @Args() page: PageArgs,
  ): Promise<WagePlanPageType> {
    return this.queries.list(actor, fiscalYear, page);
  }

  @Grant([...FACILITY_ROLES, ...DESK_ROLES])
  @Query(() => [WagePlanType], { description: 'The plans of a facility to raise wages, the latest years first.' })
  async wagePlansOfFacility(
    @CurrentActor() actor: PersonActor,
    @Args('facilityId', { type: () => Id, description: 'The facility whose plans they are.' }) facilityId: string,
  ): Promise<WagePlanType[]> {
    return this.queries.ofFacility(actor, facilityId);
  }

  @Grant([...FACILITY_ROLES, ...DESK_ROLES])
  @Mutation({ wagePlans: [WagePlanType] }, 'Makes a plan to raise wages, or a new version of it, with its targets.')
  async saveWagePlan(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SaveWagePlanInput,
  ): Promise<{ wagePlans: WagePlanType[] }> {
    await this.save.execute(actor, input);
    return { wagePlans: await this.queries.ofFacility(actor, input.facilityId) };
  }
}
