import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AnswerQuestion,
  AskQuestion,
  type AttachmentView,
  PassOnQuestion,
  type QuestionAction,
  QuestionQueries,
  type QuestionView,
  WithdrawQuestion,
} from '#yui/correspondence';
import type { Party } from '#yui/orders';
import type { PersonActor } from '#yui/platform';
import { AttachmentType } from '../attachments/attachment.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { PartyType } from '../parties/party.types.js';
import {
  AnswerQuestionInput,
  AskQuestionInput,
  PassOnQuestionInput,
  QuestionActionEnum,
  WithdrawQuestionInput,
  QuestionType,
} from './question.types.js';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => QuestionType)
export class QuestionResolver {
  constructor(
    private readonly queries: QuestionQueries,
    private readonly ask: AskQuestion,
    private readonly reply: AnswerQuestion,
    private readonly passOn: PassOnQuestion,
    private readonly withdraw: WithdrawQuestion,
  ) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation(
    { question: QuestionType },
    'Asks the other side about an order or a share; the desk is always one of the two sides.',
  )
  async askQuestion(@CurrentActor() actor: PersonActor, @Args('input') input: AskQuestionInput) {
    return { question: await this.show(actor, await this.ask.execute(actor, input)) };
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ question: QuestionType }, 'What the desk answers a facility, all facilities of the order read.')
  async answerQuestion(@CurrentActor() actor: PersonActor, @Args('input') input: AnswerQuestionInput) {
    return { question: await this.show(actor, await this.reply.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ question: QuestionType }, 'Asks the buyer what a facility wants to know. Answers with the new question.')
  async passOnQuestion(@CurrentActor() actor: PersonActor, @Args('input') input: PassOnQuestionInput) {
    return { question: await this.show(actor, await this.passOn.execute(actor, input)) };
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation({ question: QuestionType }, 'Takes a question back that has no answer.')
  async withdrawQuestion(@CurrentActor() actor: PersonActor, @Args('input') input: WithdrawQuestionInput) {
    return { question: await this.show(actor, await this.withdraw.execute(actor, input)) };
  }

  @ResolveField(() => PartyType, { nullable: true, description: 'Null for who may not know which facility it is.' })
  async facility(@Parent() question: QuestionView, @Load() load: Loaders): Promise<Party | null> {
    return question.facilityId === null ? null : load.facility.load(question.facilityId);
  }

  @ResolveField(() => [AttachmentType])
  async attachments(@Parent() question: QuestionView, @Load() load: Loaders): Promise<AttachmentView[]> {
    return load.attachmentsOfQuestion.load(question.id);
  }

  @ResolveField(() => [QuestionActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() question: QuestionView, @CurrentActor() actor: PersonActor): QuestionAction[] {
    return this.queries.availableActions(actor, question);
  }

  private async show(actor: PersonActor, { questionId }: { questionId: string }): Promise<QuestionView> {
    return this.queries.get(actor, questionId);
  }
}
