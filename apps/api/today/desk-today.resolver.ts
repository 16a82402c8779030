import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { WorkType } from '#yui/directory';
import type { Party } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { DeskToday, type TodayItem } from '#yui/reports';
import { WorkTypeType } from '../directory/reference.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { PartyType } from '../parties/party.types.js';
import { DeskTodayType, TodayItemType } from './desk-today.types.js';
import { DESK_ROLES, Grant } from '#yui/platform';

@Resolver(() => TodayItemType)
export class DeskTodayResolver {
  constructor(private readonly today: DeskToday) {}

  @Grant(DESK_ROLES)
  @Query(() => DeskTodayType, { description: 'What waits for the desk, the most urgent first.' })
  async deskToday(@CurrentActor() actor: PersonActor): Promise<DeskTodayType> {
    return { groups: await this.today.execute(actor) };
  }

  @ResolveField(() => PartyType)
  async buyer(@Parent() item: TodayItem, @Load() load: Loaders): Promise<Party> {
    return load.buyer.load(item.buyerId);
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'Null when no facility is concerned.' })
  async facility(@Parent() item: TodayItem, @Load() load: Loaders): Promise<Party | null> {
    return item.facilityId === null ? null : load.facility.load(item.facilityId);
  }

  @ResolveField(() => WorkTypeType, { description: 'Of the step, else of the first line.' })
  async workType(@Parent() item: TodayItem, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(item.workTypeCode);
  }
}
