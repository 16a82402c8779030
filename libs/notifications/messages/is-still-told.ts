import type { Transaction } from '#yui/platform';
import { composeMessages } from './compose-messages.js';
import type { Cause } from './message.js';

/** Whether an organisation is still told of an event, as things stand now. */
export async function isStillTold(tx: Transaction, cause: Cause, receiverId: string): Promise<boolean> {
  const messages = await composeMessages(tx.manager, cause, tx.now);
  return messages.some(({ organisationId }) => organisationId === receiverId);
}
