import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { LocalDate } from '#yui/calendar';
import {
  ContractQueries,
  MoneyQueries,
  type Paper,
  PaperQueries,
  ReductionQueries,
  TransferQueries,
} from '#yui/contracts';
import { BuyerQueries, CapacityQueries, EligibilityQueries, FacilityQueries } from '#yui/directory';
import {
  AllocationQueries,
  AssignmentQueries,
  DeliveryQueries,
  ForecastQueries,
  LineQueries,
  MaterialQueries,
  TeamQueries,
} from '#yui/fulfilment';
import { AmendmentQueries, CancellationQueries, RejectionQueries, ShareChangeQueries } from '#yui/changes';
import { AttachmentQueries, type AttachmentSubject, EnteredForQueries, QuestionQueries } from '#yui/correspondence';
import { CallQueries } from '#yui/sourcing';
import type { WageBasis } from '#yui/money';
import { ContactQueries, NoteQueries, PartyQueries, PlaceQueries, QuoteQueries, WorkOrderQueries } from '#yui/orders';
import { NotificationQueries } from '#yui/notifications';
import { groupBy, organisationKindOf, type PersonActor } from '#yui/platform';
import { CategoryQueries, type LineCategory } from '#yui/procurement';
import { OrderTimelines } from '#yui/reports';
import { WageBasisQueries } from '#yui/wages';
import { byId, many, mapped, one } from './loader-kinds.js';

export type Loaders = ReturnType<LoaderFactory['create']>;

export interface CapacityQuestion {
  readonly facilityId: string;
  readonly workTypeCode: string;
  readonly dueOn: LocalDate;
}

/**
 * Reads nested fields: what all rows of a list ask for in one moment becomes one call of a query. Made for each request
 * again and for one actor, so that nobody is ever given what was read for another.
 */
@Injectable()
export class LoaderFactory {
  constructor(
    private readonly workOrders: WorkOrderQueries,
    private readonly contacts: ContactQueries,
    private readonly notes: NoteQueries,
    private readonly places: PlaceQueries,
    private readonly lines: LineQueries,
    private readonly quotes: QuoteQueries,
    private readonly allocations: AllocationQueries,
    private readonly assignments: AssignmentQueries,
    private readonly deliveries: DeliveryQueries,
    private readonly calls: CallQueries,
    private readonly forecasts: ForecastQueries,
    private readonly rejections: RejectionQueries,
    private readonly amendments: AmendmentQueries,
    private readonly attachments: AttachmentQueries,
    private readonly questions: QuestionQueries,
    private readonly materials: MaterialQueries,
    private readonly teams: TeamQueries,
    private readonly cancellations: CancellationQueries,
    private readonly shareChanges: ShareChangeQueries,
    private readonly contracts: ContractQueries,
    private readonly reductions: ReductionQueries,
    private readonly money: MoneyQueries,
    private readonly papers: PaperQueries,
    private readonly parties: PartyQueries,
    private readonly buyers: BuyerQueries,
    private readonly facilities: FacilityQueries,
    private readonly capacities: CapacityQueries,
    private readonly eligibilities: EligibilityQueries,
    private readonly categories: CategoryQueries,
    private readonly notifications: NotificationQueries,
    private readonly timelines: OrderTimelines,
    private readonly entered: EnteredForQueries,
    private readonly transfers: TransferQueries,
    private readonly wageBases: WageBasisQueries,
  ) {}

