import { type QuoteState, quoteTransitions } from '#yui/orders';
import type { Role } from '#yui/platform';
import type { Stage } from './stage.js';
import { tableOf } from './tables.js';

type Mover = Role | 'SYSTEM';

interface Move {
  readonly subject: string;
  readonly id: string;
  readonly action: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  /** Where it is now. */
  readonly status: string;
  readonly sequence: number;
}

const STATUSES = [
  'work_order',
  'assignment',
  'call',
  'call_response',
  'work_rejection',
  'amendment',
  'share_change',
  'cancellation',
  'question',
  'contract',
].map((table) => `SELECT id, status FROM ${table}`);

const MOVES = `
  SELECT CASE WHEN contract.type = 'REFERRAL' THEN 'Referral' ELSE subject_type END AS subject, subject_id AS id,
    split_part(action, '.', 2) AS action, role, change ->> 'from' AS from, change ->> 'to' AS to, now.status, sequence
  FROM audit_link JOIN audit_entry ON audit_entry.id = entry_id
  JOIN (${STATUSES.join(' UNION ALL ')}) now ON now.id = subject_id
  LEFT JOIN contract ON contract.id = subject_id
  WHERE audit_link.desk_id = $1 AND sequence > $2 AND change ? 'from' AND change ? 'to'
  ORDER BY sequence`;

/** Follows every step of everything: each must be one of its table, and go on where the last one ended. */
export class Follower {
  private lastSequence = 0;
  private readonly states = new Map<string, string>();

  constructor(
    private readonly stage: Stage,
    /** Hears of every state and step that was gone through. */
    private readonly reach: (name: string) => void,
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
    const moves = await this.stage.rows<Move>(MOVES, [this.stage.desk.organisationId, this.lastSequence], 'moves');
    const problems = moves.flatMap((move) => this.problemOf(move));
    for (const { subject, id, status, sequence } of moves) {
      this.lastSequence = Math.max(this.lastSequence, sequence);
      const state = this.states.get(id);
      if (state !== status) problems.push(`${subject} ${id} is ${status}, and its last step led to ${state}`);
    }
    return [...problems, ...(await this.followQuotes())];
  }

  /** What becomes of a quote is written down with its order; where it led is to be seen of the quote itself. */
  private async followQuotes(): Promise<string[]> {
    const quotes = await this.stage.rows<{ id: string; status: QuoteState }>(
      'SELECT id, status FROM quote',
      [],
      'quotes',
    );
    return quotes.flatMap(({ id, status: to }) => {
      const from = (this.states.get(id) ?? quoteTransitions.initial) as QuoteState;
      if (from === to) return [];
      this.states.set(id, to);
      const step = quoteTransitions.transitions.find((each) => each.from.includes(from) && each.to === to);
      if (!step) return [`Quote ${id} went from ${from} to ${to}`];
      for (const reached of [from, to, `${from} ${step.action}`]) this.reach(`Quote ${reached}`);
      return [];
    });
  }

  private problemOf({ subject, id, action, from, to, role }: Move): string[] {
    const table = tableOf.get(subject);
    if (!table) return [`${subject} has no table`];
    // An answer begins as what it says.
    const before = this.states.get(id) ?? (subject === 'CallResponse' ? from : table.initial);
    this.states.set(id, to);
    this.reach(`${subject} ${from}`);
    this.reach(`${subject} ${to}`);
    this.reach(`${subject} ${from} ${action}`);
    const step = table.transitions.find((each) => each.action === action && each.from.includes(from));
    const isLegal =
      before === from && step?.to === to && (step.by.includes('SYSTEM') || step.by.includes(role as Mover));
    return isLegal ? [] : [`${role} took ${subject} ${id} by ${action} from ${from} (it was ${before}) to ${to}`];
  }
}
