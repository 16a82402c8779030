export { ContactQueries } from './contacts/contact.queries.js';
export { OrderContact } from './contacts/order-contact.entity.js';
export { SetOrderContact } from './contacts/set-order-contact.js';
export { NoteQueries, type OrderNoteView } from './notes/note.queries.js';
export { RemoveOrderNote } from './notes/remove-order-note.js';
export { WriteOrderNote } from './notes/write-order-note.js';
export { ChangeDraft } from './intake/change-draft.js';
export { DraftWorkOrder } from './intake/draft-work-order.js';
export { RejectWorkOrder } from './intake/reject-work-order.js';
export { ReviewWorkOrder } from './intake/review-work-order.js';
export { SetSteps } from './intake/set-steps.js';
export { SubmitWorkOrder } from './intake/submit-work-order.js';
export { WithdrawWorkOrder } from './intake/withdraw-work-order.js';
export { firstDueDate, requireDueDate } from './intake/work-order-content.js';
export { type OrderName, type Party, PartyQueries } from './parties/party.queries.js';
export { beforeOrdering } from './quotes/before-ordering.js';
export { feeTermsOf, termsOfToday } from './quotes/freeze-terms.js';
export { amendPlaces } from './places/amend-places.js';
export { DeliveryPlace } from './places/delivery-place.entity.js';
export { divideLine, placesOfLine } from './places/divide-line.js';
export { PlaceQueries } from './places/place.queries.js';
export { SetDeliveryPlaces } from './places/set-delivery-places.js';
export { IssueQuote } from './quotes/issue-quote.js';
export { type AgreedOrder, placeAgreedOrder } from './quotes/place-agreed-order.js';
export { priceAgreed } from './quotes/price-agreed.js';
export { PlaceOrder } from './quotes/place-order.js';
export { QuoteCandidate } from './quotes/quote-candidate.entity.js';
export { QuoteLine } from './quotes/quote-line.entity.js';
export { taxCategoryOfStep, taxRateOfLine } from './quotes/line-tax.js';
export { CHARGE_KINDS, type ChargeKind, QuoteCharge } from './quotes/quote-charge.entity.js';
export { taxRateOfCharge } from './quotes/quote-prices.js';
export { QuoteStep } from './quotes/quote-step.entity.js';
export { Quote } from './quotes/quote.entity.js';
export { type QuoteLineView, QuoteQueries, type QuoteView } from './quotes/quote.queries.js';
export { QUOTE_STATES, type QuoteAction, type QuoteState, quoteTransitions } from './quotes/quote.transitions.js';
export { quotedPrice } from './quotes/quoted-price.js';
export { RefuseQuote } from './quotes/refuse-quote.js';
export { agreedPrices, amountsOf, reviseAcceptedQuote } from './quotes/revise-accepted-quote.js';
export { ReviseQuote } from './quotes/revise-quote.js';
export { facilityDueDate, firstStepTooEarly, releaseDate } from './steps/step-dates.js';
export { Step } from './steps/step.entity.js';
export { stepErrors } from './steps/step.errors.js';
export { AgreedTerms } from './work-orders/agreed-terms.js';
export { closeWorkOrder } from './work-orders/close-work-order.js';
export { ChangeInquiry } from './inquiries/change-inquiry.js';
export { EndInquiry, INQUIRY_OUTCOMES, type InquiryOutcome } from './inquiries/end-inquiry.js';
export { END_REASONS, type EndReason, Inquiry, INQUIRY_KINDS, type InquiryKind } from './inquiries/inquiry.entity.js';
export { InquiryQueries } from './inquiries/inquiry.queries.js';
export {
  INQUIRY_STATES,
  type InquiryAction,
  type InquiryState,
  inquiryTransitions,
} from './inquiries/inquiry.transitions.js';
export { RecordInquiry } from './inquiries/record-inquiry.js';
export { ReopenInquiry } from './inquiries/reopen-inquiry.js';
export { isSplittable, SPLITTABLE_STATES } from './work-orders/is-splittable.js';
export { CALLING_STATES, onLeftCalling } from './work-orders/left-calling.js';
export { onOwedChanged } from './work-orders/owed-changed.js';
export { transitionOrder } from './work-orders/transition-order.js';
export { nextOrderNumber, nextOrderNumbers } from './work-orders/next-order-number.js';
export { OrderTerms } from './work-orders/order-terms.entity.js';
export { emitOrderEvent, type OrderEventName, type OrderEvents } from './work-orders/order.events.js';
export { isDesk, scopeToOrders } from './work-orders/order.scope.js';
export { settleWorkOrder } from './work-orders/settle-work-order.js';
export { WorkOrderLine } from './work-orders/work-order-line.entity.js';
export { lockOrderOfBuyer, lockOrderOfDesk } from './work-orders/work-order.access.js';
export { CONTRACT_TYPES, type ContractType, WorkOrder } from './work-orders/work-order.entity.js';
export type { WorkOrderInput } from './work-orders/work-order.input.js';
export { WORK_ORDER_SORTS, type WorkOrderFilter, type WorkOrderSort } from './work-orders/work-order.filter.js';
export { DAY_OF_BUSINESS, WORK_ORDER_FLAGS, type WorkOrderFlag } from './work-orders/work-order.flags.js';
export { WorkOrderQueries } from './work-orders/work-order.queries.js';
export {
  WORK_ORDER_STATES,
  type WorkOrderAction,
  type WorkOrderState,
  workOrderTransitions,
} from './work-orders/work-order.transitions.js';
export { OrdersModule } from './orders.module.js';
export { ORDERS_FEATURES } from './orders.features.js';
