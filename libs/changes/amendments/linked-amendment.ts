import { Buyer, Desk, WorkType } from '#yui/directory';
import { amountsOf, WorkOrder, type WorkOrderLine, workOrderTransitions } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { amendedOrder } from './amended-order.js';
import type { AmendmentLine } from './amendment-line.entity.js';
import { Amendment } from './amendment.entity.js';

/** OPEN: it can be answered. OVER: the desk took it back, or the order has gone on since. */
export type LinkedAmendmentState = 'OPEN' | 'AGREED' | 'REFUSED' | 'OVER';

/** A line that becomes another one, with the words of its work. */
export interface LinkedChange extends Pick<
  AmendmentLine,
  | 'quantity'
  | 'previousQuantity'
  | 'dueOn'
  | 'previousDueOn'
  | 'unitPriceSen'
  | 'previousUnitPriceSen'
  | 'specification'
> {
  readonly workTypeJa: string;
  readonly unit: string;
}

/** What somebody with the link reads of a proposal, and what has become of it. */
export interface LinkedAmendment {
  readonly state: LinkedAmendmentState;
  readonly buyerName: string;
  readonly deskName: string;
  readonly orderNumber: string;
  readonly orderTitle: string;
  readonly reason: string;
  readonly refusalReason: string;
  readonly changes: readonly LinkedChange[];
  /** What the order comes to with tax, in yen, while it can be answered; else null. */
  readonly yen: { readonly before: number; readonly after: number } | null;
}

export async function readLinkedAmendment(tx: Transaction, amendmentId: string): Promise<LinkedAmendment> {
  const amendment = await tx.get(Amendment, { id: amendmentId });
  const order = await tx.get(WorkOrder, { id: amendment.workOrderId });
  const { changes, linesBefore, linesAfter, prices } = await amendedOrder(tx, amendment, []);
  const state = stateOf(amendment, order);
  const wholeYen = async (lines: readonly WorkOrderLine[], others?: ReadonlyMap<string, number>) => {
    const { amountYen, taxYen } = await amountsOf(tx, order, lines, others);
    return amountYen + taxYen;
  };
  const shown: LinkedChange[] = [];
  for (const change of changes) {
    const line = linesBefore.find(({ id }) => id === change.workOrderLineId);
    const { nameJa, unit } = await tx.get(WorkType, { code: line?.workTypeCode ?? '' });
    shown.push({ ...change, workTypeJa: nameJa, unit });
  }
  return {
    state,
    buyerName: (await tx.get(Buyer, { id: amendment.buyerId })).name,
    deskName: (await tx.get(Desk, { id: amendment.deskId })).name,
    orderNumber: order.number,
    orderTitle: order.title,
    reason: amendment.reason,
    refusalReason: amendment.refusalReason ?? '',
    changes: shown,
    yen: state === 'OPEN' ? { before: await wholeYen(linesBefore), after: await wholeYen(linesAfter, prices) } : null,
  };
}

function stateOf({ status }: Amendment, order: WorkOrder): LinkedAmendmentState {
  if (status === 'ACCEPTED') return 'AGREED';
  if (status === 'REFUSED') return 'REFUSED';
  return status === 'PROPOSED' && workOrderTransitions.can(order.status, 'proposeAmendment') ? 'OPEN' : 'OVER';
}
