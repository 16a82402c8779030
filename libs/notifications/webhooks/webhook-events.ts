import type { BusinessKind } from '#yui/directory';

const BUYER_DESK = ['BUYER', 'DESK'] as const;
const DESK_FACILITY = ['DESK', 'FACILITY'] as const;
const ALL = ['BUYER', 'DESK', 'FACILITY'] as const;

/**
 * What a program can be told of, and whose: each party of what happened that may see it. An event carries ids alone, what has
 * become of them is asked for.
 */
export const WEBHOOK_EVENTS: Readonly<Record<string, readonly BusinessKind[]>> = {
  'work-order.submitted': ['DESK'],
  'work-order.withdrawn': ['DESK'],
  'work-order.rejected': ['BUYER'],
  'quote.issued': BUYER_DESK,
  'quote.refused': ['DESK'],
  'quote.expired': BUYER_DESK,
  'quote.taken-back': BUYER_DESK,
  'work-order.ordered': BUYER_DESK,
  'work-order.in-production': BUYER_DESK,
  'work-order.delivered': BUYER_DESK,
  'work-order.accepted': BUYER_DESK,
  'work-order.deemed-accepted': BUYER_DESK,
  'work-order.work-rejected': BUYER_DESK,
  'work-order.rejection-answered': BUYER_DESK,
  'work-order.cancelled': BUYER_DESK,
  'work-order.places-changed': BUYER_DESK,
  'amendment.proposed': BUYER_DESK,
  'amendment.offered': BUYER_DESK,
  'amendment.accepted': BUYER_DESK,
  'amendment.refused': BUYER_DESK,
  'amendment.withdrawn': BUYER_DESK,
  'cancellation.requested': BUYER_DESK,
  'cancellation.granted': BUYER_DESK,
  'cancellation.refused': BUYER_DESK,
  'assignment.offered': DESK_FACILITY,
  'assignment.accepted': DESK_FACILITY,
  'assignment.partly-accepted': DESK_FACILITY,
  'assignment.declined': DESK_FACILITY,
  'assignment.expired': DESK_FACILITY,
  'assignment.withdrawn': DESK_FACILITY,
  'assignment.bound': DESK_FACILITY,
  'assignment.cancelled': DESK_FACILITY,
  'assignment.cut': DESK_FACILITY,
  'assignment.postponed': DESK_FACILITY,
  'assignment.handed-back': DESK_FACILITY,
  'assignment.stopped': DESK_FACILITY,
  'delivery.reported': DESK_FACILITY,
  'delivery.inspected': DESK_FACILITY,
  'invoice.issued': ALL,
};

/** A trial that the owner asks for. */
export const TRIAL = 'webhook.trial';

export function webhookEventsOf(kind: BusinessKind): string[] {
  return Object.entries(WEBHOOK_EVENTS).flatMap(([name, kinds]) => (kinds.includes(kind) ? [name] : []));
}

/** Ids a program can ask with; whatever else an event carries stays inside. */
const IDS = [
  'workOrderId',
  'assignmentId',
  'quoteId',
  'amendmentId',
  'cancellationId',
  'deliveryId',
  'invoiceId',
] as const;

/** `{ type, timestamp, data }`, as it is signed and sent. */
export function webhookBody(type: string, at: Date, payload: Readonly<Record<string, unknown>>): string {
  const data = Object.fromEntries(IDS.flatMap((id) => (typeof payload[id] === 'string' ? [[id, payload[id]]] : [])));
  return JSON.stringify({ type, timestamp: at.toISOString(), data });
}
