import { Args, Query, Resolver } from '@nestjs/graphql';
import {
  type AccountTrust,
  type BusinessProfile,
  ConfirmFacilityAccount,
  DisputeBankAccount,
  BankQueries,
  BusinessProfileQueries,
  SetBusinessProfile,
  SetFacilityBankAccount,
} from '#yui/directory';
import type { PersonCaller } from '#yui/identity';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, CurrentPerson } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import {
  BankAccountType,
  BankBranchType,
  BankType,
  BusinessProfileType,
  ConfirmFacilityAccountInput,
  SetBusinessProfileInput,
  SetFacilityBankAccountInput,
} from './business-profile.types.js';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => BusinessProfileType)
export class BusinessProfileResolver {
  constructor(
    private readonly queries: BusinessProfileQueries,
    private readonly banksOfList: BankQueries,
    private readonly set: SetBusinessProfile,
    private readonly setOfFacility: SetFacilityBankAccount,
    private readonly confirm: ConfirmFacilityAccount,
    private readonly dispute: DisputeBankAccount,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => BusinessProfileType, { description: 'Of the acting organisation.' })
  async businessProfile(@CurrentActor() actor: PersonActor): Promise<BusinessProfileType> {
    return this.describe(await this.queries.own(actor));
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => [BankType], { description: 'Banks by a part of the name, kana or code: the first 50.' })
  async banks(
    @CurrentActor() actor: PersonActor,
    @Args('search', { type: () => String }) search: string,
  ): Promise<BankType[]> {
    return this.banksOfList.banks(actor, search);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => [BankBranchType], {
    description: 'Branches of a bank by a part of the name, kana or code: the first 50.',
  })
  async bankBranches(
    @CurrentActor() actor: PersonActor,
    @Args('bankCode', { type: () => String }) bankCode: string,
    @Args('search', { type: () => String }) search: string,
  ): Promise<BankBranchType[]> {
    return this.banksOfList.branches(actor, bankCode, search);
  }

  @Grant(DESK_ROLES)
  @Query(() => BankAccountType, {
    nullable: true,
    description: 'Where a facility of the acting desk is paid; null: no account is stated.',
  })
  async facilityBankAccount(
    @CurrentActor() actor: PersonActor,
    @Args('facilityId', { type: () => Id }) facilityId: string,
  ): Promise<BankAccountType | null> {
    const profile = await this.queries.ofFacility(actor, facilityId);
    return profile && accountOf(profile, await this.queries.trustOf(actor, profile));
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN'])
  @Mutation({ businessProfile: BusinessProfileType }, 'Sets what papers of the own organisation say of it from now on.')
  async setBusinessProfile(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: SetBusinessProfileInput,
  ): Promise<{ businessProfile: BusinessProfileType }> {
    await this.set.execute(person, input);
    return { businessProfile: this.describe(await this.queries.own(person.actor)) };
  }

  @Grant(['DESK_ADMIN'])
  @Mutation(
    {
      bankAccount: {
        type: BankAccountType,
        nullable: true,
        description: 'The account as it is now; null: none.',
      },
    },
    'Sets where a member is paid, as it told the desk.',
  )
  async setFacilityBankAccount(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: SetFacilityBankAccountInput,
  ): Promise<{ bankAccount: BankAccountType | null }> {
    const { facilityId } = await this.setOfFacility.execute(person, input);
    return { bankAccount: await this.facilityBankAccount(person.actor, facilityId) };
  }

  @Grant(['DESK_ADMIN'])
  @Mutation(
    { bankAccount: { type: BankAccountType, nullable: true, description: 'The account as it is now; null: none.' } },
    'The acting desk has asked the facility: the account another desk stated is its own.',
  )
  async confirmFacilityAccount(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: ConfirmFacilityAccountInput,
  ): Promise<{ bankAccount: BankAccountType | null }> {
    const { facilityId } = await this.confirm.execute(person, input);
    return { bankAccount: await this.facilityBankAccount(person.actor, facilityId) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation(
    { businessProfile: BusinessProfileType },
    'Says that the stated bank account is not that of the acting facility: nobody pays into it until one is stated again.',
  )
  async disputeBankAccount(@CurrentActor() actor: PersonActor): Promise<{ businessProfile: BusinessProfileType }> {
    await this.dispute.execute(actor);
    return { businessProfile: this.describe(await this.queries.own(actor)) };
  }

  private describe(profile: BusinessProfile): BusinessProfileType {
    const { organisationId, accountSetBy, accountDisputedAt } = profile;
    return {
      ...profile,
      bankAccount: accountOf(profile, null),
      isAccountSetByDesk: accountSetBy !== null && accountSetBy !== organisationId,
      isAccountDisputed: accountDisputedAt !== null,
      missing: this.queries.missing(profile),
    };
  }
}

function accountOf(profile: BusinessProfile, trust: AccountTrust | null): BankAccountType | null {
  const { bankCode, branchCode, bankName, branchName, accountType, accountNumber } = profile;
  const { accountHolderKana: holderKana, accountSetAt: statedAt } = profile;
  return bankName && branchName && accountType && accountNumber && holderKana
    ? { bankCode, branchCode, bankName, branchName, accountType, accountNumber, holderKana, trust, statedAt }
    : null;
}
