import { Port, type Transaction } from '#yui/platform';
import type { WorkOrder } from './work-order.entity.js';

/**
 * Somebody owes more or less for the order than before: work was handed over, looked at, given back, accepted, or settled
 * after a cancellation. The books follow in the same transaction, so that what was done can be billed as soon as the answer
 * is there. Run it last, with the order locked.
 */
export const onOwedChanged = new Port<[tx: Transaction, order: WorkOrder]>('onOwedChanged');
