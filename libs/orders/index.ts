export { AllocationShare } from './allocations/allocation-share.entity.js';
export { Allocation, type AllocationState } from './allocations/allocation.entity.js';
export { AllocationQueries } from './allocations/allocation.queries.js';
export { AssignmentReason } from './assignments/assignment-reason.entity.js';
export { Assignment } from './assignments/assignment.entity.js';
export { type AssignmentFilter, AssignmentQueries, type AssignmentView } from './assignments/assignment.queries.js';
export {
  ASSIGNMENT_STATES,
  type AssignmentAction,
  type AssignmentState,
  assignmentTransitions,
  BOUND_STATES,
  CHANGEABLE_STATES,
  COMMITTED_STATES,
  MAKING_STATES,
} from './assignments/assignment.transitions.js';
export { ProgressReport } from './assignments/progress-report.entity.js';
export { CallInvitation } from './calls/call-invitation.entity.js';
export { CallQuestion } from './calls/call-question.entity.js';
export { CallResponse } from './calls/call-response.entity.js';
export { type CallAudience, CALL_AUDIENCES, type CallClosing, CALL_CLOSINGS, Call } from './calls/call.entity.js';
export {
  type CallFilter,
  CallQueries,
  type CallQuestionAction,
  type CallQuestionView,
  type CallResponseView,
  type CallView,
} from './calls/call.queries.js';
export {
  CALL_RESPONSE_STATES,
  CALL_STATES,
  type CallAction,
  type CallResponseAction,
  callResponseTransitions,
  type CallResponseState,
  type CallState,
  callTransitions,
} from './calls/call.transitions.js';
export { AnswerByLink, type LinkAnswer } from './answer-links/answer-by-link.js';
export { makeAnswerLink } from './answer-links/make-answer-link.js';
export { type LinkedOffer, ShowAnswerLink } from './answer-links/show-answer-link.js';
export { CounterAssignment } from './assignments/counter-assignment.js';
export { OfferAgain } from './assignments/offer-again.js';
export { HandBackAssignment } from './hand-backs/hand-back-assignment.js';
export { AnswerRejection } from './rejections/answer-rejection.js';
export { AskRework } from './rejections/ask-rework.js';
export { DeemAccepted } from './rejections/deem-accepted.js';
export { RejectWork } from './rejections/reject-work.js';
export { RejectionQueries, type WorkRejectionView } from './rejections/rejection.queries.js';
export {
  REJECTION_STATES,
  type RejectionAction,
  type RejectionState,
  rejectionTransitions,
} from './rejections/rejection.transitions.js';
export { unitsThatStayed } from './deliveries/units-that-stayed.js';
export { ReturnedWork } from './rejections/returned-work.entity.js';
export { WorkRejectionLine } from './rejections/work-rejection-line.entity.js';
export { WorkRejection } from './rejections/work-rejection.entity.js';
export { ForecastQueries, type ForecastView } from './progress/forecast.queries.js';
export { PaceCheck } from './progress/pace-check.entity.js';
export { WarnOfLateWork } from './progress/warn-of-late-work.js';
export { QualityQueries, type QualityView } from './quality/quality.queries.js';
export { HandBack } from './hand-backs/hand-back.entity.js';
export { AnswerCall } from './calls/answer-call.js';
export { AnswerCallQuestion } from './calls/answer-call-question.js';
export { AskCallQuestion } from './calls/ask-call-question.js';
export { CancelCall } from './calls/cancel-call.js';
export { CloseCall } from './calls/close-call.js';
export { CloseDueCalls } from './calls/close-due-calls.js';
export { DeclineCall } from './calls/decline-call.js';
export { OpenCall } from './calls/open-call.js';
export { RemindCalls } from './calls/remind-calls.js';
export { WithdrawCallResponse } from './calls/withdraw-call-response.js';
export { Delivery } from './deliveries/delivery.entity.js';
export type { DeliveryAction } from './deliveries/delivery.policy.js';
export { DeliveryQueries, type DeliveryView } from './deliveries/delivery.queries.js';
export { DEFECT_KINDS, type DefectKind } from './deliveries/inspection-defect.entity.js';
export { DEFECT_HANDLINGS, type DefectHandling, Inspection } from './deliveries/inspection.entity.js';
export { Amendment } from './amendments/amendment.entity.js';
export { AmendmentLine } from './amendments/amendment-line.entity.js';
export { AmendmentQueries, type AmendmentView } from './amendments/amendment.queries.js';
export {
  AMENDMENT_STATES,
  type AmendmentAction,
  type AmendmentState,
  amendmentTransitions,
} from './amendments/amendment.transitions.js';
export { AcceptAmendment } from './amendments/accept-amendment.js';
export { type AmendmentEffect, PreviewAmendment } from './amendments/preview-amendment.js';
export { ProposeAmendment } from './amendments/propose-amendment.js';
export { RefuseAmendment } from './amendments/refuse-amendment.js';
export { WithdrawAmendment } from './amendments/withdraw-amendment.js';
export { ShareChange } from './share-changes/share-change.entity.js';
export { ShareChangeQueries, type ShareChangeView } from './share-changes/share-change.queries.js';
export {
  SHARE_CHANGE_STATES,
  type ShareChangeAction,
  type ShareChangeState,
  shareChangeTransitions,
} from './share-changes/share-change.transitions.js';
export { AnswerShareChange } from './share-changes/answer-share-change.js';
export { ProposeShareChange } from './share-changes/propose-share-change.js';
export { RemindShareChanges } from './share-changes/remind-share-changes.js';
export { WithdrawShareChange } from './share-changes/withdraw-share-change.js';
export { ATTACHMENT_SUBJECTS, type AttachmentSubject } from './attachments/attachment.entity.js';
export { type AttachmentAction, AttachmentQueries, type AttachmentView } from './attachments/attachment.queries.js';
export { AddAttachment } from './attachments/add-attachment.js';
export { CleanUpAttachments } from './attachments/clean-up-attachments.js';
export { RemoveAttachment } from './attachments/remove-attachment.js';
export { ShareAttachment } from './attachments/share-attachment.js';
export { Question, QUESTION_SIDES, type QuestionSide } from './questions/question.entity.js';
export { QuestionQueries, type QuestionView } from './questions/question.queries.js';
export {
  QUESTION_STATES,
  type QuestionAction,
  type QuestionState,
  questionTransitions,
} from './questions/question.transitions.js';
export { AnswerQuestion } from './questions/answer-question.js';
export { AskQuestion } from './questions/ask-question.js';
export { PassOnQuestion } from './questions/pass-on-question.js';
export { WithdrawQuestion } from './questions/withdraw-question.js';
export { NameLeadFacility } from './lead/name-lead-facility.js';
export { TeamQueries, type TeamShare } from './lead/team.queries.js';
export { Material } from './materials/material.entity.js';
export { MATERIAL_MOVEMENTS, type MaterialMovementKind } from './materials/material-movement.entity.js';
export { MaterialQueries, type MaterialView } from './materials/material.queries.js';
export { RecordMaterial } from './materials/record-material.js';
export { MaterialMovement } from './materials/material-movement.entity.js';
export { SupplyChecks } from './materials/supply-checks.js';
export { SupplyMaterial } from './materials/supply-material.js';
export { Cancellation } from './cancellations/cancellation.entity.js';
export { CancellationQueries, type CancellationView } from './cancellations/cancellation.queries.js';
export {
  CANCELLATION_STATES,
  type CancellationAction,
  type CancellationState,
  cancellationTransitions,
} from './cancellations/cancellation.transitions.js';
export { CancelWorkOrder } from './cancellations/cancel-work-order.js';
export { RefuseCancellation } from './cancellations/refuse-cancellation.js';
export { RequestCancellation } from './cancellations/request-cancellation.js';
export { WithdrawCancellation } from './cancellations/withdraw-cancellation.js';
export { RemindStops } from './assignments/remind-stops.js';
export { ConfirmStop } from './assignments/confirm-stop.js';
export type { OrderEventName, OrderEvents } from './order.events.js';
export { OrdersModule } from './orders.module.js';
export { type Party, PartyQueries } from './parties/party.queries.js';
export { QuoteCandidate } from './quotes/quote-candidate.entity.js';
export { QuoteLine } from './quotes/quote-line.entity.js';
export { taxRateOfLine } from './quotes/quote-prices.js';
export { Quote } from './quotes/quote.entity.js';
export { type QuoteLineView, QuoteQueries, type QuoteView } from './quotes/quote.queries.js';
export { QUOTE_STATES, type QuoteAction, type QuoteState, quoteTransitions } from './quotes/quote.transitions.js';
export { type StepView } from './steps/describe-line.js';
export { SetSteps } from './steps/set-steps.js';
export { Step } from './steps/step.entity.js';
export { feeTermsOf } from './work-orders/freeze-terms.js';
export { OrderTerms } from './work-orders/order-terms.entity.js';
export { WorkOrderLine } from './work-orders/work-order-line.entity.js';
export { CONTRACT_TYPES, type ContractType, WorkOrder } from './work-orders/work-order.entity.js';
export { type WorkOrderFilter, type WorkOrderLineView, WorkOrderQueries } from './work-orders/work-order.queries.js';
export {
  WORK_ORDER_STATES,
  type WorkOrderAction,
  type WorkOrderState,
  workOrderTransitions,
} from './work-orders/work-order.transitions.js';
export { ApproveAllocation } from './allocations/approve-allocation.js';
export { PlanWeek, type WeekPlan } from './allocations/plan-week.js';
export { ReplayAllocation, type Replay } from './allocations/replay-allocation.js';
export { type AllocationPreview, PlanAllocation } from './allocations/plan-allocation.js';
export { RepairAllocation } from './allocations/repair-allocation.js';
export type { SplitOptionsInput } from './allocations/split-options.js';
export { TryChange } from './allocations/try-change.js';
export { AcceptAssignment } from './assignments/accept-assignment.js';
export { AcceptPartOfAssignment } from './assignments/accept-part-of-assignment.js';
export { ConfirmPart } from './assignments/confirm-part.js';
export { DeclineAssignment } from './assignments/decline-assignment.js';
export { ExpireAssignments } from './assignments/expire-assignments.js';
export { RemindAssignments } from './assignments/remind-assignments.js';
export { ReportProgress } from './assignments/report-progress.js';
export { SendingChecks } from './assignments/sending-checks.js';
export { SendAssignments } from './assignments/send-assignments.js';
export { WithdrawAssignment } from './assignments/withdraw-assignment.js';
export { InspectDelivery } from './deliveries/inspect-delivery.js';
export { ReportDelivery } from './deliveries/report-delivery.js';
export { ExpireQuotes } from './quotes/expire-quotes.js';
export { IssueQuote } from './quotes/issue-quote.js';
export { RefuseQuote } from './quotes/refuse-quote.js';
export { ReviseQuote } from './quotes/revise-quote.js';
export { PlaceOrder } from './quotes/place-order.js';
export { AcceptWork } from './work-orders/accept-work.js';
export { ChangeDraft } from './work-orders/change-draft.js';
export { DraftWorkOrder } from './work-orders/draft-work-order.js';
export { RejectWorkOrder } from './work-orders/reject-work-order.js';
export { ReviewWorkOrder } from './work-orders/review-work-order.js';
export { SubmitWorkOrder } from './work-orders/submit-work-order.js';
export { WithdrawWorkOrder } from './work-orders/withdraw-work-order.js';
export type { AllocationPlan } from './allocations/plan-step.js';
export { placementOf } from './assignments/placement.js';
export { closeWorkOrder } from './work-orders/close-work-order.js';
export { settleWorkOrder } from './work-orders/settle-work-order.js';
