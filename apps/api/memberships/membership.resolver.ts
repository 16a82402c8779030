import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AddDepartment,
  type Buyer,
  BuyerQueries,
  ChangeFacilityProfile,
  EndMembership,
  type Facility,
  FacilityQueries,
  IssueRegistrationCode,
  LinkBuyer,
  type Membership,
  type MembershipAction,
  MembershipQueries,
  RegisterBuyer,
  RegisterFacility,
  RegisterMembership,
  type RegistrationCode,
  RenameDepartment,
} from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import { FacilityObjectType } from '../directory/facility.types.js';
import { BuyerType } from '../directory/organisation.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { PageArgs } from '../graphql/page.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { DateTime } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import {
  AddDepartmentInput,
  ChangeFacilityProfileInput,
  EndMembershipInput,
  LinkBuyerInput,
  MembershipActionEnum,
  MembershipFilterInput,
  MembershipPageType,
  MembershipType,
  RegisterBuyerInput,
  RegisterFacilityInput,
  RegisterMembershipInput,
  RenameDepartmentInput,
} from './membership.types.js';
import { DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

/** Which facilities are registered with which desk. */
@Resolver(() => MembershipType)
export class MembershipResolver {
  constructor(
    private readonly queries: MembershipQueries,
    private readonly facilities: FacilityQueries,
    private readonly newFacility: RegisterFacility,
    private readonly profile: ChangeFacilityProfile,
    private readonly register: RegisterMembership,
    private readonly end: EndMembership,
    private readonly code: IssueRegistrationCode,
  ) {}

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => MembershipPageType, { description: 'A desk: its members, former ones too. A facility: its desks.' })
  async memberships(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => MembershipFilterInput, nullable: true }) filter: MembershipFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<MembershipPageType> {
    return this.queries.list(actor, filter ?? {}, page);
  }

  @Grant(['DESK_ADMIN'])
  @Mutation({ facility: FacilityObjectType }, 'Takes up a facility that is new to the product, as a member.')
  async registerFacility(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RegisterFacilityInput,
  ): Promise<{ facility: Facility }> {
    const { facilityId } = await this.newFacility.execute(actor, input);
    return { facility: await this.facilities.one(actor, facilityId) };
  }

  @Grant(['FACILITY_ADMIN'])
  @Mutation({ facility: FacilityObjectType }, 'What the own facility is called, its kind, its 定員, its place.')
  async changeFacilityProfile(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ChangeFacilityProfileInput,
  ): Promise<{ facility: Facility }> {
    const { facilityId } = await this.profile.execute(actor, input);
    return { facility: await this.facilities.one(actor, facilityId) };
  }

  @Grant(['DESK_ADMIN'])
  @Mutation({ membership: MembershipType }, 'Registers a facility that the product knows.')
  async registerMembership(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RegisterMembershipInput,
  ): Promise<{ membership: Membership }> {
    const { membershipId } = await this.register.execute(actor, input);
    return { membership: await this.queries.one(actor, membershipId) };
  }

  @Grant(['DESK_ADMIN', 'FACILITY_ADMIN'])
  @Mutation(
    { membership: MembershipType },
    'Ends a registration today; either side may. What is under way goes on; what was done stays readable.',
  )
  async endMembership(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: EndMembershipInput,
  ): Promise<{ membership: Membership }> {
    const { membershipId } = await this.end.execute(actor, input);
    return { membership: await this.queries.one(actor, membershipId) };
  }

  @Grant(['BUYER_ADMIN', 'FACILITY_ADMIN'])
  @Mutation(
    {
      code: { type: String, description: 'Shown once. What the buyer or facility tells the desk.' },
      expiresAt: { type: DateTime, description: 'From then on the code is worthless.' },
    },
    'A code to tell a desk, for fourteen days and one use; an earlier one ends.',
  )
  async issueRegistrationCode(@CurrentActor() actor: PersonActor): Promise<RegistrationCode> {
    return this.code.execute(actor);
  }

  @ResolveField(() => PartyType)
  async facility(@Parent() membership: Membership, @Load() load: Loaders): Promise<PartyType> {
    return load.facility.load(membership.facilityId);
  }

  @ResolveField(() => PartyType)
  async desk(@Parent() membership: Membership, @Load() load: Loaders): Promise<PartyType> {
    return load.desk.load(membership.deskId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it ended; what a desk wrote is for the desk alone.' })
  leftReason(@Parent() membership: Membership, @CurrentActor() actor: PersonActor): string | null {
    return this.queries.leftReason(actor, membership);
  }

  @ResolveField(() => [MembershipActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() membership: Membership, @CurrentActor() actor: PersonActor): MembershipAction[] {
    return this.queries.availableActions(actor, membership);
  }
}

/** Which buyers order from which desk, and their departments. */
@Resolver()
export class BuyerRegistrationResolver {
  constructor(
    private readonly buyers: BuyerQueries,
    private readonly newBuyer: RegisterBuyer,
    private readonly link: LinkBuyer,
    private readonly newDepartment: AddDepartment,
    private readonly rename: RenameDepartment,
  ) {}

  @Grant(['DESK_ADMIN'])
  @Mutation({ buyer: BuyerType }, 'Takes up a buyer that is new to the product.')
  async registerBuyer(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RegisterBuyerInput,
  ): Promise<{ buyer: Buyer }> {
    return { buyer: await this.show(actor, await this.newBuyer.execute(actor, input)) };
  }

  @Grant(['DESK_ADMIN'])
  @Mutation({ buyer: BuyerType }, 'Takes up a buyer that the product knows, by the code it told the desk.')
  async linkBuyer(@CurrentActor() actor: PersonActor, @Args('input') input: LinkBuyerInput): Promise<{ buyer: Buyer }> {
    return { buyer: await this.show(actor, await this.link.execute(actor, input)) };
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN'])
  @Mutation({ buyer: BuyerType }, 'Adds a department (部局・課) to a government buyer.')
  async addDepartment(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: AddDepartmentInput,
  ): Promise<{ buyer: Buyer }> {
    return { buyer: await this.show(actor, await this.newDepartment.execute(actor, input)) };
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN'])
  @Mutation({ buyer: BuyerType }, 'Gives a department another name.')
  async renameDepartment(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RenameDepartmentInput,
  ): Promise<{ buyer: Buyer }> {
    return { buyer: await this.show(actor, await this.rename.execute(actor, input)) };
  }

  private async show(actor: PersonActor, { buyerId }: { buyerId: string }): Promise<Buyer> {
    return this.buyers.one(actor, buyerId);
  }
}
