import { Port, type Transaction } from '#yui/platform';
import type { WorkOrder } from './work-order.entity.js';
import type { WorkOrderState } from './work-order.transitions.js';

/** Facilities are called for an order from its review, when the desk looks for a price, until its work is done. */
export const CALLING_STATES: ReadonlySet<WorkOrderState> = new Set([
  'REVIEWING',
  'QUOTED',
  'QUOTE_EXPIRED',
  'ORDERED',
  'ALLOCATING',
  'IN_PRODUCTION',
]);

/** What was called for does not hold any more: the order has ended, or its work was divided differently. `reason` says so. */
export const onLeftCalling = new Port<[tx: Transaction, order: WorkOrder, reason: string]>('onLeftCalling');
