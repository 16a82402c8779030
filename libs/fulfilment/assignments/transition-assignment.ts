import { type Transaction, transition } from '#yui/platform';
import type { Assignment } from './assignment.entity.js';
import { type AssignmentAction, assignmentTransitions } from './assignment.transitions.js';

/**
 * Transitions a locked assignment. Everything that happens to it ends the time in which an answer can be taken back, which an
 * answer begins, and settles a request for more time, which a request makes.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function transitionAssignment(
  tx: Transaction,
  assignment: Assignment,
  action: AssignmentAction,
  change: Partial<Assignment> = {},
): Promise<void> {
  const settled = { undoUntil: null, extensionUntil: null, extensionReason: null, extensionRefusal: null };
  await transition(tx, assignmentTransitions, assignment, action, { ...settled, ...change });
}
