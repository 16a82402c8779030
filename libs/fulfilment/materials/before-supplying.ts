import type { WorkOrder } from '#yui/orders';
import { Port, type Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import type { Material } from './material.entity.js';

/** Looks at material before it leaves, and throws when it must not. */
export const beforeSupplying = new Port<
  [tx: Transaction, order: WorkOrder, assignment: Assignment, material: Material]
>('beforeSupplying');
