import { Args, Field, InputType, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  AccountQueries,
  LinkProvider,
  OidcProviders,
  type OidcStart,
  type PersonCaller,
  SignInWithProvider,
  UnlinkProvider,
} from '#yui/identity';
import { Mutation } from '../graphql/mutation.js';
import { CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { DateTime, Id } from '../graphql/scalars.js';
import { SessionAnswer } from './session-answer.js';
import { MeType } from './session.types.js';
import { Grant } from '#yui/platform';

@ObjectType('SignInProvider', { description: 'An organisation whose people may sign in through its own service.' })
class SignInProviderType {
  @Field(() => String)
  key: string;

  @Field(() => String)
  name: string;
}

@ObjectType('LinkedProvider', { description: 'A service that vouches for the acting person.' })
class LinkedProviderType {
  @Field(() => Id)
  id: string;

  @Field(() => String)
  providerKey: string;

  @Field(() => DateTime)
  createdAt: Date;
}

@InputType({ isAbstract: true })
class BeginProviderRef {
  @Field(() => String)
  providerKey: string;
}

@InputType()
class BeginProviderSignInInput extends BeginProviderRef {}

@InputType()
class BeginProviderLinkInput extends BeginProviderRef {}

@InputType({ isAbstract: true })
class ProviderCallbackRef {
  @Field(() => String, { description: 'The whole address the provider sent the browser to.' })
  callbackUrl: string;
}

@InputType()
class SignInWithProviderInput extends ProviderCallbackRef {}

@InputType()
class LinkProviderInput extends ProviderCallbackRef {}

@InputType()
class UnlinkProviderInput {
  @Field(() => Id)
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

  @Grant('PUBLIC')
  @Query(() => [SignInProviderType], { description: 'The providers of identities people can sign in with.' })
  signInProviders(): SignInProviderType[] {
    return this.providers.list().map(({ key, name }) => ({ key, name }));
  }

  @Grant('PUBLIC')
  @Mutation({ url: { type: String, description: 'Where to send the browser.' } }, 'The address to send the browser to.')
  async beginProviderSignIn(
    @CurrentRequest() request: RequestContext,
    @Args('input') input: BeginProviderSignInInput,
  ): Promise<{ url: string }> {
    return { url: this.leave(request, await this.signIn.begin(input, request.place)) };
  }

  @Grant('PUBLIC')
  @Mutation({ me: MeType }, 'Opens a session for that organisation alone.')
  async signInWithProvider(
    @CurrentRequest() request: RequestContext,
    @Args('input') input: SignInWithProviderInput,
  ): Promise<{ me: MeType }> {
    const signedIn = await this.signIn.execute(input, request.providerSecret, request.place);
    const me = await this.answer.signedIn(request, signedIn);
    this.answer.backFromProvider(request);
    return { me: me };
  }

  @Grant('SIGNED_IN')
  @Query(() => [LinkedProviderType], { description: 'The providers of identities the own account is linked with.' })
  async linkedProviders(@CurrentPerson() { actor }: PersonCaller): Promise<LinkedProviderType[]> {
    return this.accounts.providersOfActor(actor);
  }

  @Grant('SIGNED_IN')
  @Mutation({ url: { type: String, description: 'Where to send the browser.' } }, 'The address to send the browser to.')
  async beginProviderLink(
    @CurrentPerson() person: PersonCaller,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: BeginProviderLinkInput,
  ): Promise<{ url: string }> {
    return { url: this.leave(request, await this.link.begin(person, input)) };
  }

  @Grant('SIGNED_IN')
  @Mutation(
    {
      linkedProviders: [LinkedProviderType],
    },
    'Links the account with the person a provider of identities has just signed in.',
  )
  async linkProvider(
    @CurrentPerson() person: PersonCaller,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: LinkProviderInput,
  ): Promise<{ linkedProviders: LinkedProviderType[] }> {
    await this.link.execute(person, input, request.providerSecret);
    this.answer.backFromProvider(request);
    return { linkedProviders: await this.accounts.providersOfActor(person.actor) };
  }

  @Grant('SIGNED_IN')
  @Mutation(
    {
      linkedProviders: [LinkedProviderType],
    },
    'Answers those that are left.',
  )
  async unlinkProvider(
    @CurrentPerson() person: PersonCaller,
    @Args('input') { linkedProviderId }: UnlinkProviderInput,
  ): Promise<{ linkedProviders: LinkedProviderType[] }> {
    await this.unlink.execute(person, { oidcIdentityId: linkedProviderId });
    return { linkedProviders: await this.accounts.providersOfActor(person.actor) };
  }

  private leave(request: RequestContext, { url, browserSecret }: OidcStart): string {
    this.answer.leavingForProvider(request, browserSecret);
    return url;
  }
}
