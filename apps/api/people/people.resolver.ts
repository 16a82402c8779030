import { Args, Field, InputType, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  EraseAccount,
  ExportMyAccount,
  PeopleQueries,
  type PersonCaller,
  ResetSecondFactor,
  RevokeRole,
  SetAccountDisabled,
} from '#yui/identity';
import type { PersonActor, Role } from '#yui/platform';
import { RoleEnum } from '../graphql/enums.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, CurrentPerson } from '../graphql/request-context.js';
import { DateTime, Id } from '../graphql/scalars.js';
import { Grant } from '#yui/platform';

@ObjectType('Person', { description: 'Somebody who holds a role for the acting organisation; once for each role.' })
class PersonType {
  @Field(() => Id)
  roleGrantId: string;

  @Field(() => Id)
  accountId: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  email: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => DateTime)
  grantedAt: Date;

  @Field(() => Boolean)
  isDisabled: boolean;
}

@InputType()
class RevokeRoleInput {
  @Field(() => Id)
  roleGrantId: string;
}

@InputType()
class SetAccountDisabledInput {
  @Field(() => Id)
  accountId: string;

  @Field(() => Boolean)
  isDisabled: boolean;
}

@InputType({ isAbstract: true })
class AccountRef {
  @Field(() => Id)
  accountId: string;
}

@InputType()
class ResetSecondFactorInput extends AccountRef {}

@InputType()
class EraseAccountInput extends AccountRef {}

@Resolver(() => PersonType)
export class PeopleResolver {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly revoke: RevokeRole,
    private readonly disable: SetAccountDisabled,
    private readonly resetFactor: ResetSecondFactor,
    private readonly exportAccount: ExportMyAccount,
    private readonly erase: EraseAccount,
  ) {}

  @Grant('SIGNED_IN')
  @Query(() => [PersonType], { description: 'The people of the acting organisation, the longest there first.' })
  async people(@CurrentActor() actor: PersonActor): Promise<PersonType[]> {
    return this.queries.ofOrganisation(actor);
  }

  @Grant(['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN', 'PLATFORM_ADMIN'])
  @Mutation({ people: [PersonType] }, 'Takes a role of the own organisation from somebody, at once.')
  async revokeRole(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RevokeRoleInput,
  ): Promise<{ people: PersonType[] }> {
    await this.revoke.execute(actor, input);
    return { people: await this.queries.ofOrganisation(actor) };
  }

  @Grant(['DESK_ADMIN', 'PLATFORM_ADMIN'])
  @Mutation(
    { accountId: { type: Id, description: 'Of the account that was closed or opened.' } },
    'Shuts or opens the account of somebody of the own desk.',
  )
  async setAccountDisabled(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetAccountDisabledInput,
  ): Promise<{ accountId: string }> {
    await this.disable.execute(actor, input);
    return { accountId: input.accountId };
  }

  @Grant(['DESK_ADMIN', 'PLATFORM_ADMIN'])
  @Mutation(
    { accountId: { type: Id, description: 'Of the account that is without a second factor now.' } },
    'For somebody of the own desk who lost device and recovery codes.',
  )
  async resetSecondFactor(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: ResetSecondFactorInput,
  ): Promise<{ accountId: string }> {
    await this.resetFactor.execute(person, input);
    return { accountId: input.accountId };
  }

  @Grant('SIGNED_IN')
  @Mutation(
    { accountJson: { type: String, description: 'What the product keeps of the acting person, as JSON.' } },
    'Everything the product keeps of the acting person, as JSON.',
  )
  async exportMyAccount(@CurrentPerson() person: PersonCaller): Promise<{ accountJson: string }> {
    return { accountJson: await this.exportAccount.execute(person) };
  }

  @Grant('SIGNED_IN')
  @Mutation(
    { accountId: { type: Id, description: 'Of the account that was erased; it names nobody any more.' } },
    'Erases the own account (the platform: anybody’s). What was done stays, under an id that names nobody.',
  )
  async eraseAccount(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: EraseAccountInput,
  ): Promise<{ accountId: string }> {
    await this.erase.execute(person, input);
    return { accountId: input.accountId };
  }
}
