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
  Object.assign(assignment, change, { status });
  await tx.manager.update(Assignment, { id: assignment.id }, { ...change, status });
  await tx.audit(
    `assignment.${action}`,
    { deskId: assignment.deskId, subjectType: 'Assignment', subjectId: assignment.id },
    { from: before, to: status, ...change },
  );
}
