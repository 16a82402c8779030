import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Party } from '#yui/orders';
import { QualityQueries, type QualityView } from '#yui/fulfilment';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import { QualityType } from './quality.types.js';
import { DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => QualityType)
export class QualityResolver {
  constructor(private readonly queries: QualityQueries) {}

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => [QualityType], {
    description: 'A desk: of its members, or of those that are named. A facility: its own, one for each desk.',
  })
  async qualities(
    @CurrentActor() actor: PersonActor,
    @Args('facilityIds', { type: () => [Id], nullable: true }) facilityIds: string[] | null,
  ): Promise<QualityType[]> {
    return this.queries.list(actor, facilityIds);
  }

  @ResolveField(() => PartyType)
  async facility(@Parent() quality: QualityView, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(quality.facilityId);
  }

  @ResolveField(() => PartyType)
  async desk(@Parent() quality: QualityView, @Load() load: Loaders): Promise<Party> {
    return load.desk.load(quality.deskId);
  }
}
