import type { Role } from '#yui/platform';
import { TABLES } from '../harness/transition-tables.js';
import type { Stage } from './stage.js';

const tableOf = new Map(TABLES.map((table) => [table.subject, table]));
/** What begins as it says: an answer as a yes or a no, the new price of an order that was amended as agreed. */
const BEGINS_OTHERWISE = new Set(['CallResponse', 'Quote']);

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
  'quote',
  'assignment',
  'call',
  'call_response',
  'work_rejection',
  'amendment',
  'share_change',
  'cancellation',
  'question',
  'contract',
  `(SELECT id, CASE WHEN published_on IS NULL THEN 'DRAFT' ELSE 'PUBLISHED' END AS status FROM publication)`,
].map((table) => `SELECT id, status FROM ${table} rows`);

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
    return problems;
  }

  private problemOf({ subject, id, action, from, to, role }: Move): string[] {
    const table = tableOf.get(subject);
    if (!table) return [`${subject} has no table`];
    const before = this.states.get(id) ?? (BEGINS_OTHERWISE.has(subject) ? from : table.initial);
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
