import { Args, Float, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  type CalendarException,
  type Capability,
  type Facility,
  FacilityQueries,
  type RegistryWage,
  type ServiceMention,
  CapacityDays,
  SetCalendarException,
  SetCalendarExceptions,
  SetCapability,
  SetMunicipality,
  SetWorkWeek,
  type WorkType,
  type WorkWeek,
} from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { PageArgs } from '../graphql/page.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { LocalDate, Id } from '../graphql/scalars.js';
import { NO_PEOPLE } from '../parties/party.types.js';
import {
  CalendarExceptionType,
  CapabilityType,
  FacilityFilterInput,
  FacilityObjectType,
  FacilityPageType,
  RegistryWageType,
  ServiceMentionType,
  SetCalendarExceptionInput,
  SetCalendarExceptionsInput,
  SetCapabilityInput,
  SetMunicipalityInput,
  SetWorkWeekInput,
  WorkDayType,
} from './facility.types.js';
import { CapacityDaysInput, FacilityDaysType } from './capacity-days.types.js';
import { WorkTypeType } from './reference.types.js';
import { DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => FacilityObjectType)
export class FacilityResolver {
  constructor(
    private readonly queries: FacilityQueries,
    private readonly capability: SetCapability,
    private readonly week: SetWorkWeek,
    private readonly exception: SetCalendarException,
    private readonly exceptions: SetCalendarExceptions,
    private readonly days: CapacityDays,
    private readonly municipality: SetMunicipality,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => FacilityPageType, { description: 'The facilities registered with the desk now.' })
  async facilities(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => FacilityFilterInput, nullable: true }) filter: FacilityFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<FacilityPageType> {
    return this.queries.list(actor, filter ?? {}, page);
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => FacilityObjectType, { description: 'A desk: one of its facilities. A facility: itself.' })
  async facility(@CurrentActor() actor: PersonActor, @Args('id', { type: () => Id }) id: string): Promise<Facility> {
    return this.queries.one(actor, id);
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ facility: FacilityObjectType }, 'What the facility can do of one kind of work.')
  async setCapability(@CurrentActor() actor: PersonActor, @Args('input') input: SetCapabilityInput) {
    return { facility: await this.show(actor, await this.capability.execute(actor, input)) };
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ facility: FacilityObjectType }, 'Where the facility works, so that desks can ask by region.')
  async setMunicipality(@CurrentActor() actor: PersonActor, @Args('input') input: SetMunicipalityInput) {
    return { facility: await this.show(actor, await this.municipality.execute(actor, input)) };
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ facility: FacilityObjectType }, 'How much the facility works in an ordinary week.')
  async setWorkWeek(@CurrentActor() actor: PersonActor, @Args('input') input: SetWorkWeekInput) {
    return { facility: await this.show(actor, await this.week.execute(actor, input)) };
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ facility: FacilityObjectType }, 'Makes one day unlike others: closed, shorter, or open.')
  async setCalendarException(@CurrentActor() actor: PersonActor, @Args('input') input: SetCalendarExceptionInput) {
    const { workMinutes = null, ...rest } = input;
    return { facility: await this.show(actor, await this.exception.execute(actor, { ...rest, workMinutes })) };
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ facility: FacilityObjectType }, 'Makes many days unlike others at once: all of them, or none.')
  async setCalendarExceptions(@CurrentActor() actor: PersonActor, @Args('input') input: SetCalendarExceptionsInput) {
    return { facility: await this.show(actor, await this.exceptions.execute(actor, input)) };
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => [FacilityDaysType], {
    description: 'What facilities have to give day by day, by name. A desk: of its members. A facility: its own.',
  })
  async capacityDays(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: CapacityDaysInput,
  ): Promise<FacilityDaysType[]> {
    return this.days.execute(actor, input);
  }

  @ResolveField(() => Boolean, { nullable: true, description: NO_PEOPLE })
  async isAttended(@Parent() facility: Facility, @Load() load: Loaders): Promise<boolean | null> {
    return load.isAttended.load(facility.id);
  }

  @ResolveField(() => [CapabilityType])
  async capabilities(@Parent() facility: Facility, @Load() load: Loaders): Promise<Capability[]> {
    return load.capabilitiesOfFacility.load(facility.id);
  }

  @ResolveField(() => [ServiceMentionType])
  async serviceMentions(@Parent() facility: Facility, @Load() load: Loaders): Promise<ServiceMention[]> {
    return load.mentionsOfFacility.load(facility.id);
  }

  @ResolveField(() => [RegistryWageType], { description: 'The oldest year first.' })
  async registryWages(@Parent() facility: Facility, @Load() load: Loaders): Promise<RegistryWage[]> {
    return load.wagesOfFacility.load(facility.id);
  }

  @ResolveField(() => [WorkDayType])
  async workWeek(@Parent() facility: Facility, @Load() load: Loaders): Promise<WorkWeek[]> {
    return load.workWeekOfFacility.load(facility.id);
  }

  @ResolveField(() => [CalendarExceptionType], { description: 'From today on.' })
  async calendarExceptions(@Parent() facility: Facility, @Load() load: Loaders): Promise<CalendarException[]> {
    return load.exceptionsOfFacility.load(facility.id);
  }

  @ResolveField(() => Float, {
    nullable: true,
    description: 'Units it could still promise until that day; null when it does not offer the work.',
  })
  async possibleUnits(
    @Parent() facility: Facility,
    @Args('workTypeCode', { type: () => String }) workTypeCode: string,
    @Args('dueOn', { type: () => LocalDate }) dueOn: BusinessDate,
    @Load() load: Loaders,
  ): Promise<number | null> {
    return load.possibleUnits.load({ facilityId: facility.id, workTypeCode, dueOn });
  }

  private async show(actor: PersonActor, { facilityId }: { facilityId: string }): Promise<Facility> {
    return this.queries.one(actor, facilityId);
  }
}

@Resolver(() => CapabilityType)
export class CapabilityResolver {
  @ResolveField(() => WorkTypeType)
  async workType(@Parent() capability: Capability, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(capability.workTypeCode);
  }
}
