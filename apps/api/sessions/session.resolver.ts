import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Caller, EndSession, type PersonCaller, SessionQueries, SignIn, SignOut, SwitchRole } from '#yui/identity';
import { CurrentCaller, CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { DescribeActor } from './describe-actor.js';
import { SessionAnswer } from './session-answer.js';
import { EndSessionInput, MeType, SessionType, SignInInput, SwitchRoleInput } from './session.types.js';

@Resolver(() => MeType)
export class SessionResolver {
  constructor(
    private readonly answer: SessionAnswer,
    private readonly describeActor: DescribeActor,
    private readonly signInUseCase: SignIn,
    private readonly signOutUseCase: SignOut,
    private readonly switchRoleUseCase: SwitchRole,
    private readonly endSessionUseCase: EndSession,
    private readonly sessionQueries: SessionQueries,
  ) {}

  @Query(() => MeType)
  async me(@CurrentCaller() caller: Caller): Promise<MeType> {
    return this.describeActor.execute(caller);
  }

  @Mutation(() => MeType, {
    description: 'Opens a session; it comes as a cookie. Look at `secondFactorStep` for what it still owes.',
  })
  async signIn(@CurrentRequest() request: RequestContext, @Args('input') input: SignInInput): Promise<MeType> {
    return this.answer.signedIn(request, await this.signInUseCase.execute(input, request.place));
  }

  @Mutation(() => Boolean, { description: 'Ends the session. Without one it changes nothing.' })
  async signOut(@CurrentRequest() request: RequestContext): Promise<true> {
    if (request.sessionToken !== null) await this.signOutUseCase.execute(request.sessionToken);
    this.answer.signedOut(request);
    return true;
  }

  @Mutation(() => MeType, { description: 'Acts under another role of the same person from now on.' })
  async switchRole(
    @CurrentPerson() person: PersonCaller,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: SwitchRoleInput,
  ): Promise<MeType> {
    await this.switchRoleUseCase.execute(person, input);
    return this.answer.describe(request, request.sessionToken);
  }

  @Query(() => [SessionType], { description: 'Where the acting person is signed in, the last used first.' })
  async sessions(@CurrentPerson() person: PersonCaller): Promise<SessionType[]> {
    return this.sessionQueries.ofCaller(person);
  }

  @Mutation(() => [SessionType], { description: 'Ends one session of the acting person. Answers those that are left.' })
  async endSession(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: EndSessionInput,
  ): Promise<SessionType[]> {
    await this.endSessionUseCase.execute(person, input);
    return this.sessionQueries.ofCaller(person);
  }

  @Mutation(() => [SessionType], { description: 'Ends all sessions of the acting person but this one.' })
  async endOtherSessions(@CurrentPerson() person: PersonCaller): Promise<SessionType[]> {
    await this.endSessionUseCase.execute(person, { sessionId: null });
    return this.sessionQueries.ofCaller(person);
  }
}
