import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
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
import { CurrentActor, CurrentPerson } from '../graphql/request-context.js';
import { DateTime, Uuid } from '../graphql/scalars.js';

@ObjectType('Person', { description: 'Somebody who holds a role for the acting organisation; once for each role.' })
class PersonType {
  @Field(() => Uuid)
  roleGrantId: string;

  @Field(() => Uuid)
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
  @Field(() => Uuid)
  roleGrantId: string;
}

@InputType()
class SetAccountDisabledInput {
  @Field(() => Uuid)
  accountId: string;

  @Field(() => Boolean)
  isDisabled: boolean;
}

@InputType()
class AccountInput {
  @Field(() => Uuid)
  accountId: string;
}

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

  @Query(() => [PersonType], { description: 'The people of the acting organisation, the longest there first.' })
  async people(@CurrentActor() actor: PersonActor): Promise<PersonType[]> {
    return this.queries.ofOrganisation(actor);
  }

  @Mutation(() => [PersonType], { description: 'Takes a role of the own organisation from somebody, at once.' })
  async revokeRole(@CurrentActor() actor: PersonActor, @Args('input') input: RevokeRoleInput): Promise<PersonType[]> {
    await this.revoke.execute(actor, input);
    return this.queries.ofOrganisation(actor);
  }

  @Mutation(() => Boolean, { description: 'Shuts or opens the account of somebody of the own desk.' })
  async setAccountDisabled(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetAccountDisabledInput,
  ): Promise<true> {
    await this.disable.execute(actor, input);
    return true;
  }

  @Mutation(() => Boolean, { description: 'For somebody of the own desk who lost device and recovery codes.' })
  async resetSecondFactor(@CurrentActor() actor: PersonActor, @Args('input') input: AccountInput): Promise<true> {
    await this.resetFactor.execute(actor, input);
    return true;
  }

  @Mutation(() => String, { description: 'Everything the product keeps of the acting person, as JSON.' })
  async exportMyAccount(@CurrentPerson() person: PersonCaller): Promise<string> {
    return this.exportAccount.execute(person);
  }

  @Mutation(() => Boolean, {
    description:
      'Erases the own account (the platform: anybody’s). What was done stays, under an id that names nobody.',
  })
  async eraseAccount(@CurrentPerson() person: PersonCaller, @Args('input') input: AccountInput): Promise<true> {
    await this.erase.execute(person, input);
    return true;
  }
}
