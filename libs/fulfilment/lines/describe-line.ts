import type { Assignment } from '../assignments/assignment.entity.js';
import { isCommitted, type Placement, placementOf } from '../assignments/placement.js';
import type { Step, WorkOrderLine } from '#yui/orders';

/** As much of an assignment as it takes to count units. */
export type ShareUnits = Pick<
  Assignment,
  'stepId' | 'status' | 'offeredUnits' | 'acceptedUnits' | 'reducedUnits' | 'doneUnits'
>;

/** A step with what became of the units of its line in it. */
export interface StepView extends Step, Placement {
  /** Placed although the order was made smaller: facilities have not agreed to less yet. */
  readonly surplus: number;
  /** Made so far in this step, as the facilities report. */
  readonly done: number;
}

export interface LineProgress extends Placement {
  /** Of the step that has most too many. */
  readonly surplus: number;
  readonly done: number;
  readonly steps: readonly StepView[];
}

/**
 * Where the units of a line are, step by step. A unit of the line is placed, committed or done when it is so in every
 * step: the line has as much as the step that has least.
 * @param steps in their order
 */
export function describeLine<Line extends Pick<WorkOrderLine, 'quantity'>>(
  line: Line,
  steps: readonly Step[],
  assignmentsOf: ReadonlyMap<string, readonly ShareUnits[]>,
): Line & LineProgress {
  const views = steps.map((step) => {
    const assignments = assignmentsOf.get(step.id) ?? [];
    const done = assignments.filter(isCommitted).reduce((units, assignment) => units + assignment.doneUnits, 0);
    const placement = placementOf(line.quantity, assignments);
    const unplaced = Math.max(0, placement.unplaced);
    return { ...step, ...placement, unplaced, surplus: Math.max(0, -placement.unplaced), done };
  });
  const least = (name: 'placed' | 'committed' | 'done') => Math.min(...views.map((view) => view[name]));
  const placed = least('placed');
  return {
    ...line,
    placed,
    committed: least('committed'),
    unplaced: Math.max(0, line.quantity - placed),
    surplus: Math.max(...views.map((view) => view.surplus)),
    done: least('done'),
    steps: views,
  };
}
