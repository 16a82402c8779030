import type { WorkOrder } from './work-order.entity.js';
import { WORK_ORDER_STATES, workOrderTransitions } from './work-order.transitions.js';

/** Placed, and not delivered yet. */
export const SPLITTABLE_STATES = WORK_ORDER_STATES.filter((state) =>
  workOrderTransitions.can(state, 'sendAssignments'),
);

/** Its steps can be divided among facilities now: it was placed, is not delivered yet, and is no introduction (斡旋型). */
export function isSplittable({ contractType, status }: Pick<WorkOrder, 'contractType' | 'status'>): boolean {
  return contractType !== 'REFERRAL' && SPLITTABLE_STATES.includes(status);
}
