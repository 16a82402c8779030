import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { WorkType } from '#yui/directory';
import {
  AcceptAssignment,
  AcceptPartOfAssignment,
  type AssignmentAction,
  AssignmentQueries,
  type AssignmentView,
  ConfirmPart,
  ConfirmStop,
  CounterAssignment,
  DeclineAssignment,
  type DeliveryView,
  ExtendOffer,
  type ForecastView,
  HandBackAssignment,
  InspectDelivery,
  type MaterialView,
  OfferAgain,
  type ProgressReport,
  RefuseExtension,
  ReportDelivery,
  ReportProgress,
  RequestExtension,
  type TeamShare,
  UndoAnswer,
  WithdrawAssignment,
} from '#yui/fulfilment';
import type { Party } from '#yui/orders';
import type { AttachmentView, QuestionView } from '#yui/correspondence';
import type { ShareChangeView } from '#yui/changes';
import type { PersonActor } from '#yui/platform';
import { WorkTypeType } from '../directory/reference.types.js';
import { AttachmentType } from '../attachments/attachment.types.js';
import { QuestionType } from '../questions/question.types.js';
import { MaterialType, TeamShareType } from '../materials/material.types.js';
import type { Loaders } from '../graphql/loaders.js';
import { PageArgs } from '../graphql/page.js';
import { ReasonType } from '../graphql/reason.type.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor, Load } from '../graphql/request-context.js';
import { Id } from '../graphql/scalars.js';
import { NO_PEOPLE, PartyType } from '../parties/party.types.js';
import {
  UndoAnswerInput,
  AcceptPartOfAssignmentInput,
  AssignmentFilterInput,
  CounterAssignmentInput,
  HandBackAssignmentInput,
  OfferAgainInput,
  AcceptAssignmentInput,
  ConfirmPartInput,
  ConfirmStopInput,
  InspectDeliveryInput,
  DeclineAssignmentInput,
  ExtendOfferInput,
  RefuseExtensionInput,
  RequestExtensionInput,
  WithdrawAssignmentInput,
  ReportDeliveryInput,
  ReportProgressInput,
} from './assignment.inputs.js';
import {
  AssignmentActionEnum,
  AssignmentPageType,
  AssignmentType,
  ForecastType,
  DeliveryType,
  ProgressReportType,
} from './assignment.types.js';
import { ShareChangeType } from './share-change.types.js';
import { DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';

@Resolver(() => AssignmentType)
export class AssignmentResolver {
  constructor(
    private readonly queries: AssignmentQueries,
    private readonly accept: AcceptAssignment,
    private readonly acceptPart: AcceptPartOfAssignment,
    private readonly counter: CounterAssignment,
    private readonly again: OfferAgain,
    private readonly handBack: HandBackAssignment,
    private readonly decline: DeclineAssignment,
    private readonly undo: UndoAnswer,
    private readonly requestMore: RequestExtension,
    private readonly extend: ExtendOffer,
    private readonly refuseMore: RefuseExtension,
    private readonly confirm: ConfirmPart,
    private readonly withdraw: WithdrawAssignment,
    private readonly progress: ReportProgress,
    private readonly deliver: ReportDelivery,
    private readonly inspect: InspectDelivery,
    private readonly stop: ConfirmStop,
  ) {}

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => AssignmentPageType, { description: 'A facility: its own, once they were sent. A desk: those it made.' })
  async assignments(
    @CurrentActor() actor: PersonActor,
    @Args('filter', { type: () => AssignmentFilterInput, nullable: true }) filter: AssignmentFilterInput | null,
    @Args() page: PageArgs,
  ): Promise<AssignmentPageType> {
    return this.queries.page(actor, filter ?? {}, page);
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Query(() => AssignmentType, {
    description: 'The share of a facility: the desk reads all of its orders, a facility its own.',
  })
  async assignment(
    @CurrentActor() actor: PersonActor,
    @Args('id', { type: () => Id }) id: string,
  ): Promise<AssignmentType> {
    return this.queries.get(actor, id);
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Says yes to all that was offered.')
  async acceptAssignment(@CurrentActor() actor: PersonActor, @Args('input') input: AcceptAssignmentInput) {
    return { assignment: await this.show(actor, await this.accept.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Says yes to fewer units, and why.')
  async acceptPartOfAssignment(@CurrentActor() actor: PersonActor, @Args('input') input: AcceptPartOfAssignmentInput) {
    return { assignment: await this.show(actor, await this.acceptPart.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Says yes to other terms: fewer units, a later date, another price.')
  async counterAssignment(@CurrentActor() actor: PersonActor, @Args('input') input: CounterAssignmentInput) {
    return { assignment: await this.show(actor, await this.counter.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, 'The desk answers other terms with terms of its own.')
  async offerAgain(@CurrentActor() actor: PersonActor, @Args('input') input: OfferAgainInput) {
    return { assignment: await this.show(actor, await this.again.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation(
    { assignment: AssignmentType },
    'Takes the answer back, within ten minutes and while the desk has not acted on it.',
  )
  async undoAnswer(@CurrentActor() actor: PersonActor, @Args('input') input: UndoAnswerInput) {
    return { assignment: await this.show(actor, await this.undo.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Asks for more time to answer. Until the desk decides, its deadline stays.')
  async requestExtension(@CurrentActor() actor: PersonActor, @Args('input') input: RequestExtensionInput) {
    return { assignment: await this.show(actor, await this.requestMore.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Gives the facility more time to answer, asked or not.')
  async extendOffer(@CurrentActor() actor: PersonActor, @Args('input') input: ExtendOfferInput) {
    return { assignment: await this.show(actor, await this.extend.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Tells the facility that its time to answer stays as it is, and why.')
  async refuseExtension(@CurrentActor() actor: PersonActor, @Args('input') input: RefuseExtensionInput) {
    return { assignment: await this.show(actor, await this.refuseMore.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Gives back work that was accepted and is not done yet.')
  async handBackAssignment(@CurrentActor() actor: PersonActor, @Args('input') input: HandBackAssignmentInput) {
    return { assignment: await this.show(actor, await this.handBack.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Says no to an offer, with the reason. Its units are open again at once.')
  async declineAssignment(@CurrentActor() actor: PersonActor, @Args('input') input: DeclineAssignmentInput) {
    return { assignment: await this.show(actor, await this.decline.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, 'The desk takes what a facility agreed to: the part, its date, its price.')
  async confirmPart(@CurrentActor() actor: PersonActor, @Args('input') input: ConfirmPartInput) {
    return { assignment: await this.show(actor, await this.confirm.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Takes an offer back that was not accepted, with the reason.')
  async withdrawAssignment(@CurrentActor() actor: PersonActor, @Args('input') input: WithdrawAssignmentInput) {
    return { assignment: await this.show(actor, await this.withdraw.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation(
    { assignment: AssignmentType },
    'Says how many units are done by now. Work that is done takes no capacity any more.',
  )
  async reportProgress(@CurrentActor() actor: PersonActor, @Args('input') input: ReportProgressInput) {
    return { assignment: await this.show(actor, await this.progress.execute(actor, input)) };
  }

  @Grant([...DESK_ROLES, ...FACILITY_ROLES])
  @Mutation(
    { assignment: AssignmentType },
    'Says how much was done of a share that was stopped: that is handed over and paid.',
  )
  async confirmStop(@CurrentActor() actor: PersonActor, @Args('input') input: ConfirmStopInput) {
    return { assignment: await this.show(actor, await this.stop.execute(actor, input)) };
  }

  @Grant(FACILITY_ROLES)
  @Mutation({ assignment: AssignmentType }, 'Hands over finished units, all at once or in parts.')
  async reportDelivery(@CurrentActor() actor: PersonActor, @Args('input') input: ReportDeliveryInput) {
    return { assignment: await this.show(actor, await this.deliver.execute(actor, input)) };
  }

  @Grant(DESK_ROLES)
  @Mutation({ assignment: AssignmentType }, 'The desk says what it found in one delivery.')
  async inspectDelivery(@CurrentActor() actor: PersonActor, @Args('input') input: InspectDeliveryInput) {
    return { assignment: await this.show(actor, await this.inspect.execute(actor, input)) };
  }

  @ResolveField(() => PartyType)
  async facility(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<Party> {
    return load.facility.load(assignment.facilityId);
  }

  @ResolveField(() => Boolean, { nullable: true, description: NO_PEOPLE })
  async isAttended(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<boolean | null> {
    return load.isAttended.load(assignment.facilityId);
  }

  @ResolveField(() => PartyType)
  async desk(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<Party> {
    return load.desk.load(assignment.deskId);
  }

  @ResolveField(() => WorkTypeType)
  async workType(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<WorkType> {
    return load.workType.load(assignment.workTypeCode);
  }

  @ResolveField(() => [DeliveryType], { description: 'The oldest first.' })
  async deliveries(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<DeliveryView[]> {
    return load.deliveriesOfAssignment.load(assignment.id);
  }

  @ResolveField(() => [ProgressReportType], { description: 'The latest first.' })
  async progressReports(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<ProgressReport[]> {
    return load.progressOfAssignment.load(assignment.id);
  }

  @ResolveField(() => [AttachmentType], { description: 'Files of the order that are for every facility.' })
  async attachments(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<AttachmentView[]> {
    return load.attachmentsForAssignment.load(assignment.id);
  }

  @ResolveField(() => [QuestionType], {
    description: 'The newest first: asked about it and, for its facility, answered for all facilities of the order.',
  })
  async questions(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<QuestionView[]> {
    return load.questionsOfAssignment.load(assignment.id);
  }

  @ResolveField(() => [MaterialType], { description: 'What the facility is supplied with. Empty for the buyer.' })
  async materials(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<MaterialView[]> {
    return load.materialsOfAssignment.load(assignment.id);
  }

  @ResolveField(() => [TeamShareType], {
    description: 'For the lead facility (まとめ役) of the order: the shares of the others. Empty for all else.',
  })
  async team(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<TeamShare[]> {
    return load.teamOfAssignment.load(assignment.id);
  }

  @ResolveField(() => [ShareChangeType], { description: 'What the desk asked to change, the newest first.' })
  async shareChanges(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<ShareChangeView[]> {
    return load.shareChangesOfAssignment.load(assignment.id);
  }

  @ResolveField(() => [ReasonType], {
    description: 'Why the facility is asked for this number: its own line of the split alone. Empty for the buyer.',
  })
  async reasons(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<ReasonType[]> {
    return load.reasonsOfAssignment.load(assignment.id);
  }

  @ResolveField(() => ForecastType, {
    nullable: true,
    description: 'While it is worked on, from what was reported; null before, and for buyers.',
  })
  async forecast(@Parent() assignment: AssignmentView, @Load() load: Loaders): Promise<ForecastView | null> {
    return (await load.forecastOfAssignment.load(assignment.id))[0] ?? null;
  }

  @ResolveField(() => [AssignmentActionEnum], { description: 'What the acting role may do with it now.' })
  availableActions(@Parent() assignment: AssignmentView, @CurrentActor() actor: PersonActor): AssignmentAction[] {
    return this.queries.availableActions(actor, assignment);
  }

  private async show(actor: PersonActor, { assignmentId }: { assignmentId: string }): Promise<AssignmentView> {
    return this.queries.get(actor, assignmentId);
  }
}
