import type { Transaction } from '#yui/platform';

/** What happens to orders, by name, with the ids each event carries. All in one place so that nobody misspells one. */
export interface OrderEvents {
  'work-order.submitted': { workOrderId: string };
  'work-order.rejected': { workOrderId: string };
  'work-order.withdrawn': { workOrderId: string };
  /** Where the parts of a line go, and by when. */
  'work-order.places-changed': { workOrderId: string; workOrderLineId: string };
  'quote.issued': { workOrderId: string; quoteId: string };
  'quote.taken-back': { workOrderId: string; quoteId: string };
  'quote.refused': { workOrderId: string; quoteId: string };
  'quote.expired': { workOrderId: string; quoteId: string };
  /** `chosenFacilityId` is set for 斡旋型 only: the candidate the buyer chose. */
  'work-order.ordered': { workOrderId: string; quoteId: string; chosenFacilityId: string | null };
  /** Work that comes again has become an order at the terms that were agreed before. */
  'work-order.came-again': { workOrderId: string; quoteId: string };
  'call.opened': { workOrderId: string; callId: string };
  'call.reminded': { workOrderId: string; callId: string };
  /** A facility answered, or took its answer back: the page of the call shows it, and nobody is written to. */
  'call.answered': { workOrderId: string; callId: string };
  'call.closed': { workOrderId: string; callId: string };
  'call.used': { workOrderId: string; callId: string };
  'call.cancelled': { workOrderId: string; callId: string };
  'call.asked': { workOrderId: string; callId: string; callQuestionId: string };
  'call.question-answered': { workOrderId: string; callId: string; callQuestionId: string };
  'assignment.offered': { workOrderId: string; assignmentId: string };
  'assignment.reminded': { workOrderId: string; assignmentId: string };
  'assignment.accepted': { workOrderId: string; assignmentId: string };
  /** A share of work that comes again: the facility agreed to its date before it became an order. */
  'assignment.bound': { workOrderId: string; assignmentId: string };
  'assignment.partly-accepted': { workOrderId: string; assignmentId: string };
  'assignment.part-confirmed': { workOrderId: string; assignmentId: string };
  'assignment.declined': { workOrderId: string; assignmentId: string };
  /** The facility took its answer back: the offer is open again. */
  'assignment.answer-undone': { workOrderId: string; assignmentId: string };
  /** It asks for more time to answer, which the desk gives or not; `extended` also when nobody asked. */
  'assignment.extension-requested': { workOrderId: string; assignmentId: string };
  'assignment.extended': { workOrderId: string; assignmentId: string };
  'assignment.extension-refused': { workOrderId: string; assignmentId: string };
  'assignment.expired': { workOrderId: string; assignmentId: string };
  'assignment.withdrawn': { workOrderId: string; assignmentId: string };
  'work-order.in-production': { workOrderId: string };
  'delivery.reported': { workOrderId: string; assignmentId: string; deliveryId: string };
  'delivery.inspected': { workOrderId: string; assignmentId: string; deliveryId: string };
  'work-order.delivered': { workOrderId: string };
  'amendment.proposed': { workOrderId: string; amendmentId: string };
  /** The desk proposed it. */
  'amendment.offered': { workOrderId: string; amendmentId: string };
  'amendment.withdrawn': { workOrderId: string; amendmentId: string };
  'amendment.refused': { workOrderId: string; amendmentId: string };
  /** `quoteId` is the version of the quote that holds from now on; null when the price did not change. */
  'amendment.accepted': { workOrderId: string; amendmentId: string; quoteId: string | null };
  /** The share became smaller before the facility had begun so much. */
  'assignment.cut': { workOrderId: string; assignmentId: string };
  /** The order is due later, and with it the share: nobody was asked. */
  'assignment.postponed': { workOrderId: string; assignmentId: string };
  'assignment.respecified': { workOrderId: string; assignmentId: string };
  'share-change.proposed': { workOrderId: string; assignmentId: string; shareChangeId: string };
  'share-change.withdrawn': { workOrderId: string; assignmentId: string; shareChangeId: string };
  'share-change.reminded': { workOrderId: string; assignmentId: string; shareChangeId: string };
  /** The facility was reminded and still has not answered. */
  'share-change.unanswered': { workOrderId: string; assignmentId: string; shareChangeId: string };
  'share-change.answered': { workOrderId: string; assignmentId: string; shareChangeId: string };
  'question.asked': { workOrderId: string; questionId: string };
  'question.answered': { workOrderId: string; questionId: string };
  'work-order.lead-named': { workOrderId: string; facilityId: string };
  'material.sent': { workOrderId: string; assignmentId: string; materialId: string; quantity: number };
  'material.returned': { workOrderId: string; assignmentId: string; materialId: string; quantity: number };
  'cancellation.requested': { workOrderId: string; cancellationId: string };
  'cancellation.withdrawn': { workOrderId: string; cancellationId: string };
  'cancellation.refused': { workOrderId: string; cancellationId: string };
  /** Facilities have been told; what was begun is still on its way. */
  'cancellation.granted': { workOrderId: string; cancellationId: string };
  'assignment.running-late': { workOrderId: string; assignmentId: string };
  'assignment.handed-back': { workOrderId: string; assignmentId: string; handBackId: string };
  'assignment.cancelled': { workOrderId: string; assignmentId: string };
  'assignment.stop-asked': { workOrderId: string; assignmentId: string };
  'assignment.stop-reminded': { workOrderId: string; assignmentId: string };
  /** The facility was reminded and still has not said what is done. */
  'assignment.stop-unanswered': { workOrderId: string; assignmentId: string };
  /** The share is what the facility has done; it is delivered and inspected as any other. */
  'assignment.stopped': { workOrderId: string; assignmentId: string };
  /** Nothing is on its way any more: what was delivered and found good is COMPLETED and is to be paid. */
  'work-order.cancelled': { workOrderId: string; cancellationId: string };
  'work-order.accepted': { workOrderId: string };
  /** Comes with `work-order.accepted`: nobody said yes, the days were over. */
  'work-order.deemed-accepted': { workOrderId: string };
  'work-order.work-rejected': { workOrderId: string; rejectionId: string };
  'work-order.rejection-answered': { workOrderId: string; rejectionId: string };
  'assignment.work-returned': { workOrderId: string; assignmentId: string };
  /** The desk entered a step for a buyer or a facility. */
  'entered-for.recorded': { workOrderId: string; enteredForId: string };
}
export type OrderEventName = keyof OrderEvents;

/** Tells the rest of the product; the types keep name and ids together. */
export async function emitOrderEvent<Name extends OrderEventName>(
  tx: Transaction,
  deskId: string,
  name: Name,
  payload: OrderEvents[Name],
): Promise<void> {
  await tx.emit(name, deskId, payload);
}
