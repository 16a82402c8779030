import type { Assignment } from '../assignments/assignment.entity.js';
import type { AssignmentState } from '../assignments/assignment.transitions.js';

const CHANGEABLE: ReadonlySet<AssignmentState> = new Set(['ACCEPTED', 'IN_PROGRESS', 'REWORK']);

/** The facility is bound and has something left to hand over: its share can become smaller, or be due sooner. */
export function isChangeable(assignment: Pick<Assignment, 'status'>): boolean {
  return CHANGEABLE.has(assignment.status);
}
