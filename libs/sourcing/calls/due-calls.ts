import type { Transaction } from '#yui/platform';
import { Call } from './call.entity.js';

const MAX_CALLS = 50;

/** Open calls whose moment (`remind_at`, `closes_at`) has come, locked. Those in other hands are left for the next round. */
export async function lockDueCalls(tx: Transaction, moment: 'remind_at' | 'closes_at'): Promise<Call[]> {
  const query = tx.manager
    .createQueryBuilder(Call, 'call')
    .where(`call.status = 'OPEN' AND call.${moment} <= :now`, { now: tx.now });
  if (moment === 'remind_at') query.andWhere('call.reminded_at IS NULL');
  return query.orderBy('call.id').limit(MAX_CALLS).setLock('pessimistic_write').setOnLocked('skip_locked').getMany();
}
