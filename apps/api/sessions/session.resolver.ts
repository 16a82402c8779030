import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Authenticate, SignIn, SignOut, SwitchRole } from '#yui/identity';
import { accessErrors, CONFIG, type Config, type PersonActor } from '#yui/platform';
import { CurrentActor, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { SessionCookie } from '../http/session-cookie.js';
import { DescribeActor } from './describe-actor.js';
import { MeType, SignInInput, SwitchRoleInput } from './session.types.js';

@Resolver(() => MeType)
export class SessionResolver {
  private readonly cookie: SessionCookie;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly authenticate: Authenticate,
    private readonly describeActor: DescribeActor,
    private readonly signInUseCase: SignIn,
    private readonly signOutUseCase: SignOut,
    private readonly switchRoleUseCase: SwitchRole,
  ) {
    this.cookie = new SessionCookie(config);
  }

  @Query(() => MeType)
  async me(@CurrentActor() actor: PersonActor): Promise<MeType> {
    return this.describeActor.execute(actor);
  }

  @Mutation(() => MeType, { description: 'Opens a session; it comes as a cookie.' })
  async signIn(@CurrentRequest() request: RequestContext, @Args('input') input: SignInInput): Promise<MeType> {
    const { token, expiresAt } = await this.signInUseCase.execute(input);
    // A session that was open in this browser ends: whoever knew its token knows nothing of the new one.
    if (request.sessionToken !== null) await this.signOutUseCase.execute(request.sessionToken);
    this.cookie.write(request.reply, token, expiresAt);
    return this.describeActor.execute(await this.actorOf(request, token));
  }

  @Mutation(() => Boolean, { description: 'Ends the session. Without one it changes nothing.' })
  async signOut(@CurrentRequest() request: RequestContext): Promise<true> {
    if (request.sessionToken !== null) await this.signOutUseCase.execute(request.sessionToken);
    this.cookie.clear(request.reply);
    return true;
  }

  @Mutation(() => MeType, { description: 'Acts under another role of the same person from now on.' })
  async switchRole(
    @CurrentActor() actor: PersonActor,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: SwitchRoleInput,
  ): Promise<MeType> {
    if (request.sessionToken === null) throw accessErrors.SIGN_IN_REQUIRED();
    await this.switchRoleUseCase.execute(actor, request.sessionToken, input);
    return this.describeActor.execute(await this.actorOf(request, request.sessionToken));
  }

  private async actorOf(request: RequestContext, token: string): Promise<PersonActor> {
    const actor = await this.authenticate.execute(token, request.requestId);
    if (!actor) throw accessErrors.SIGN_IN_REQUIRED();
    return actor;
  }
}
