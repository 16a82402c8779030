import type { Transaction } from '#yui/platform';
import { WorkOrder } from '#yui/orders';
import { Assignment } from '../assignments/assignment.entity.js';

const MAX_ORDERS = 20;

/**
 * Open offers whose moment (`remind_at`, `answer_by`) has come, with their orders, locked order first. Orders somebody
 * else is working on are left for the next round.
 */
export async function lockDueOffers(
  tx: Transaction,
  moment: 'remind_at' | 'answer_by',
): Promise<{ order: WorkOrder; assignments: Assignment[] }[]> {
  const isDue = `offer.status = 'OFFERED' AND offer.${moment} <= :now${moment === 'remind_at' ? ' AND offer.reminded_at IS NULL' : ''}`;
  const orders = await tx.manager
    .createQueryBuilder(WorkOrder, 'work_order')
    .where(`EXISTS (SELECT 1 FROM assignment offer WHERE offer.work_order_id = work_order.id AND ${isDue})`, {
      now: tx.now,
    })
    .orderBy('work_order.id')
    .limit(MAX_ORDERS)
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .getMany();
  const due: { order: WorkOrder; assignments: Assignment[] }[] = [];
  for (const order of orders) {
    const assignments = await tx.manager
      .createQueryBuilder(Assignment, 'offer')
      .where('offer.work_order_id = :id', { id: order.id })
      .andWhere(isDue, { now: tx.now })
      .orderBy('offer.id')
      .setLock('pessimistic_write')
      .getMany();
    due.push({ order, assignments });
  }
  return due;
}
