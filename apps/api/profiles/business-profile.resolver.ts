import { Args, Query, Resolver } from '@nestjs/graphql';
import { type BusinessProfile, BusinessProfileQueries, SetBusinessProfile } from '#yui/directory';
import type { PersonCaller } from '#yui/identity';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, CurrentPerson } from '../graphql/request-context.js';
import { BusinessProfileType, SetBusinessProfileInput } from './business-profile.types.js';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => BusinessProfileType)
export class BusinessProfileResolver {
  constructor(
    private readonly queries: BusinessProfileQueries,
    private readonly set: SetBusinessProfile,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => BusinessProfileType, { description: 'Of the acting organisation.' })
  async businessProfile(@CurrentActor() actor: PersonActor): Promise<BusinessProfileType> {
    return this.describe(await this.queries.own(actor));
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

  private describe(profile: BusinessProfile): BusinessProfileType {
    const { bankName, branchName, accountType, accountNumber, accountHolderKana: holderKana } = profile;
    const bankAccount =
      bankName && branchName && accountType && accountNumber && holderKana
        ? { bankName, branchName, accountType, accountNumber, holderKana }
        : null;
    return { ...profile, bankAccount, missing: this.queries.missing(profile) };
  }
}
