import type { Transaction } from '#yui/platform';
import { moveShareChange } from '../share-changes/move-share-change.js';
import { ShareChange } from '../share-changes/share-change.entity.js';
import type { WorkOrder } from '#yui/orders';
import { Amendment } from './amendment.entity.js';
import { type AmendmentAction, amendmentTransitions } from './amendment.transitions.js';

/**
 * Takes one step in the life of an amendment whose order is locked, and writes it down.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function moveAmendment(
  tx: Transaction,
  amendment: Amendment,
  action: AmendmentAction,
  change: Partial<Amendment> = {},
): Promise<void> {
  const before = amendment.status;
  const status = amendmentTransitions.next(before, action);
  Object.assign(amendment, change, { status });
  await tx.manager.update(Amendment, { id: amendment.id }, { ...change, status });
  await tx.audit(
    `amendment.${action}`,
    { deskId: amendment.deskId, subjectType: 'Amendment', subjectId: amendment.id },
    { from: before, to: status, ...change },
  );
}

/** The order has ended: nobody need decide about a change of it, or of a share. */
export async function lapseAmendments(tx: Transaction, { id: workOrderId }: WorkOrder): Promise<void> {
  const open = await tx.manager.findOneBy(Amendment, { workOrderId, status: 'PROPOSED' });
  if (open) await moveAmendment(tx, open, 'lapse');
  const wishes = await tx.manager.find(ShareChange, {
    where: { workOrderId, status: 'PROPOSED' },
    order: { id: 'ASC' },
  });
  for (const wish of wishes) await moveShareChange(tx, wish, 'lapse');
}
