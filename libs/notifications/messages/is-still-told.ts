import type { Transaction } from '#yui/platform';
import { composeMessages } from './compose-messages.js';
import type { Cause, Message } from './message.js';

/** What an organisation is told of an event, as things stand now; undefined: nothing any more. */
export async function messageTo(tx: Transaction, cause: Cause, receiverId: string): Promise<Message | undefined> {
  const messages = await composeMessages(tx.manager, cause, tx.now);
  return messages.find(({ organisationId }) => organisationId === receiverId);
}

/** Whether an organisation is still told of an event, as things stand now. */
export async function isStillTold(tx: Transaction, cause: Cause, receiverId: string): Promise<boolean> {
  return (await messageTo(tx, cause, receiverId)) !== undefined;
}
