import type { WorkOrder } from '#yui/orders';
import { Port, type Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';

/** Looks at offers before they leave, and throws when they must not. */
export const beforeSending = new Port<[tx: Transaction, order: WorkOrder, assignments: readonly Assignment[]]>(
  'beforeSending',
);
