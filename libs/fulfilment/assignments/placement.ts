import type { Assignment } from './assignment.entity.js';
import { COMMITTED_STATES } from './assignment.transitions.js';

/** Where the units of one line are. `placed` + `unplaced` = the quantity of the line. */
export interface Placement {
  /** Planned, waiting for an answer, or said yes to. */
  readonly placed: number;
  /** Said yes to, defects that were taken off not counted. */
  readonly committed: number;
  readonly unplaced: number;
}

export function isCommitted(assignment: Pick<Assignment, 'status'>): boolean {
  return COMMITTED_STATES.includes(assignment.status);
}

/** Units of the line this assignment stands for now. */
export function unitsOf(
  assignment: Pick<Assignment, 'status' | 'offeredUnits' | 'acceptedUnits' | 'reducedUnits'>,
): number {
  if (isCommitted(assignment)) return (assignment.acceptedUnits ?? 0) - assignment.reducedUnits;
  return assignment.status === 'PLANNED' || assignment.status === 'OFFERED' ? assignment.offeredUnits : 0;
}

export function placementOf(
  quantity: number,
  assignments: readonly Pick<Assignment, 'status' | 'offeredUnits' | 'acceptedUnits' | 'reducedUnits'>[],
): Placement {
  const sum = (rows: typeof assignments) => rows.reduce((units, row) => units + unitsOf(row), 0);
  const placed = sum(assignments);
  return { placed, committed: sum(assignments.filter(isCommitted)), unplaced: quantity - placed };
}
