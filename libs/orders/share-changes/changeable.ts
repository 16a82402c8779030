import type { Assignment } from '../assignments/assignment.entity.js';
import { CHANGEABLE_STATES } from '../assignments/assignment.transitions.js';

/** The facility is bound and has something left to hand over: its share can become smaller, or be due sooner. */
export function isChangeable(assignment: Pick<Assignment, 'status'>): boolean {
  return CHANGEABLE_STATES.includes(assignment.status);
}
