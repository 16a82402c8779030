import { contractTransitions, referralTransitions, transferRunTransitions } from '#yui/contracts';
import {
  amendmentTransitions,
  cancellationTransitions,
  rejectionTransitions,
  shareChangeTransitions,
} from '#yui/changes';
import { assignmentTransitions } from '#yui/fulfilment';
import { callResponseTransitions, callTransitions } from '#yui/sourcing';
import { questionTransitions } from '#yui/correspondence';
import { inquiryTransitions, quoteTransitions, workOrderTransitions } from '#yui/orders';
import type { TransitionTable } from '#yui/platform';
import { standingOrderTransitions } from '#yui/recurring';
import { publicationTransitions } from '#yui/procurement';
import { wageReturnTransitions } from '#yui/wages';

/** Everything that has a life of its own. */
export const TABLES: readonly TransitionTable<string, string>[] = [
  workOrderTransitions,
  quoteTransitions,
  standingOrderTransitions,
  callTransitions,
  callResponseTransitions,
  assignmentTransitions,
  rejectionTransitions,
  amendmentTransitions,
  shareChangeTransitions,
  cancellationTransitions,
  questionTransitions,
  contractTransitions,
  referralTransitions,
  transferRunTransitions,
  publicationTransitions,
  wageReturnTransitions,
  inquiryTransitions,
];
