import type { Actor } from '#yui/platform';
import type { ContractType } from './work-order.entity.js';
import { type WorkOrderAction, type WorkOrderState, workOrderTransitions } from './work-order.transitions.js';

/** What decides, besides the state of an order, what can be done with it. */
export interface OrderSituation {
  readonly status: WorkOrderState;
  readonly contractType: ContractType | null;
  /** Its quote can still be answered: the last day has not passed. */
  readonly hasOpenQuote: boolean;
  /** A government has to decide by which item it orders first. */
  readonly lacksBasis: boolean;
  readonly hasPlannedShares: boolean;
  /** One side asked for something, and the other one has not answered. */
  readonly hasOpenAmendment: boolean;
  readonly hasOpenCancellation: boolean;
}

/** What the actor may do with an order now: what its state allows and nothing stands against. */
export function workOrderActions(actor: Actor, order: OrderSituation): WorkOrderAction[] {
  // 斡旋型: nothing is sent to facilities, and the order is closed by reporting the outcome of its contract.
  const isReferral = order.contractType === 'REFERRAL';
  const isPossible: Partial<Record<WorkOrderAction, boolean>> = {
    order: order.hasOpenQuote && !order.lacksBasis,
    refuseQuote: order.hasOpenQuote,
    sendAssignments: order.hasPlannedShares,
    proposeAmendment: !isReferral && !order.hasOpenAmendment,
    requestCancellation: !isReferral && !order.hasOpenCancellation,
    cancel: !isReferral,
  };
  return workOrderTransitions.availableActions(order.status, actor).filter((action) => isPossible[action] ?? true);
}
