import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { WorkType } from '#yui/directory';
import {
  AnswerCall,
  AnswerCallQuestion,
  AskCallQuestion,
  type CallAction,
  CallQueries,
  type CallQuestionAction,
  type CallQuestionView,
  type CallResponseAction,
  type CallResponseView,
  type CallView,
  CancelCall,
  CloseCall,
  DeclineCall,
  OpenCall,
  WithdrawCallResponse,
} from '#yui/sourcing';
import type { Party } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { WorkTypeType } from '../directory/reference.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { PageArgs } from '../graphql/page.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import {
  AnswerCallInput,
  AnswerCallQuestionInput,
  AskCallQuestionInput,
  CallFilterInput,
  CloseCallInput,
  WithdrawCallResponseInput,
  OpenCallInput,
  CancelCallInput,
  DeclineCallInput,
} from './call.inputs.js';
import {
  CallActionEnum,
  CallPageType,
  CallQuestionActionEnum,
  CallQuestionType,
  CallResponseActionEnum,
  CallResponseType,
  CallType,
  PriceProposalType,
} from './call.types.js';
import { DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => CallType)
export class CallResolver {
  constructor(
    private readonly queries: CallQueries,
    private readonly open: OpenCall,
    private readonly close: CloseCall,
    private readonly cancel: CancelCall,
    private readonly answer: AnswerCall,
    private readonly decline: DeclineCall,
    private readonly withdraw: WithdrawCallResponse,
    private readonly ask: AskCallQuestion,
    private readonly answerQuestion: AnswerCallQuestion,
  ) {}

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => CallPageType, { description: 'A facility: those it was called by. A desk: those it made.' })
  async calls(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => CallFilterInput, nullable: true }) filter: CallFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<CallPageType> {
    return this.queries.page(actor, filter ?? {}, page);
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => CallType, {
    description: 'A question to many facilities: the desk reads its own, a facility those it was asked.',
  })
  async call(@CurrentActor() actor: PersonActor, @Args('id', { type: () => Id }) id: string): Promise<CallType> {
    return this.queries.get(actor, id);
  }

  @Grant(DESK_ROLES)
  @Query(() => PriceProposalType, { description: "A quote as facilities' answers to calls bear it out." })
  async priceProposal(
    @CurrentActor() actor: PersonActor,
    @Args('workOrderId', { type: () => Id }) workOrderId: string,
  ): Promise<PriceProposalType> {
    const { lines, ...whole } = await this.queries.priceProposal(actor, workOrderId);
    return { ...whole, lines: lines.map(({ steps, ...line }) => ({ ...line, steps: [...steps] })) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ call: CallType }, 'Asks many facilities at once. They are told by mail.')
  async openCall(@CurrentActor() actor: PersonActor, @Args('input') input: OpenCallInput) {
    return { call: await this.show(actor, await this.open.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ call: CallType }, 'Takes no more answers; the desk looks at those that came.')
  async closeCall(@CurrentActor() actor: PersonActor, @Args('input') input: CloseCallInput) {
    return { call: await this.show(actor, await this.close.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ call: CallType }, 'Calls a question to facilities off, and tells who was asked.')
  async cancelCall(@CurrentActor() actor: PersonActor, @Args('input') input: CancelCallInput) {
    return { call: await this.show(actor, await this.cancel.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ call: CallType }, 'What the facility could do; again: in place of what it said before.')
  async answerCall(@CurrentActor() actor: PersonActor, @Args('input') input: AnswerCallInput) {
    return { call: await this.show(actor, await this.answer.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ call: CallType }, 'Says that the facility cannot do it, with the reason.')
  async declineCall(@CurrentActor() actor: PersonActor, @Args('input') input: DeclineCallInput) {
    return { call: await this.show(actor, await this.decline.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ call: CallType }, 'Takes the own answer to a call back.')
  async withdrawCallResponse(@CurrentActor() actor: PersonActor, @Args('input') input: WithdrawCallResponseInput) {
    return { call: await this.show(actor, await this.withdraw.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ call: CallType }, 'All who were called read it; only the desk knows who asked.')
  async askCallQuestion(@CurrentActor() actor: PersonActor, @Args('input') input: AskCallQuestionInput) {
    return { call: await this.show(actor, await this.ask.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ call: CallType }, 'Answers what a facility asked about a call.')
  async answerCallQuestion(@CurrentActor() actor: PersonActor, @Args('input') input: AnswerCallQuestionInput) {
    return { call: await this.show(actor, await this.answerQuestion.execute(actor, input)) };
  }

  @ResolveField(() => PartyType)
  async desk(@Parent() call: CallView, @Load() load: Loaders): Promise<Party> {
    return load.desk.load(call.deskId);
  }

  @ResolveField(() => WorkTypeType)
  async workType(@Parent() call: CallView, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(call.workTypeCode);
  }

  @ResolveField(() => [PartyType], { description: 'Who was called. Empty for facilities.' })
  async called(@Parent() call: CallView, @Load() load: Loaders): Promise<Party[]> {
    const invitations = await load.invitationsOfCall.load(call.id);
    return Promise.all(invitations.map(async ({ facilityId }) => load.facility.load(facilityId)));
  }

  @ResolveField(() => [CallResponseType], {
    description: 'Every version, the newest of a facility first. A facility reads its own.',
  })
  async responses(@Parent() call: CallView, @Load() load: Loaders): Promise<CallResponseView[]> {
    return load.responsesOfCall.load(call.id);
  }

  @ResolveField(() => [CallQuestionType], { description: 'The oldest first.' })
  async questions(@Parent() call: CallView, @Load() load: Loaders): Promise<CallQuestionView[]> {
    return load.questionsOfCall.load(call.id);
  }

  @ResolveField(() => [CallActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() call: CallView, @CurrentActor() actor: PersonActor): CallAction[] {
    return this.queries.availableActions(actor, call);
  }

  private async show(actor: PersonActor, { callId }: { callId: string }): Promise<CallView> {
    return this.queries.get(actor, callId);
  }
}

@Resolver(() => CallResponseType)
export class CallResponseResolver {
  constructor(private readonly queries: CallQueries) {}

  @ResolveField(() => PartyType)
  async facility(@Parent() response: CallResponseView, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(response.facilityId);
  }

  @ResolveField(() => [CallResponseActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() response: CallResponseView, @CurrentActor() actor: PersonActor): CallResponseAction[] {
    return this.queries.availableResponseActions(actor, response);
  }
}

@Resolver(() => CallQuestionType)
export class CallQuestionResolver {
  constructor(private readonly queries: CallQueries) {}

  @ResolveField(() => PartyType, { nullable: true, description: 'Who asked: for the desk, and the facility itself.' })
  async facility(@Parent() question: CallQuestionView, @Load() load: Loaders): Promise<Party | null> {
    return question.facilityId === null ? null : load.facility.load(question.facilityId);
  }

  @ResolveField(() => [CallQuestionActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() question: CallQuestionView, @CurrentActor() actor: PersonActor): CallQuestionAction[] {
    return this.queries.availableQuestionActions(actor, question);
  }
}
