export { AnswerCallQuestion } from './calls/answer-call-question.js';
export { AnswerCall, sayYesToCall } from './calls/answer-call.js';
export { AskCallQuestion } from './calls/ask-call-question.js';
export { CallInvitation } from './calls/call-invitation.entity.js';
export { CallQuestion } from './calls/call-question.entity.js';
export { CallResponse } from './calls/call-response.entity.js';
export { type CallTerms, markCallUsed, readCallTerms, type TermsOfCall } from './calls/call-terms.js';
export { Call, CALL_AUDIENCES, CALL_CLOSINGS, type CallAudience, type CallClosing } from './calls/call.entity.js';
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
  type CallResponseState,
  callResponseTransitions,
  type CallState,
  callTransitions,
  STANDING_STATES,
} from './calls/call.transitions.js';
export { CancelCall } from './calls/cancel-call.js';
export { CloseCall } from './calls/close-call.js';
export { CloseDueCalls } from './calls/close-due-calls.js';
export { DeclineCall, sayNoToCall } from './calls/decline-call.js';
export { OpenCall } from './calls/open-call.js';
export { RemindCalls } from './calls/remind-calls.js';
export { takeCallAnswerBack, WithdrawCallResponse } from './calls/withdraw-call-response.js';
export { SourcingModule } from './sourcing.module.js';
export { SOURCING_FEATURES } from './sourcing.features.js';
