import { In } from 'typeorm';
import { WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { Contract } from './contract.entity.js';

const BATCH = 50;

const OPEN_STATES = ['INTRODUCED', 'NEGOTIATING'] as const;

/**
 * Introductions of which nothing was reported for so many days since the buyer chose, or since the two were last said to
 * be talking. Their orders are locked; those
 * somebody is working on are left for the next round.
 */
export async function lockOverdueReferrals(
  tx: Transaction,
  days: number,
  options: { isUnreminded: boolean },
): Promise<Contract[]> {
  const query = tx.manager
    .createQueryBuilder(WorkOrder, 'work_order')
    .innerJoin(Contract, 'contract', 'contract.work_order_id = work_order.id')
    .where('contract.status = ANY(:open)', { open: OPEN_STATES })
    .andWhere(
      `coalesce(contract.negotiating_at, work_order.ordered_at) < CAST(:now AS timestamptz) - make_interval(days => :days)`,
      {
        now: tx.now,
        days,
      },
    );
  if (options.isUnreminded) query.andWhere('contract.reminded_at IS NULL');
  const orders = await query
    .orderBy('work_order.id')
    .limit(BATCH)
    .setLock('pessimistic_write', undefined, ['work_order'])
    .setOnLocked('skip_locked')
    .getMany();
  const contracts: Contract[] = [];
  for (const order of orders) {
    contracts.push(...(await tx.manager.findBy(Contract, { workOrderId: order.id, status: In(OPEN_STATES) })));
  }
  return contracts;
}
