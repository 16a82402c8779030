import { OutboxEvent, type Transaction } from '#yui/platform';
import type { Notification } from '../inbox/notification.entity.js';
import { composeMessages } from './compose-messages.js';

/** The event a notification tells of; null: what it tells has been overtaken, or the event is gone. */
export async function causeStillTrue(
  tx: Transaction,
  { eventId, organisationId: receiver }: Pick<Notification, 'eventId' | 'organisationId'>,
): Promise<OutboxEvent | null> {
  const cause = await tx.manager.findOneBy(OutboxEvent, { id: eventId });
  const messages = cause ? await composeMessages(tx.manager, cause, tx.now) : [];
  return messages.some(({ organisationId }) => organisationId === receiver) ? cause : null;
}
