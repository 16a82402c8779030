import type { Transaction } from '#yui/platform';
import type { WorkOrder } from '#yui/orders';
import { WorkRejection } from './work-rejection.entity.js';

/** As long as the desk has not said what it does about the buyer's no, nothing is delivered again. */
export async function isRejected(tx: Transaction, { id: workOrderId }: WorkOrder): Promise<boolean> {
  return tx.manager.existsBy(WorkRejection, { workOrderId, status: 'OPEN' });
}
