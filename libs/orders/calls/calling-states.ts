import type { WorkOrderState } from '../work-orders/work-order.transitions.js';

/** Facilities are called for an order from its review, when the desk looks for a price, until its work is done. */
export const CALLING_STATES: ReadonlySet<WorkOrderState> = new Set([
  'REVIEWING',
  'QUOTED',
  'QUOTE_EXPIRED',
  'ORDERED',
  'ALLOCATING',
  'IN_PRODUCTION',
]);
