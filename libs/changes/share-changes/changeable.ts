import { type Assignment, CHANGEABLE_STATES } from '#yui/fulfilment';

/** The facility is bound and has something left to hand over: its share can become smaller, or be due sooner. */
export function isChangeable(assignment: Pick<Assignment, 'status'>): boolean {
  return CHANGEABLE_STATES.includes(assignment.status);
}
