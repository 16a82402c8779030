import type { Assignment } from '../assignments/assignment.entity.js';
import { isCommitted, type Placement, placementOf } from '../assignments/placement.js';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { Step } from './step.entity.js';

/** A step with what became of the units of its line in it. */
export interface StepView extends Step, Placement {
  /** Made so far in this step, as the facilities report. */
  readonly done: number;
}

export interface LineProgress extends Placement {
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
  assignmentsOf: ReadonlyMap<string, readonly Assignment[]>,
): Line & LineProgress {
  const views = steps.map((step) => {
    const assignments = assignmentsOf.get(step.id) ?? [];
    const done = assignments.filter(isCommitted).reduce((units, assignment) => units + assignment.doneUnits, 0);
    return { ...step, ...placementOf(line.quantity, assignments), done };
  });
  const least = (name: 'placed' | 'committed' | 'done') => Math.min(...views.map((view) => view[name]));
  const placed = least('placed');
  return {
    ...line,
    placed,
    committed: least('committed'),
    unplaced: line.quantity - placed,
    done: least('done'),
    steps: views,
  };
}
