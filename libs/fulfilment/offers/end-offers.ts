import { type Transaction, SYSTEM } from '#yui/platform';
import { WorkOrder } from '#yui/orders';
import { advanceOrder } from '../assignments/advance-order.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { withdrawLocked } from './withdraw-assignment.js';

const REASON = '会員登録が終了したため / the registration has ended';

/**
 * Withdraws what a desk has offered to a facility and the facility has not answered: an unanswered offer is no promise. The
 * order shows the units as open at once.
 */
export async function endOffers(
  tx: Transaction,
  between: { readonly deskId: string; readonly facilityId: string },
): Promise<void> {
  const system = tx.as(SYSTEM);
  const offered = await tx.manager.findBy(Assignment, { ...between, status: 'OFFERED' });
  for (const workOrderId of [...new Set(offered.map((row) => row.workOrderId))].sort()) {
    const order = await tx.lock(WorkOrder, { id: workOrderId });
    // Read again under the lock: some may have been answered meanwhile.
    const own = await tx.manager.find(Assignment, {
      where: { ...between, workOrderId, status: 'OFFERED' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const assignment of own) await withdrawLocked(system, assignment, REASON);
    await advanceOrder(system, order);
  }
}
