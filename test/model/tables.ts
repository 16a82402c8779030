import { contractTransitions, referralTransitions } from '#yui/contracts';
import {
  amendmentTransitions,
  assignmentTransitions,
  callResponseTransitions,
  callTransitions,
  cancellationTransitions,
  questionTransitions,
  quoteTransitions,
  rejectionTransitions,
  shareChangeTransitions,
  workOrderTransitions,
} from '#yui/orders';
import type { TransitionTable } from '#yui/platform';

/** Everything that has a life of its own. */
export const TABLES: readonly TransitionTable<string, string>[] = [
  workOrderTransitions,
  quoteTransitions,
  assignmentTransitions,
  callTransitions,
  callResponseTransitions,
  rejectionTransitions,
  amendmentTransitions,
  shareChangeTransitions,
  cancellationTransitions,
  questionTransitions,
  contractTransitions,
  referralTransitions,
];

export const tableOf = new Map(TABLES.map((table) => [table.subject, table]));
