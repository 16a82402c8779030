import { Port, type Transaction } from '#yui/platform';
import type { WorkOrder } from '../work-orders/work-order.entity.js';

/** What has to be settled before the buyer orders; a part that finds it missing throws. Under the lock of the order. */
export const beforeOrdering = new Port<[tx: Transaction, order: WorkOrder]>('beforeOrdering');
