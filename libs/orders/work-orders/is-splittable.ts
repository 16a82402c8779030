import type { WorkOrder } from './work-order.entity.js';
import { workOrderTransitions } from './work-order.transitions.js';

/** Its steps can be divided among facilities now: it was placed, is not delivered yet, and is no introduction (斡旋型). */
export function isSplittable({ contractType, status }: Pick<WorkOrder, 'contractType' | 'status'>): boolean {
  return contractType !== 'REFERRAL' && workOrderTransitions.can(status, 'sendAssignments');
}
