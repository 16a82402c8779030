import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  checkHeavyEmployer,
  EndEligibility,
  type Facility,
  type FacilityEligibility,
  FacilityQueries,
  RecordEligibility,
  RecordHeadCount,
} from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import { FacilityObjectType } from '../directory/facility.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import {
  EndEligibilityInput,
  FacilityEligibilityType,
  HeadCountType,
  RecordEligibilityInput,
  RecordHeadCountInput,
} from './eligibility.types.js';
import { DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => FacilityObjectType)
export class EligibilityResolver {
  constructor(
    private readonly facilities: FacilityQueries,
    private readonly record: RecordEligibility,
    private readonly end: EndEligibility,
    private readonly count: RecordHeadCount,
  ) {}

  @Grant(DESK_ROLES)
  @Mutation({ facility: FacilityObjectType }, 'From when a facility counts for priority procurement.')
  async recordEligibility(@CurrentActor() actor: PersonActor, @Args('input') input: RecordEligibilityInput) {
    return { facility: await this.show(actor, await this.record.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ facility: FacilityObjectType }, 'Until when it counted; what was ordered before keeps counting.')
  async endEligibility(@CurrentActor() actor: PersonActor, @Args('input') input: EndEligibilityInput) {
    return { facility: await this.show(actor, await this.end.execute(actor, input)) };
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ facility: FacilityObjectType }, 'How many people an employer employs on a day.')
  async recordHeadCount(@CurrentActor() actor: PersonActor, @Args('input') input: RecordHeadCountInput) {
    return { facility: await this.show(actor, await this.count.execute(actor, input)) };
  }

  @ResolveField(() => [FacilityEligibilityType], { description: 'The earliest first.' })
  async eligibilities(@Parent() facility: Facility, @Load() load: Loaders): Promise<FacilityEligibility[]> {
    return load.eligibilitiesOfFacility.load(facility.id);
  }

  @ResolveField(() => [HeadCountType], { description: 'The latest first.' })
  async headCounts(@Parent() facility: Facility, @Load() load: Loaders): Promise<HeadCountType[]> {
    const counts = await load.headCountsOfFacility.load(facility.id);
    return counts.map((count) => ({ ...count, isHeavyEmployer: checkHeavyEmployer(count).isMet }));
  }

  private async show(actor: PersonActor, { facilityId }: { facilityId: string }): Promise<Facility> {
    return this.facilities.one(actor, facilityId);
  }
}
