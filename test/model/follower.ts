import { ASSIGNMENT_STATES, assignmentTransitions, WORK_ORDER_STATES, workOrderTransitions } from '#yui/orders';
import type { Role, TransitionTable } from '#yui/platform';
import type { Stage } from './stage.js';

type Mover = Role | 'SYSTEM';

interface Move {
  readonly subject: 'WorkOrder' | 'Assignment';
  readonly id: string;
  readonly action: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly sequence: number;
}

const TABLES = {
  WorkOrder: workOrderTransitions as unknown as TransitionTable<string, string>,
  Assignment: assignmentTransitions as unknown as TransitionTable<string, string>,
};

/** Which states and steps of the tables were gone through, over all runs. */
export class Coverage {
  private readonly reached = new Map<string, number>();

  add(name: string): void {
    this.reached.set(name, (this.reached.get(name) ?? 0) + 1);
  }

  /** Every state and step of the two tables, and how often it was reached. */
  all(): { readonly name: string; readonly times: number }[] {
    const names = [
      ...WORK_ORDER_STATES.map((state) => `WorkOrder ${state}`),
      ...stepsOf(workOrderTransitions),
      ...ASSIGNMENT_STATES.map((state) => `Assignment ${state}`),
      ...stepsOf(assignmentTransitions),
    ];
    return names.map((name) => ({ name, times: this.reached.get(name) ?? 0 }));
  }
}

function stepsOf<State extends string, Action extends string>(table: TransitionTable<State, Action>): string[] {
  return table.transitions.flatMap(({ from, action }) => from.map((state) => `${table.subject} ${state} ${action}`));
}

/** Follows every step of every order and assignment: each must be one of its table, and go on where the last one ended. */
export class Follower {
  private lastSequence = 0;
  private readonly states = new Map<string, string>();

  constructor(
    private readonly stage: Stage,
    private readonly coverage: Coverage,
  ) {}

  /** Begins with what happens from now on. */
  async begin(): Promise<void> {
    const [row] = await this.stage.rows<{ last: number | null }>(
      'SELECT max(sequence)::bigint AS last FROM audit_link WHERE desk_id = $1',
      [this.stage.desk.organisationId],
    );
    this.lastSequence = row?.last ?? 0;
  }

  /** @returns what was not in order */
  async follow(): Promise<string[]> {
    const moves = await this.stage.rows<Move>(
      `SELECT subject_type AS subject, subject_id AS id, split_part(action, '.', 2) AS action, role, change ->> 'from' AS from,
         change ->> 'to' AS to, coalesce(work_order.status, assignment.status) AS status, sequence
       FROM audit_link JOIN audit_entry ON audit_entry.id = entry_id
       LEFT JOIN work_order ON work_order.id = subject_id LEFT JOIN assignment ON assignment.id = subject_id
       WHERE audit_link.desk_id = $2 AND sequence > $1 AND subject_type IN ('WorkOrder', 'Assignment') AND change ? 'from' AND change ? 'to'
       ORDER BY sequence`,
      [this.lastSequence, this.stage.desk.organisationId],
    );
    const problems = moves.flatMap((move) => this.problemOf(move));
    for (const { subject, id, status, sequence } of moves) {
      this.lastSequence = Math.max(this.lastSequence, sequence);
      const state = this.states.get(id);
      if (state !== status) problems.push(`${subject} ${id} is ${status}, and its last step led to ${state}`);
    }
    return problems;
  }

  private problemOf({ subject, id, action, from, to, role }: Move): string[] {
    const table = TABLES[subject];
    const before = this.states.get(id) ?? table.initial;
    this.states.set(id, to);
    this.coverage.add(`${subject} ${before}`);
    this.coverage.add(`${subject} ${to}`);
    this.coverage.add(`${subject} ${from} ${action}`);
    const step = table.transitions.find((each) => each.action === action && each.from.includes(from));
    const isLegal =
      before === from && step?.to === to && (step.by.includes('SYSTEM') || step.by.includes(role as Mover));
    return isLegal ? [] : [`${role} took ${subject} ${id} by ${action} from ${from} (it was ${before}) to ${to}`];
  }
}
