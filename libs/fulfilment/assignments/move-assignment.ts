import type { Transaction } from '#yui/platform';
import { Assignment } from './assignment.entity.js';
import { type AssignmentAction, assignmentTransitions } from './assignment.transitions.js';

/**
 * Takes one step in the life of a locked assignment and writes it down. `assignment` is brought up to date as well.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function moveAssignment(
  tx: Transaction,
  assignment: Assignment,
  action: AssignmentAction,
  change: Partial<Assignment> = {},
): Promise<void> {
  const status = assignmentTransitions.next(assignment.status, action);
  const before = assignment.status;
  // Whatever happens to it ends the time in which an answer can be taken back; an answer begins it.
  const changed = { undoUntil: null, ...change, status };
  Object.assign(assignment, changed);
  await tx.manager.update(Assignment, { id: assignment.id }, changed);
  await tx.audit(
    `assignment.${action}`,
    { deskId: assignment.deskId, subjectType: 'Assignment', subjectId: assignment.id },
    { from: before, to: status, ...change },
  );
}
