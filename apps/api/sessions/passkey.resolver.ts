import { Args, Field, InputType, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { AccountQueries, type PersonCaller, RegisterPasskey, RemovePasskey, SignInWithPasskey } from '#yui/identity';
import { Mutation } from '../graphql/mutation.js';
import { CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { DateTime, Id } from '../graphql/scalars.js';
import { SessionAnswer } from './session-answer.js';
import { MeType } from './session.types.js';
import { Grant } from '#yui/platform';

@ObjectType('Passkey', { description: 'A key in a device of the acting person.' })
class PasskeyType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => Boolean, { description: 'Kept by a service of the maker: it survives the device.' })
  isBackedUp: boolean;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true })
  lastUsedAt: Date | null;
}

@InputType()
class SignInWithPasskeyInput {
  @Field(() => String, { description: 'The answer of `navigator.credentials.get`, as JSON.' })
  responseJson: string;
}

@InputType()
class RegisterPasskeyInput {
  @Field(() => String, { description: 'The answer of `navigator.credentials.create`, as JSON.' })
  responseJson: string;

  @Field(() => String, { description: 'What its owner calls it.' })
  name: string;
}

@InputType()
class RemovePasskeyInput {
  @Field(() => Id)
  passkeyId: string;
}

@Resolver()
export class PasskeyResolver {
  constructor(
    private readonly answer: SessionAnswer,
    private readonly accounts: AccountQueries,
    private readonly signIn: SignInWithPasskey,
    private readonly register: RegisterPasskey,
    private readonly remove: RemovePasskey,
  ) {}

  @Grant('PUBLIC')
  @Mutation(
    { optionsJson: { type: String, description: 'Options for `navigator.credentials.get`, as JSON.' } },
    'Options for `navigator.credentials.get`, as JSON.',
  )
  async beginPasskeySignIn(@CurrentRequest() { place }: RequestContext): Promise<{ optionsJson: string }> {
    return { optionsJson: await this.signIn.begin(place) };
  }

  @Grant('PUBLIC')
  @Mutation({ me: MeType }, 'Opens a session; a passkey is both factors at once.')
  async signInWithPasskey(
    @CurrentRequest() request: RequestContext,
    @Args('input') input: SignInWithPasskeyInput,
  ): Promise<{ me: MeType }> {
    return { me: await this.answer.signedIn(request, await this.signIn.execute(input, request.place)) };
  }

  @Grant('SIGNED_IN')
  @Query(() => [PasskeyType], { description: 'The passkeys of the acting person, the oldest first.' })
  async passkeys(@CurrentPerson() { actor }: PersonCaller): Promise<PasskeyType[]> {
    return this.accounts.passkeysOfActor(actor);
  }

  @Grant('SIGNED_IN')
  @Mutation(
    { optionsJson: { type: String, description: 'Options for `navigator.credentials.create`, as JSON.' } },
    'Options for `navigator.credentials.create`, as JSON.',
  )
  async beginPasskeyRegistration(@CurrentPerson() person: PersonCaller): Promise<{ optionsJson: string }> {
    return { optionsJson: await this.register.begin(person) };
  }

  @Grant('SIGNED_IN')
  @Mutation(
    {
      passkeys: [PasskeyType],
    },
    'Adds a passkey to the own account.',
  )
  async registerPasskey(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: RegisterPasskeyInput,
  ): Promise<{ passkeys: PasskeyType[] }> {
    await this.register.execute(person, input);
    return { passkeys: await this.accounts.passkeysOfActor(person.actor) };
  }

  @Grant('SIGNED_IN')
  @Mutation(
    {
      passkeys: [PasskeyType],
    },
    'Answers those that are left.',
  )
  async removePasskey(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: RemovePasskeyInput,
  ): Promise<{ passkeys: PasskeyType[] }> {
    await this.remove.execute(person, input);
    return { passkeys: await this.accounts.passkeysOfActor(person.actor) };
  }
}
