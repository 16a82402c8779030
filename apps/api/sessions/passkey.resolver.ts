import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { AccountQueries, type PersonCaller, RegisterPasskey, RemovePasskey, SignInWithPasskey } from '#yui/identity';
import { CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { DateTime, Uuid } from '../graphql/scalars.js';
import { SessionAnswer } from './session-answer.js';
import { MeType } from './session.types.js';

@ObjectType('Passkey', { description: 'A key in a device of the acting person.' })
class PasskeyType {
  @Field(() => Uuid)
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
class PasskeySignInInput {
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
  @Field(() => Uuid)
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

  @Mutation(() => String, { description: 'Options for `navigator.credentials.get`, as JSON.' })
  async beginPasskeySignIn(@CurrentRequest() { place }: RequestContext): Promise<string> {
    return this.signIn.begin(place);
  }

  @Mutation(() => MeType, { description: 'Opens a session; a passkey is both factors at once.' })
  async signInWithPasskey(
    @CurrentRequest() request: RequestContext,
    @Args('input') input: PasskeySignInInput,
  ): Promise<MeType> {
    return this.answer.signedIn(request, await this.signIn.execute(input, request.place));
  }

  @Query(() => [PasskeyType], { description: 'The passkeys of the acting person, the oldest first.' })
  async passkeys(@CurrentPerson() { actor }: PersonCaller): Promise<PasskeyType[]> {
    return this.accounts.passkeysOfActor(actor);
  }

  @Mutation(() => String, { description: 'Options for `navigator.credentials.create`, as JSON.' })
  async beginPasskeyRegistration(@CurrentPerson() person: PersonCaller): Promise<string> {
    return this.register.begin(person);
  }

  @Mutation(() => [PasskeyType])
  async registerPasskey(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: RegisterPasskeyInput,
  ): Promise<PasskeyType[]> {
    await this.register.execute(person, input);
    return this.accounts.passkeysOfActor(person.actor);
  }

  @Mutation(() => [PasskeyType], { description: 'Answers those that are left.' })
  async removePasskey(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: RemovePasskeyInput,
  ): Promise<PasskeyType[]> {
    await this.remove.execute(person, input);
    return this.accounts.passkeysOfActor(person.actor);
  }
}
