import { type WorkOrder, workOrderTransitions } from '#yui/orders';
import type { Actor } from '#yui/platform';

export type BasisAction = 'decide';

/** The buyer decides, and decides again, as long as it can place the order. */
export function basisActions(actor: Actor, { status }: Pick<WorkOrder, 'status'>): BasisAction[] {
  return workOrderTransitions.availableActions(status, actor).includes('order') ? ['decide'] : [];
}
