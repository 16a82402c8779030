import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AssignmentView } from '#yui/fulfilment';
import { lineAmountYen, wageForecast } from '#yui/money';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import { WageBasisQueries } from '#yui/wages';
import { AllocationShareType } from '../allocations/share.types.js';
import { AssignmentType } from '../assignments/assignment.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { WageBasisType, WageForecastType } from './forecast.types.js';

async function forecastOf(load: Loaders, facilityId: string, earnedYen: number): Promise<WageForecastType | null> {
  const basis = await load.wageBasis.load(facilityId);
  return basis && { ...wageForecast(basis, earnedYen), basis: { facilityId, ...basis } };
}

/** What work would add to the average wages of facilities. */
@Resolver(() => AllocationShareType)
export class ShareForecastResolver {
  constructor(private readonly queries: WageBasisQueries) {}

  @Grant(DESK_ROLES)
  @Query(() => [WageBasisType], {
    description:
      'Of these facilities of the desk what a forecast of their wages starts from; of those without figures nothing.',
  })
  async wageBases(
    @CurrentActor() actor: PersonActor,
    @Args('facilityIds', { type: () => [Id], description: 'To 5,000 facilities.' }) facilityIds: string[],
  ): Promise<WageBasisType[]> {
    const bases = await this.queries.ofFacilities(actor, facilityIds);
    return [...bases].map(([facilityId, basis]) => ({ facilityId, ...basis }));
  }

  @ResolveField(() => WageForecastType, {
    nullable: true,
    description: 'What the share would add to the average wage; null: no figure of the facility is known, or no price.',
  })
  async wageForecast(@Parent() share: AllocationShareType, @Load() load: Loaders): Promise<WageForecastType | null> {
    const { facilityId, units, unitPriceSen } = share;
    if (unitPriceSen === null) return null;
    return forecastOf(load, facilityId, lineAmountYen(unitPriceSen, units, 'DOWN'));
  }
}

@Resolver(() => AssignmentType)
export class AssignmentForecastResolver {
  @ResolveField(() => WageForecastType, {
    nullable: true,
    description:
      'For the facility and the desk: what the work would add to its average wage; null: no figure is known.',
  })
  async wageForecast(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<WageForecastType | null> {
    return forecastOf(load, assignment.facilityId, assignment.amountYen);
  }
}
