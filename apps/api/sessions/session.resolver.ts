import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Caller, EndSession, type PersonCaller, SessionQueries, SignIn, SignOut, SwitchRole } from '#yui/identity';
import { DONE, Mutation } from '../graphql/mutation.js';
import { CurrentCaller, CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { SampleSignIns } from '#yui/directory';
import { RoleForPath } from '#yui/notifications';
import { DescribeActor } from './describe-actor.js';
import { SessionAnswer } from './session-answer.js';
import {
  EndSessionInput,
  MeType,
  RoleChoiceType,
  SamplePersonType,
  SessionType,
  SignInInput,
  SwitchRoleInput,
} from './session.types.js';
import { Grant } from '#yui/platform';

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
    private readonly sample: SampleSignIns,
    private readonly roleForPath: RoleForPath,
  ) {}

  @Grant('SIGNED_IN')
  @Query(() => MeType, { description: 'The acting person, in which role, and what the session still owes.' })
  async me(@CurrentCaller() caller: Caller): Promise<MeType> {
    return this.describeActor.execute(caller);
  }

  @Grant('PUBLIC')
  @Mutation({ me: MeType }, 'Opens a session; it comes as a cookie. Look at `secondFactorStep` for what it still owes.')
  async signIn(@CurrentRequest() request: RequestContext, @Args('input') input: SignInInput): Promise<{ me: MeType }> {
    return { me: await this.answer.signedIn(request, await this.signInUseCase.execute(input, request.place)) };
  }

  @Grant('PUBLIC')
  @Mutation(DONE, 'Ends the session. Without one it changes nothing.')
  async signOut(@CurrentRequest() request: RequestContext): Promise<{ isDone: true }> {
    if (request.sessionToken !== null) await this.signOutUseCase.execute(request.sessionToken);
    this.answer.signedOut(request);
    return { isDone: true };
  }

  @Grant('SIGNED_IN')
  @Mutation({ me: MeType }, 'Acts under another role of the same person from now on.')
  async switchRole(
    @CurrentPerson() person: PersonCaller,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: SwitchRoleInput,
  ): Promise<{ me: MeType }> {
    await this.switchRoleUseCase.execute(person, input);
    return { me: await this.answer.describe(request, request.sessionToken) };
  }

  @Grant('PUBLIC')
  @Query(() => [SamplePersonType], {
    description: 'The people of the sample, to sign in as by one press; empty where the data are real.',
  })
  samplePeople(): SamplePersonType[] {
    return this.sample.list().map(({ label, role, email, password }) => ({ label, role, email, password }));
  }

  @Grant('SIGNED_IN')
  @Query(() => RoleChoiceType, {
    nullable: true,
    description: 'Under which other role of the acting person a page can be opened; null: under none.',
  })
  async roleFor(
    @CurrentPerson() person: PersonCaller,
    @Args('path', { type: () => String, description: 'Path of the page; it starts with `/`.' }) path: string,
  ): Promise<RoleChoiceType | null> {
    const grant = await this.roleForPath.execute(person, path);
    if (!grant) return null;
    const { roles } = await this.describeActor.execute(person);
    return roles.find(({ roleGrantId }) => roleGrantId === grant.id) ?? null;
  }

  @Grant('SIGNED_IN')
  @Query(() => [SessionType], { description: 'Where the acting person is signed in, the last used first.' })
  async sessions(@CurrentPerson() person: PersonCaller): Promise<SessionType[]> {
    return this.sessionQueries.ofCaller(person);
  }

  @Grant('SIGNED_IN')
  @Mutation(
    {
      sessions: [SessionType],
    },
    'Ends one session of the acting person. Answers those that are left.',
  )
  async endSession(
    @CurrentPerson() person: PersonCaller,
    @Args('input') input: EndSessionInput,
  ): Promise<{ sessions: SessionType[] }> {
    await this.endSessionUseCase.execute(person, input);
    return { sessions: await this.sessionQueries.ofCaller(person) };
  }

  @Grant('SIGNED_IN')
  @Mutation(
    {
      sessions: [SessionType],
    },
    'Ends all sessions of the acting person but this one.',
  )
  async endOtherSessions(@CurrentPerson() person: PersonCaller): Promise<{ sessions: SessionType[] }> {
    await this.endSessionUseCase.execute(person, { sessionId: null });
    return { sessions: await this.sessionQueries.ofCaller(person) };
  }
}
