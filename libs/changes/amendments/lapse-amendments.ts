import { type Transaction, transition } from '#yui/platform';
import { shareChangeTransitions } from '../share-changes/share-change.transitions.js';
import { ShareChange } from '../share-changes/share-change.entity.js';
import type { WorkOrder } from '#yui/orders';
import { Amendment } from './amendment.entity.js';
import { amendmentTransitions } from './amendment.transitions.js';

/** The order has ended: nobody need decide about a change of it, or of a share. */
export async function lapseAmendments(tx: Transaction, { id: workOrderId }: WorkOrder): Promise<void> {
  const open = await tx.manager.findOneBy(Amendment, { workOrderId, status: 'PROPOSED' });
  if (open) await transition(tx, amendmentTransitions, open, 'lapse');
  const wishes = await tx.manager.find(ShareChange, {
    where: { workOrderId, status: 'PROPOSED' },
    order: { id: 'ASC' },
  });
  for (const wish of wishes) await transition(tx, shareChangeTransitions, wish, 'lapse');
}
