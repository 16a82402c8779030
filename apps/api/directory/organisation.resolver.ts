import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Buyer,
  BuyerQueries,
  CreateDesk,
  type Department,
  type Desk,
  DeskQueries,
  SetDeskSettings,
  WorkTypeQueries,
} from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import {
  BuyerType,
  CreateDeskInput,
  DepartmentType,
  DeskSettingsType,
  DeskType,
  SetDeskSettingsInput,
} from './organisation.types.js';
import { FacilityTypeType, ProcurementCategoryType, WorkTypeSuggestionType, WorkTypeType } from './reference.types.js';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => DeskType)
export class DeskResolver {
  constructor(
    private readonly desksQueries: DeskQueries,
    private readonly settingsUseCase: SetDeskSettings,
    private readonly workTypeQueries: WorkTypeQueries,
    private readonly create: CreateDesk,
  ) {}

  @Grant('SIGNED_IN')
  @Query(() => [WorkTypeType], { description: 'All kinds of work, in the order they are shown.' })
  async workTypes(@CurrentActor() actor: PersonActor): Promise<WorkTypeType[]> {
    return this.workTypeQueries.all(actor);
  }

  @Grant('SIGNED_IN')
  @Query(() => [WorkTypeSuggestionType], {
    description: 'Kinds of work by what somebody calls them, the best first. Width, kana and case do not matter.',
  })
  async suggestWorkTypes(
    @CurrentActor() actor: PersonActor,
    @Args('text', { type: () => String }) text: string,
  ): Promise<WorkTypeSuggestionType[]> {
    return this.workTypeQueries.suggest(actor, text);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, 'PREFECTURE_OFFICER'])
  @Query(() => [ProcurementCategoryType], { description: 'The categories of the national procurement results.' })
  async procurementCategories(@CurrentActor() actor: PersonActor): Promise<ProcurementCategoryType[]> {
    return this.workTypeQueries.categories(actor);
  }

  @Grant('SIGNED_IN')
  @Query(() => [FacilityTypeType], { description: 'The kinds of facility there are.' })
  async facilityTypes(@CurrentActor() actor: PersonActor): Promise<FacilityTypeType[]> {
    return this.workTypeQueries.facilityTypes(actor);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES, 'PLATFORM_ADMIN'])
  @Query(() => [DeskType], {
    description: 'A buyer: where it can order. A facility: where it is registered. A desk: itself.',
  })
  async desks(@CurrentActor() actor: PersonActor): Promise<DeskType[]> {
    return this.desksQueries.list(actor);
  }

  @Grant(['PLATFORM_ADMIN'])
  @Mutation({ desks: [DeskType] }, 'Opens a desk. Its first administrator is invited next (invitePerson).')
  async createDesk(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: CreateDeskInput,
  ): Promise<{ desks: Desk[] }> {
    await this.create.execute(actor, input);
    return { desks: await this.desksQueries.list(actor) };
  }

  @Grant(['DESK_ADMIN'])
  @Mutation(
    { desk: DeskType },
    'Sets how the desk works from now on: its fee, how it splits, how long facilities have to answer.',
  )
  async setDeskSettings(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetDeskSettingsInput,
  ): Promise<{ desk: DeskType }> {
    const { deskId } = await this.settingsUseCase.execute(actor, input);
    return { desk: await this.desksQueries.one(actor, deskId) };
  }

  @ResolveField(() => DeskSettingsType, { nullable: true, description: 'Null for all but the desk itself.' })
  settings(@Parent() desk: Desk, @CurrentActor() actor: PersonActor): DeskSettingsType | null {
    return desk.id === actor.organisationId ? desk : null;
  }
}

@Resolver(() => BuyerType)
export class BuyerResolver {
  constructor(private readonly buyerQueries: BuyerQueries) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Query(() => [BuyerType], { description: 'A desk: who orders from it. A buyer: itself.' })
  async buyers(@CurrentActor() actor: PersonActor): Promise<Buyer[]> {
    return this.buyerQueries.list(actor);
  }

  @ResolveField(() => [DepartmentType])
  async departments(@Parent() buyer: Buyer, @Load() load: Loaders): Promise<Department[]> {
    return load.departmentsOfBuyer.load(buyer.id);
  }
}
