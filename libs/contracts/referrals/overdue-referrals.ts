import { WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import { OPEN_REFERRAL_STATES } from '../contract/contract.transitions.js';

const BATCH = 50;

/**
 * Introductions of which nothing was reported for so many days since the buyer chose, or since the two were last said to
 * be talking. Their orders are locked; those somebody is working on are left for the next round.
 */
export async function lockOverdueReferrals(
  tx: Transaction,
  days: number,
  options: { isUnreminded: boolean },
): Promise<Contract[]> {
  // Written out, so that PostgreSQL knows the index of the few that are open.
  const open = OPEN_REFERRAL_STATES.map((state) => `'${state}'`).join(', ');
  const isOverdue = `contract.status IN (${open})
    AND coalesce(contract.negotiating_at, work_order.ordered_at) < CAST(:now AS timestamptz) - make_interval(days => :days)
    ${options.isUnreminded ? 'AND contract.reminded_at IS NULL' : ''}`;
  const since = { now: tx.now, days };
  const orders = await tx.manager
    .createQueryBuilder(WorkOrder, 'work_order')
    .innerJoin(Contract, 'contract', 'contract.work_order_id = work_order.id')
    .where(isOverdue, since)
    .orderBy('work_order.id')
    .limit(BATCH)
    .setLock('pessimistic_write', undefined, ['work_order'])
    .setOnLocked('skip_locked')
    .getMany();
  // Looked for again under the locks: something may have been reported in between.
  return tx.manager
    .createQueryBuilder(Contract, 'contract')
    .innerJoin(WorkOrder, 'work_order', 'work_order.id = contract.work_order_id')
    .where('contract.workOrderId = ANY(:orderIds)', { orderIds: orders.map(({ id }) => id) })
    .andWhere(isOverdue, since)
    .orderBy('contract.workOrderId')
    .getMany();
}
