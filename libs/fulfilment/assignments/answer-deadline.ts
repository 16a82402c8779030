import type { Assignment } from './assignment.entity.js';

/** The worker ends offers a little later; the deadline itself is what counts. */
export function isPastItsDeadline({ status, answerBy }: Pick<Assignment, 'status' | 'answerBy'>, now: Date): boolean {
  return status === 'OFFERED' && answerBy !== null && answerBy < now;
}
