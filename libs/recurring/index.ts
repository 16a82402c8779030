export { AcceptMonth } from './occurrences/accept-month.js';
export { AddOccurrence } from './occurrences/add-occurrence.js';
export { AgreeStandingOrder } from './occurrences/agree-standing-order.js';
export { AnswerOccurrences } from './occurrences/answer-occurrences.js';
export { CallOff } from './occurrences/call-off.js';
export { EndStandingOrder } from './occurrences/end-standing-order.js';
export { MoveOccurrence } from './occurrences/move-occurrence.js';
export {
  OCCURRENCE_SHARE_STATES,
  OccurrenceShare,
  type OccurrenceShareState,
} from './occurrences/occurrence-share.entity.js';
export {
  Occurrence,
  OCCURRENCE_ORIGINS,
  OCCURRENCE_STATES,
  type OccurrenceState,
} from './occurrences/occurrence.entity.js';
export {
  type ComingDate,
  type MissedDate,
  OccurrenceQueries,
  type OccurrenceView,
} from './occurrences/occurrence.queries.js';
export { OfferOccurrences } from './occurrences/offer-occurrences.js';
export { PlaceComingOccurrences } from './occurrences/place-coming-occurrences.js';
export { PlanOccurrences, type PlanOccurrencesResult } from './occurrences/plan-occurrences.js';
export { SkipOccurrence } from './occurrences/skip-occurrence.js';
export { RECURRING_FEATURES } from './recurring.features.js';
export { RecurringModule } from './recurring.module.js';
export { ProposeStandingOrder } from './standing-orders/propose-standing-order.js';
export { RefuseStandingOrder } from './standing-orders/refuse-standing-order.js';
export { PRICE_BASES, type PriceBasis, StandingOrder } from './standing-orders/standing-order.entity.js';
export type { StandingOrderEvents } from './standing-orders/standing-order.events.js';
export { StandingOrderQueries } from './standing-orders/standing-order.queries.js';
export {
  STANDING_ORDER_STATES,
  type StandingOrderAction,
  type StandingOrderState,
  standingOrderTransitions,
} from './standing-orders/standing-order.transitions.js';
export { WithdrawStandingOrder } from './standing-orders/withdraw-standing-order.js';
