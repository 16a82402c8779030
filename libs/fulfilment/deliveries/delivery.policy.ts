import type { Actor } from '#yui/platform';
import { type AssignmentState, assignmentTransitions } from '../assignments/assignment.transitions.js';

export type DeliveryAction = 'inspect';

/** What can be done with a delivery: it is inspected once, while the life of its share allows it. */
export function deliveryActions(actor: Actor, status: AssignmentState, isInspected: boolean): DeliveryAction[] {
  const isOffered = assignmentTransitions.availableActions(status, actor).includes('inspect');
  return isOffered && !isInspected ? ['inspect'] : [];
}
