export { AcceptAmendment } from './amendments/accept-amendment.js';
export { AmendmentLine } from './amendments/amendment-line.entity.js';
export { Amendment } from './amendments/amendment.entity.js';
export { AmendmentQueries, type AmendmentView } from './amendments/amendment.queries.js';
export {
  AMENDMENT_STATES,
  type AmendmentAction,
  type AmendmentState,
  amendmentTransitions,
} from './amendments/amendment.transitions.js';
export { AnswerAmendmentByLink } from './amendments/answer-amendment-by-link.js';
export { AnswerAmendment, type AmendmentAnswer } from './amendments/answer-amendment.js';
export { beforeAmending } from './amendments/before-amending.js';
export type { LinkedAmendment, LinkedChange } from './amendments/linked-amendment.js';
export { makeAmendmentLink } from './amendments/make-amendment-link.js';
export { OfferAmendment } from './amendments/offer-amendment.js';
export { type AmendmentEffect, PreviewAmendment } from './amendments/preview-amendment.js';
export { ProposeAmendment } from './amendments/propose-amendment.js';
export { RefuseAmendment } from './amendments/refuse-amendment.js';
export { WithdrawAmendment } from './amendments/withdraw-amendment.js';
export { cancelLocked, CancelWorkOrder } from './cancellations/cancel-work-order.js';
export { Cancellation } from './cancellations/cancellation.entity.js';
export { CancellationQueries, type CancellationView } from './cancellations/cancellation.queries.js';
export {
  CANCELLATION_STATES,
  type CancellationAction,
  type CancellationState,
  cancellationTransitions,
} from './cancellations/cancellation.transitions.js';
export { RefuseCancellation } from './cancellations/refuse-cancellation.js';
export { RequestCancellation } from './cancellations/request-cancellation.js';
export { WithdrawCancellation } from './cancellations/withdraw-cancellation.js';
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
export { WorkRejectionLine } from './rejections/work-rejection-line.entity.js';
export { WorkRejection } from './rejections/work-rejection.entity.js';
export { AnswerShareChange } from './share-changes/answer-share-change.js';
export { ProposeShareChange } from './share-changes/propose-share-change.js';
export { RemindShareChanges } from './share-changes/remind-share-changes.js';
export { ShareChange } from './share-changes/share-change.entity.js';
export { ShareChangeQueries, type ShareChangeView } from './share-changes/share-change.queries.js';
export {
  SHARE_CHANGE_STATES,
  type ShareChangeAction,
  type ShareChangeState,
  shareChangeTransitions,
} from './share-changes/share-change.transitions.js';
export { WithdrawShareChange } from './share-changes/withdraw-share-change.js';
export { ChangesModule } from './changes.module.js';
export { CHANGES_FEATURES } from './changes.features.js';