  create(actor: PersonActor) {
    return {
      recordsOfRun: many(
        async (ids) => this.transfers.recordsOf(actor, ids),
        (record) => record.runId,
      ),
      orderName: one(async (ids) => this.parties.orders(actor, ids), byId),
      desk: one(async (ids) => this.parties.desks(actor, ids), byId),
      buyer: one(async (ids) => this.parties.buyers(actor, ids), byId),
      department: one(async (ids) => this.parties.departments(actor, ids), byId),
      facility: one(async (ids) => this.parties.facilities(actor, ids), byId),
      isAttended: new DataLoader<string, boolean | null>(async (ids) => {
        const attended = await this.parties.attended(actor, ids);
        return ids.map((id) => attended.get(id) ?? null);
      }),
      wageBasis: new DataLoader<string, WageBasis | null>(async (ids) => {
        const bases = await this.wageBases.ofFacilities(actor, ids);
        return ids.map((id) => bases.get(id) ?? null);
      }),
      workType: one(
        async (codes) => this.parties.workTypes(actor, codes),
        (workType) => workType.code,
      ),
      flagsOfOrder: mapped(async (ids) => this.workOrders.flagsOf(actor, ids)),
      timelineOfOrder: mapped(async (ids) => this.timelines.ofOrders(actor, ids)),
      enteredForOrder: mapped(async (ids) => this.entered.ofOrders(actor, ids)),
      enteredForAssignment: mapped(async (ids) => this.entered.ofAssignments(actor, ids)),
      enteredForCall: mapped(async (ids) => this.entered.ofCalls(actor, ids)),
      enteredForStandingOrder: mapped(async (ids) => this.entered.ofStandingOrders(actor, ids)),
      actionsToEnterForOrder: mapped(async (ids) => this.workOrders.actionsToEnter(actor, ids)),
      isEnteringAllowed: new DataLoader<string, boolean | null>(async (ids) => {
        if (organisationKindOf(actor.role) !== 'DESK') return ids.map(() => null);
        const refusing = await this.entered.refusing(actor, ids);
        return ids.map((id) => !refusing.has(id));
      }),
      actionsOfOrder: mapped(async (ids) => this.workOrders.actionsOf(actor, ids)),
      contactOfOrder: many(
        async (ids) => this.contacts.ofWorkOrders(actor, ids),
        (contact) => contact.workOrderId,
      ),
      placesOfLine: many(
        async (ids) => this.places.ofLines(actor, ids),
        (place) => place.workOrderLineId,
      ),
      notesOfOrder: many(
        async (ids) => this.notes.ofWorkOrders(actor, ids),
        (note) => note.workOrderId,
      ),
      linesOfOrder: many(
        async (ids) => this.lines.ofWorkOrders(actor, ids),
        (line) => line.workOrderId,
      ),
      quotesOfOrder: many(
        async (ids) => this.quotes.ofWorkOrders(actor, ids),
        (quote) => quote.workOrderId,
      ),
      assignmentsOfOrder: many(
        async (ids) => this.assignments.ofWorkOrders(actor, ids),
        (assignment) => assignment.workOrderId ?? '',
      ),
      assignment: one(async (ids) => this.assignments.ofIds(actor, ids), byId),
      attachmentsOfOrder: this.files(actor, 'WORK_ORDER'),
      attachmentsOfDelivery: this.files(actor, 'DELIVERY'),
      attachmentsOfInspection: this.files(actor, 'INSPECTION'),
      attachmentsOfQuestion: this.files(actor, 'QUESTION'),
      attachmentsForAssignment: mapped(async (ids) => this.attachments.forAssignments(actor, ids)),
      questionsOfOrder: many(
        async (ids) => this.questions.ofWorkOrders(actor, ids),
        (question) => question.workOrderId ?? '',
      ),
      questionsOfAssignment: mapped(async (ids) => this.questions.ofAssignments(actor, ids)),
      materialsOfAssignment: many(
        async (ids) => this.materials.ofAssignments(actor, ids),
        (material) => material.assignmentId,
      ),
      teamOfAssignment: mapped(async (ids) => this.teams.ofAssignments(actor, ids)),
      amendmentsOfOrder: many(
        async (ids) => this.amendments.ofWorkOrders(actor, ids),
        (amendment) => amendment.workOrderId,
      ),
      shareChangesOfAssignment: many(
        async (ids) => this.shareChanges.ofAssignments(actor, ids),
        (change) => change.assignmentId,
      ),
      cancellationsOfOrder: many(
        async (ids) => this.cancellations.ofWorkOrders(actor, ids),
        (cancellation) => cancellation.workOrderId,
      ),
      contractsOfOrder: mapped(async (ids) => this.contracts.ofOrders(actor, ids)),
      linesOfInvoice: many(
        async (ids) => this.money.linesOfInvoices(actor, ids),
        (line) => line.invoiceId,
      ),
      actionsOfInvoice: mapped(async (ids) => this.money.actionsOfInvoices(actor, ids)),
      openYenOfInvoice: new DataLoader<string, number>(async (ids) => {
        const open = await this.money.openYenOfInvoices(actor, ids);
        return ids.map((id) => open.get(id) ?? 0);
      }),
      paymentsOfInvoice: many(
        async (ids) => this.money.paymentsOfInvoices(actor, ids),
        (payment) => payment.invoiceId ?? '',
      ),
      paperOfInvoice: new DataLoader<string, Paper | null>(async (ids) => {
        const papers = await this.papers.ofInvoices(actor, ids);
        return ids.map((id) => papers.get(id) ?? null);
      }),
      ordersOfPayment: mapped(async (ids) => this.money.orderIdsOfPayments(actor, ids)),
      actionsOfPayment: mapped(async (ids) => this.money.actionsOfPayments(actor, ids)),
      balancesOfContract: many(
        async (ids) => this.contracts.balancesOf(actor, ids),
        (balance) => balance.contractId,
      ),
      milestonesOfContract: many(
        async (ids) => this.contracts.milestonesOf(actor, ids),
        (milestone) => milestone.contractId,
      ),
      timelineOfContract: many(
        async (ids) => this.contracts.timelineOf(actor, ids),
        (entry) => entry.contractId,
      ),
      reductionsOfContract: many(
        async (ids) => this.reductions.ofContracts(actor, ids),
        (reduction) => reduction.contractId,
      ),
      settlementOfContract: many(
        async (ids) => this.contracts.settlementOf(actor, ids),
        (line) => line.contractId,
      ),
      allocationsOfLine: many(
        async (ids) => this.allocations.ofLines(actor, ids),
        (allocation) => allocation.workOrderLineId,
      ),
      sharesOfAllocation: many(
        async (ids) => this.allocations.sharesOf(actor, ids),
        (share) => share.allocationId,
      ),
      deliveriesOfAssignment: many(
        async (ids) => this.deliveries.ofAssignments(actor, ids),
        (delivery) => delivery.assignmentId,
      ),
      progressOfAssignment: many(
        async (ids) => this.assignments.progressOf(actor, ids),
        (report) => report.assignmentId,
      ),
      rejectionsOfOrder: many(
        async (ids) => this.rejections.ofWorkOrders(actor, ids),
        (rejection) => rejection.workOrderId,
      ),
      toldOfOrder: many(
        async (ids) => this.notifications.toldOf(actor, ids),
        (told) => told.workOrderId,
      ),
      reasonsOfAssignment: many(
        async (ids) => this.assignments.reasonsOf(actor, ids),
        (reason) => reason.assignmentId,
      ),
      forecastOfAssignment: many(
        async (ids) => this.forecasts.ofAssignments(actor, ids),
        (forecast) => forecast.assignmentId,
      ),
      returnedWorkOfAssignment: many(
        async (ids) => this.rejections.returnedOf(actor, ids),
        (returned) => returned.assignmentId,
      ),
      responsesOfCall: many(
        async (ids) => this.calls.responsesOf(actor, ids),
        (response) => response.callId,
      ),
      invitationsOfCall: many(
        async (ids) => this.calls.invitationsOf(actor, ids),
        (invitation) => invitation.callId,
      ),
      questionsOfCall: many(
        async (ids) => this.calls.questionsOf(actor, ids),
        (question) => question.callId,
      ),
      departmentsOfBuyer: mapped(async (ids) => this.buyers.departmentsOf(actor, ids)),
      capabilitiesOfFacility: mapped(async (ids) => this.capacities.capabilitiesOf(actor, ids)),
      mentionsOfFacility: mapped(async (ids) => this.facilities.mentionsOf(actor, ids)),
      eligibilitiesOfFacility: mapped(async (ids) => this.eligibilities.ofFacilities(actor, ids)),
      headCountsOfFacility: mapped(async (ids) => this.eligibilities.headCountsOf(actor, ids)),
      categoryOfLine: new DataLoader<string, LineCategory | null>(async (ids) => {
        const found = await this.categories.ofLines(actor, ids);
        return ids.map((id) => found.get(id) ?? null);
      }),
      wagesOfFacility: mapped(async (ids) => this.facilities.wagesOf(actor, ids)),
      workWeekOfFacility: mapped(async (ids) => this.capacities.workWeeksOf(actor, ids)),
      exceptionsOfFacility: mapped(async (ids) => this.capacities.exceptionsOf(actor, ids)),
      possibleUnits: this.possibleUnits(actor),
    };
  }

  private files(actor: PersonActor, subject: AttachmentSubject) {
    return many(
      async (ids) => this.attachments.ofSubjects(actor, subject, ids),
      (file) => file.subjectId,
    );
  }

  /** One read for each kind of work and day that is asked about, however many facilities. */
  private possibleUnits(actor: PersonActor) {
    const keyOf = ({ workTypeCode, dueOn }: CapacityQuestion) => `${workTypeCode} ${dueOn}`;
    return new DataLoader<CapacityQuestion, number | null, string>(
      async (questions) => {
        const answers = new Map<string, Map<string, number>>();
        for (const [key, asked] of groupBy(questions, keyOf)) {
          const [{ workTypeCode, dueOn }] = asked as [CapacityQuestion, ...CapacityQuestion[]];
          const facilityIds = asked.map((question) => question.facilityId);
          answers.set(key, await this.capacities.possibleUnitsOf(actor, { facilityIds, workTypeCode, dueOn }));
        }
        return questions.map((question) => answers.get(keyOf(question))?.get(question.facilityId) ?? null);
      },
      { cacheKeyFn: (question) => `${keyOf(question)} ${question.facilityId}` },
    );
  }
}
