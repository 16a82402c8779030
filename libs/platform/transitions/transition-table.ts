import { type Actor, ROLES, type Role } from '../context/actor.js';
import { defineErrors } from '../errors/domain-error.js';

/** Who makes a step: people in these roles, or the product itself (a deadline, the sum of other steps). */
export type Mover = Role | 'SYSTEM';

export interface Transition<State extends string, Action extends string> {
  readonly from: readonly State[];
  readonly action: Action;
  readonly to: State;
  readonly by: readonly Mover[];
}

const errors = defineErrors('TRANSITION', {
  NOT_ALLOWED: {
    ja: '今の状態では、この操作はできません。画面を開き直して、今の状態をご確認ください。',
    en: 'This cannot be done in the present state. Load the page again to see what it is.',
  },
});

/**
 * The life of one kind of entity as data: which action leads from which state to which, and who may take it. The same
 * table refuses wrong moves, offers the buttons of a page (`availableActions`) and is printed in the documentation.
 */
export class TransitionTable<State extends string, Action extends string> {
  constructor(
    readonly subject: string,
    readonly initial: State,
    readonly states: readonly State[],
    readonly transitions: readonly Transition<State, Action>[],
    /** Whose rows live it, where that is not the subject. */
    readonly entity: string = subject,
  ) {
    this.validate();
  }

  /** The state `action` leads to. @throws TRANSITION.NOT_ALLOWED when the table has no such step from `state`. */
  next(state: State, action: Action): State {
    const transition = this.find(state, action);
    if (!transition) throw errors.NOT_ALLOWED({ subject: this.subject, state, action });
    return transition.to;
  }

  /** What the audit calls it: `assignment.accept`. */
  auditAction(action: Action): string {
    return `${this.entity.charAt(0).toLowerCase()}${this.entity.slice(1)}.${action}`;
  }

  can(state: State, action: Action): boolean {
    return this.find(state, action) !== undefined;
  }

  /** What this actor may do now, in the order of the table. */
  availableActions(state: State, actor: Actor): Action[] {
    return this.transitions
      .filter((transition) => transition.from.includes(state) && transition.by.includes(actor.role))
      .map((transition) => transition.action);
  }

  private find(state: State, action: Action) {
    return this.transitions.find((transition) => transition.action === action && transition.from.includes(state));
  }

  /** A table that cannot be right stops the process while it starts. */
  private validate(): void {
    const fail = (problem: string): never => {
      throw new Error(`Transition table of ${this.subject}: ${problem}`);
    };
    const known = new Set<string>([...ROLES, 'SYSTEM']);
    const seen = new Set<string>();
    for (const { from, action, to, by } of this.transitions) {
      for (const state of [...from, to]) if (!this.states.includes(state)) fail(`unknown state ${state}`);
      for (const mover of by) if (!known.has(mover)) fail(`unknown role ${mover}`);
      if (by.length === 0) fail(`nobody may ${action}`);
      for (const state of from) {
        if (seen.has(`${state} ${action}`)) fail(`${action} from ${state} is there twice`);
        seen.add(`${state} ${action}`);
      }
    }
    const reached = new Set<State>([this.initial]);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const { from, to } of this.transitions) if (from.some((state) => reached.has(state))) reached.add(to);
    }
    for (const state of this.states) if (!reached.has(state)) fail(`${state} cannot be reached`);
  }
}
