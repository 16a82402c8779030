import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  AccountQueries,
  LinkProvider,
  OidcProviders,
  type OidcStart,
  type PersonCaller,
  SignInWithProvider,
  UnlinkProvider,
} from '#yui/identity';
import { CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { DateTime, Uuid } from '../graphql/scalars.js';
import { SessionAnswer } from './session-answer.js';
import { MeType } from './session.types.js';

@ObjectType('SignInProvider', { description: 'An organisation whose people may sign in through its own service.' })
class SignInProviderType {
  @Field(() => String)
  key: string;

  @Field(() => String)
  name: string;
}

@ObjectType('LinkedProvider', { description: 'A service that vouches for the acting person.' })
class LinkedProviderType {
  @Field(() => Uuid)
  id: string;

  @Field(() => String)
  providerKey: string;

  @Field(() => DateTime)
  createdAt: Date;
}

@InputType()
class BeginProviderInput {
  @Field(() => String)
  providerKey: string;
}

@InputType()
class ProviderCallbackInput {
  @Field(() => String, { description: 'The whole address the provider sent the browser to.' })
  callbackUrl: string;
}

@InputType()
class UnlinkProviderInput {
  @Field(() => Uuid)
  linkedProviderId: string;
}

@Resolver()
export class ProviderResolver {
  constructor(
    private readonly answer: SessionAnswer,
    private readonly accounts: AccountQueries,
    private readonly providers: OidcProviders,
    private readonly signIn: SignInWithProvider,
    private readonly link: LinkProvider,
    private readonly unlink: UnlinkProvider,
  ) {}

  @Query(() => [SignInProviderType])
  signInProviders(): SignInProviderType[] {
    return this.providers.list().map(({ key, name }) => ({ key, name }));
  }

  @Mutation(() => String, { description: 'The address to send the browser to.' })
  async beginProviderSignIn(
    @CurrentRequest() request: RequestContext,
    @Args('input') input: BeginProviderInput,
  ): Promise<string> {
    return this.leave(request, await this.signIn.begin(input, request.place));
  }

  @Mutation(() => MeType, { description: 'Opens a session for that organisation alone.' })
  async signInWithProvider(
    @CurrentRequest() request: RequestContext,
    @Args('input') input: ProviderCallbackInput,
  ): Promise<MeType> {
    const signedIn = await this.signIn.execute(input, request.providerSecret, request.place);
    const me = await this.answer.signedIn(request, signedIn);
    this.answer.backFromProvider(request);
    return me;
  }

  @Query(() => [LinkedProviderType])
  async linkedProviders(@CurrentPerson() { actor }: PersonCaller): Promise<LinkedProviderType[]> {
    return this.accounts.providersOfActor(actor);
  }

  @Mutation(() => String, { description: 'The address to send the browser to.' })
  async beginProviderLink(
    @CurrentPerson() person: PersonCaller,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: BeginProviderInput,
  ): Promise<string> {
    return this.leave(request, await this.link.begin(person, input));
  }

  @Mutation(() => [LinkedProviderType])
  async linkProvider(
    @CurrentPerson() person: PersonCaller,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: ProviderCallbackInput,
  ): Promise<LinkedProviderType[]> {
    await this.link.execute(person, input, request.providerSecret);
    this.answer.backFromProvider(request);
    return this.accounts.providersOfActor(person.actor);
  }

  @Mutation(() => [LinkedProviderType], { description: 'Answers those that are left.' })
  async unlinkProvider(
    @CurrentPerson() person: PersonCaller,
    @Args('input') { linkedProviderId }: UnlinkProviderInput,
  ): Promise<LinkedProviderType[]> {
    await this.unlink.execute(person, { oidcIdentityId: linkedProviderId });
    return this.accounts.providersOfActor(person.actor);
  }

  private leave(request: RequestContext, { url, browserSecret }: OidcStart): string {
    this.answer.leavingForProvider(request, browserSecret);
    return url;
  }
}
