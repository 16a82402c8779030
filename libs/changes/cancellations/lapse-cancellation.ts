import type { Transaction } from '#yui/platform';
import type { WorkOrder } from '#yui/orders';
import { moveCancellation } from './move-cancellation.js';
import { openCancellation } from './request-cancellation.js';

/** The buyer has accepted the work: what it asked for before has come too late. */
export async function lapseCancellation(tx: Transaction, order: WorkOrder): Promise<void> {
  const cancellation = await openCancellation(tx, order);
  if (cancellation) await moveCancellation(tx, cancellation, 'withdraw');
}
