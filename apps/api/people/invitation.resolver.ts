import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AcceptInvitation,
  type InvitationAction,
  InvitationQueries,
  type InvitationView,
  InvitePerson,
  JoinOrganisation,
  type PersonCaller,
  ResendInvitation,
  RevokeInvitation,
} from '#yui/identity';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, CurrentPerson, CurrentRequest, type RequestContext } from '../graphql/request-context.js';
import { SessionAnswer } from '../sessions/session-answer.js';
import { MeType } from '../sessions/session.types.js';
import {
  AcceptInvitationInput,
  BeginInvitationPasskeyInput,
  InvitationActionEnum,
  InvitationPreviewType,
  InvitationType,
  InvitePersonInput,
  JoinOrganisationInput,
  ResendInvitationInput,
  RevokeInvitationInput,
} from './invitation.types.js';
import { DESK_ROLES, Grant } from '#yui/platform';

/** Whom an invitation may reach is decided in `libs/identity/invitations/invitation-right.ts`. */
const INVITING_ROLES = [...DESK_ROLES, 'BUYER_ADMIN', 'FACILITY_ADMIN', 'PLATFORM_ADMIN'] as const;

@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(
    private readonly answer: SessionAnswer,
    private readonly queries: InvitationQueries,
    private readonly invite: InvitePerson,
    private readonly resend: ResendInvitation,
    private readonly revoke: RevokeInvitation,
    private readonly accept: AcceptInvitation,
    private readonly join: JoinOrganisation,
  ) {}

  @Grant(INVITING_ROLES)
  @Query(() => [InvitationType], { description: 'Open invitations the actor sees to, the newest first.' })
  async invitations(@CurrentActor() actor: PersonActor): Promise<InvitationType[]> {
    return this.queries.open(actor);
  }

  @Grant('PUBLIC')
  @Query(() => InvitationPreviewType, { description: 'For the one who holds the link.' })
  async invitation(@Args('token', { type: () => String }) token: string): Promise<InvitationPreviewType> {
    return this.queries.preview(token);
  }

  @Grant(INVITING_ROLES)
  @Mutation(
    {
      invitations: [InvitationType],
    },
    'Sends a mail with a link that works once, for seven days.',
  )
  async invitePerson(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: InvitePersonInput,
  ): Promise<{ invitations: InvitationType[] }> {
    await this.invite.execute(actor, input);
    return { invitations: await this.queries.open(actor) };
  }

  @Grant(INVITING_ROLES)
  @Mutation(
    {
      invitations: [InvitationType],
    },
    'Sends a new link; the ones before are worthless.',
  )
  async resendInvitation(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ResendInvitationInput,
  ): Promise<{ invitations: InvitationType[] }> {
    await this.resend.execute(actor, input);
    return { invitations: await this.queries.open(actor) };
  }

  @Grant(INVITING_ROLES)
  @Mutation(
    {
      invitations: [InvitationType],
    },
    'Answers those that are left.',
  )
  async revokeInvitation(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: RevokeInvitationInput,
  ): Promise<{ invitations: InvitationType[] }> {
    await this.revoke.execute(actor, input);
    return { invitations: await this.queries.open(actor) };
  }

  @Grant('PUBLIC')
  @Mutation(
    { optionsJson: { type: String, description: 'Options for `navigator.credentials.create`, as JSON.' } },
    'Options for `navigator.credentials.create`, as JSON.',
  )
  async beginInvitationPasskey(@Args('input') input: BeginInvitationPasskeyInput): Promise<{ optionsJson: string }> {
    return { optionsJson: await this.accept.beginPasskey(input) };
  }

  @Grant('PUBLIC')
  @Mutation({ me: MeType }, 'Makes an account for an invited person, and signs them in.')
  async acceptInvitation(
    @CurrentRequest() request: RequestContext,
    @Args('input') input: AcceptInvitationInput,
  ): Promise<{ me: MeType }> {
    return { me: await this.answer.signedIn(request, await this.accept.execute(input, request.place)) };
  }

  @Grant('SIGNED_IN')
  @Mutation({ me: MeType }, 'Adds the role of an invitation to the signed-in person; see `roles`.')
  async joinOrganisation(
    @CurrentPerson() person: PersonCaller,
    @CurrentRequest() request: RequestContext,
    @Args('input') input: JoinOrganisationInput,
  ): Promise<{ me: MeType }> {
    await this.join.execute(person, input);
    return { me: await this.answer.describe(request, request.sessionToken) };
  }

  @ResolveField(() => [InvitationActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() invitation: InvitationView, @CurrentActor() actor: PersonActor): InvitationAction[] {
    return this.queries.availableActions(actor, invitation);
  }
}
