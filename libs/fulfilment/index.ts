export { AllocationShare } from './allocations/allocation-share.entity.js';
export { Allocation, type AllocationState } from './allocations/allocation.entity.js';
export { AllocationQueries } from './allocations/allocation.queries.js';
export { ApproveAllocation } from './allocations/approve-allocation.js';
export { type AllocationPreview, PlanAllocation } from './allocations/plan-allocation.js';
export type { AllocationPlan } from './allocations/plan-step.js';
export { type AgreedShare, placeAgreedShares, planAgreedShares } from './allocations/place-agreed-shares.js';
export { SetOpeningBalance } from './allocations/set-opening-balance.js';
export { PlanWeek, type WeekPlan } from './allocations/plan-week.js';
export { type AllocationSnapshot, ReadSnapshot } from './allocations/read-snapshot.js';
export { RepairAllocation } from './allocations/repair-allocation.js';
export { type Replay, ReplayAllocation } from './allocations/replay-allocation.js';
export type { SplitOptionsInput } from './allocations/split-options.js';
export { TryChange } from './allocations/try-change.js';
export { letterReplaced, type LinkRequest, rehearse } from './answer-links/act-by-link.js';
export { answerLinkErrors } from './answer-links/answer-link.errors.js';
export { hashToken, newToken } from './answer-links/link-token.js';
export { AnswerByLink, type LinkAnswer } from './answer-links/answer-by-link.js';
export { AnswerCallByLink, type CallLinkAnswer, type LinkedCall } from './answer-links/answer-call-by-link.js';
export { makeAnswerLink } from './answer-links/make-answer-link.js';
export { makeCallLink } from './answer-links/make-call-link.js';
export type { LinkedOffer, LinkedTerms } from './answer-links/linked-offer.js';
export { advanceOrder, holdsBackDelivery, onAssignmentsChanged } from './assignments/advance-order.js';
export { firstReminderOn, lockOrdersToRemind, nextReminder } from './assignments/answer-reminders.js';
export { lockAssignmentOf, lockAssignmentOfDesk, lockAssignmentOfFacility } from './assignments/assignment.access.js';
export { AssignmentReason } from './assignments/assignment-reason.entity.js';
export { Assignment } from './assignments/assignment.entity.js';
export { assignmentErrors } from './assignments/assignment.errors.js';
export { type AssignmentFilter, AssignmentQueries, type AssignmentView } from './assignments/assignment.queries.js';
export { scopeToAssignments } from './assignments/assignment.scope.js';
export {
  ASSIGNMENT_STATES,
  type AssignmentAction,
  type AssignmentState,
  assignmentTransitions,
  BOUND_STATES,
  CHANGEABLE_STATES,
  COMMITTED_STATES,
  INSPECTABLE_STATES,
  LIVE_STATES,
  MAKING_STATES,
  OPEN_STATES,
} from './assignments/assignment.transitions.js';
export { keepAnswers } from './assignments/keep-answers.js';
export { transitionAssignment } from './assignments/transition-assignment.js';
export { placementOf, unitsOf } from './assignments/placement.js';
export { AcceptWork, completeOrder, onAccepted } from './deliveries/accept-work.js';
export { cutShare } from './deliveries/cut-share.js';
export { deliveredUnits } from './deliveries/delivered-units.js';
export { Delivery } from './deliveries/delivery.entity.js';
export type { DeliveryAction } from './deliveries/delivery.policy.js';
export { DeliveryQueries, type DeliveryView } from './deliveries/delivery.queries.js';
export { requireUnused } from './deliveries/hand-over.js';
export { InspectDelivery } from './deliveries/inspect-delivery.js';
export { DEFECT_KINDS, type DefectKind } from './deliveries/inspection-defect.entity.js';
export { DEFECT_HANDLINGS, type DefectHandling, Inspection } from './deliveries/inspection.entity.js';
export { ReportDelivery } from './deliveries/report-delivery.js';
export { ReturnedWork } from './deliveries/returned-work.entity.js';
export { MAX_REWORK_DAYS, promiseRework } from './deliveries/rework-promise.js';
export { unitsThatStayed } from './deliveries/units-that-stayed.js';
export { HandBackAssignment } from './hand-backs/hand-back-assignment.js';
export { HandBack } from './hand-backs/hand-back.entity.js';
export { NameLeadFacility } from './lead/name-lead-facility.js';
export { TeamQueries, type TeamShare } from './lead/team.queries.js';
export type { StepView } from './lines/describe-line.js';
export { LineQueries, type WorkOrderLineView } from './lines/line.queries.js';
export {
  MATERIAL_MOVEMENTS,
  MaterialMovement,
  type MaterialMovementKind,
} from './materials/material-movement.entity.js';
export { Material } from './materials/material.entity.js';
export { MaterialQueries, type MaterialView } from './materials/material.queries.js';
export { postponeMaterialPayment } from './materials/postpone-material-payment.js';
export { RecordMaterial } from './materials/record-material.js';
export { beforeSupplying } from './materials/before-supplying.js';
export { SupplyMaterial } from './materials/supply-material.js';
export { AcceptAssignment } from './offers/accept-assignment.js';
export { AcceptPartOfAssignment } from './offers/accept-part-of-assignment.js';
export { ConfirmPart } from './offers/confirm-part.js';
export { CounterAssignment } from './offers/counter-assignment.js';
export { DeclineAssignment } from './offers/decline-assignment.js';
export { ExpireAssignments } from './offers/expire-assignments.js';
export { OfferAgain } from './offers/offer-again.js';
export { RemindAssignments } from './offers/remind-assignments.js';
export { SendAssignments } from './offers/send-assignments.js';
export { beforeSending } from './offers/before-sending.js';
export { ExtendOffer } from './offers/extend-offer.js';
export { RefuseExtension } from './offers/refuse-extension.js';
export { RequestExtension } from './offers/request-extension.js';
export { UndoAnswer } from './offers/undo-answer.js';
export { WithdrawAssignment, withdrawLocked } from './offers/withdraw-assignment.js';
export { ConfirmStop } from './progress/confirm-stop.js';
export { ForecastQueries, type ForecastView } from './progress/forecast.queries.js';
export { PaceCheck } from './progress/pace-check.entity.js';
export { ProgressReport } from './assignments/progress-report.entity.js';
export { ReportProgress } from './progress/report-progress.js';
export { WarnOfLateWork } from './progress/warn-of-late-work.js';
export { QualityQueries, type QualityView } from './quality/quality.queries.js';
export { FulfilmentModule } from './fulfilment.module.js';
export { FULFILMENT_FEATURES } from './fulfilment.features.js';
