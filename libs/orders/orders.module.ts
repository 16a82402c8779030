import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AllocationShare } from './allocations/allocation-share.entity.js';
import { Allocation } from './allocations/allocation.entity.js';
import { AllocationQueries } from './allocations/allocation.queries.js';
import { ApproveAllocation } from './allocations/approve-allocation.js';
import { PlanAllocation } from './allocations/plan-allocation.js';
import { AcceptAssignment } from './assignments/accept-assignment.js';
import { AcceptPartOfAssignment } from './assignments/accept-part-of-assignment.js';
import { AssignmentReason } from './assignments/assignment-reason.entity.js';
import { Assignment } from './assignments/assignment.entity.js';
import { AssignmentQueries } from './assignments/assignment.queries.js';
import { answerLinks } from './answer-links/answer-links.providers.js';
import { CounterAssignment } from './assignments/counter-assignment.js';
import { OfferAgain } from './assignments/offer-again.js';
import { HandBackAssignment } from './hand-backs/hand-back-assignment.js';
import { HandBack } from './hand-backs/hand-back.entity.js';
import { QualityQueries } from './quality/quality.queries.js';
import { progress } from './progress/progress.providers.js';
import { rejections } from './rejections/rejections.providers.js';
import { calls } from './calls/calls.providers.js';
import { ConfirmPart } from './assignments/confirm-part.js';
import { DeclineAssignment } from './assignments/decline-assignment.js';
import { ExpireAssignments } from './assignments/expire-assignments.js';
import { ProgressReport } from './assignments/progress-report.entity.js';
import { RemindAssignments } from './assignments/remind-assignments.js';
import { ReportProgress } from './assignments/report-progress.js';
import { SendAssignments } from './assignments/send-assignments.js';
import { SupplyChecks } from './materials/supply-checks.js';
import { SendingChecks } from './assignments/sending-checks.js';
import { WithdrawAssignment } from './assignments/withdraw-assignment.js';
import { RemindStops } from './assignments/remind-stops.js';
import { ConfirmStop } from './assignments/confirm-stop.js';
import { amendments } from './amendments/amendments.providers.js';
import { attachments } from './attachments/attachments.providers.js';
import { materials } from './materials/materials.providers.js';
import { questions } from './questions/questions.providers.js';
import { cancellations } from './cancellations/cancellations.providers.js';
import { Delivery } from './deliveries/delivery.entity.js';
import { DeliveryQueries } from './deliveries/delivery.queries.js';
import { InspectDelivery } from './deliveries/inspect-delivery.js';
import { InspectionDefect } from './deliveries/inspection-defect.entity.js';
import { Inspection } from './deliveries/inspection.entity.js';
import { ReportDelivery } from './deliveries/report-delivery.js';
import { PartyQueries } from './parties/party.queries.js';
import { ExpireQuotes } from './quotes/expire-quotes.js';
import { IssueQuote } from './quotes/issue-quote.js';
import { PlaceOrder } from './quotes/place-order.js';
import { PlanWeek } from './allocations/plan-week.js';
import { RepairAllocation } from './allocations/repair-allocation.js';
import { TryChange } from './allocations/try-change.js';
import { ReplayAllocation } from './allocations/replay-allocation.js';
import { QuoteCandidate } from './quotes/quote-candidate.entity.js';
import { QuoteLine } from './quotes/quote-line.entity.js';
import { QuoteStep } from './quotes/quote-step.entity.js';
import { RefuseQuote } from './quotes/refuse-quote.js';
import { ReviseQuote } from './quotes/revise-quote.js';
import { Quote } from './quotes/quote.entity.js';
import { QuoteQueries } from './quotes/quote.queries.js';
import { AcceptWork } from './work-orders/accept-work.js';
import { ChangeDraft } from './work-orders/change-draft.js';
import { DraftWorkOrder } from './work-orders/draft-work-order.js';
import { RejectWorkOrder } from './work-orders/reject-work-order.js';
import { ReviewWorkOrder } from './work-orders/review-work-order.js';
import { SubmitWorkOrder } from './work-orders/submit-work-order.js';
import { WithdrawWorkOrder } from './work-orders/withdraw-work-order.js';
import { SetSteps } from './steps/set-steps.js';
import { Step } from './steps/step.entity.js';
import { WorkOrderLine } from './work-orders/work-order-line.entity.js';
import { OrderTerms } from './work-orders/order-terms.entity.js';
import { WorkOrder } from './work-orders/work-order.entity.js';
import { WorkOrderQueries } from './work-orders/work-order.queries.js';

const entities = [
  WorkOrder,
  OrderTerms,
  WorkOrderLine,
  Step,
  Quote,
  QuoteLine,
  QuoteStep,
  QuoteCandidate,
  Allocation,
  AllocationShare,
  Assignment,
  AssignmentReason,
  ProgressReport,
  Delivery,
  Inspection,
  ...calls.entities,
  ...answerLinks.entities,
  HandBack,
  InspectionDefect,
  ...rejections.entities,
  ...progress.entities,
  ...amendments.entities,
  ...materials.entities,
  ...attachments.entities,
  ...questions.entities,
  ...cancellations.entities,
];

const queries = [
  WorkOrderQueries,
  QuoteQueries,
  AllocationQueries,
  AssignmentQueries,
  DeliveryQueries,
  PartyQueries,
  ...calls.queries,
  ...rejections.queries,
  ...progress.queries,
  QualityQueries,
  ...amendments.queries,
  ...materials.queries,
  ...attachments.queries,
  ...questions.queries,
  ...cancellations.queries,
];

/** What people do to an order, in the order of its life. */
const commands = [
  DraftWorkOrder,
  ChangeDraft,
  SubmitWorkOrder,
  WithdrawWorkOrder,
  ReviewWorkOrder,
  RejectWorkOrder,
  SetSteps,
  IssueQuote,
  ReviseQuote,
  RefuseQuote,
  PlaceOrder,
  PlanAllocation,
  ApproveAllocation,
  RepairAllocation,
  ReplayAllocation,
  TryChange,
  PlanWeek,
  SendAssignments,
  AcceptAssignment,
  AcceptPartOfAssignment,
  DeclineAssignment,
  ConfirmPart,
  WithdrawAssignment,
  ReportProgress,
  ReportDelivery,
  InspectDelivery,
  AcceptWork,
  ConfirmStop,
  ...amendments.commands,
  ...materials.commands,
  ...attachments.commands,
  ...questions.commands,
  ...cancellations.commands,
  ...calls.commands,
  ...answerLinks.commands,
  CounterAssignment,
  OfferAgain,
  HandBackAssignment,
  ...rejections.commands,
];

/** What time does to it. */
const deadlines = [
  ExpireQuotes,
  RemindAssignments,
  ExpireAssignments,
  RemindStops,
  ...amendments.deadlines,
  ...calls.deadlines,
  ...attachments.deadlines,
  ...rejections.deadlines,
  ...progress.deadlines,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [SendingChecks, SupplyChecks, ...commands, ...deadlines, ...queries],
  exports: [SendingChecks, SupplyChecks, ...commands, ...deadlines, ...queries],
})
export class OrdersModule {}
