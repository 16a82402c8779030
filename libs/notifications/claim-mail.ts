import { In } from 'typeorm';
import { peopleOf, type Recipient } from '#yui/identity';
import { OutboxEvent, type Transaction } from '#yui/platform';
import { Notification } from './inbox/notification.entity.js';
import { answerPathFor } from './links/answer-path.js';
import type { MailPart } from './mail-text.js';
import { isStillTold } from './messages/is-still-told.js';

/** How often who sends a mail says that it still does, in milliseconds. */
export const RENEW_MS = 1000;
/** How long a claim holds that is not renewed: somebody else may send then. */
const CLAIM = "clock_timestamp() + interval '4 seconds'";

type StoredPart = MailPart & { readonly notification: Notification };

export interface ClaimedMail {
  readonly parts: readonly [StoredPart, ...StoredPart[]];
  readonly recipient: Recipient;
}

/**
 * What of the mail is still to be sent: what it tells must be true now, and the person must still be there for the
 * organisation. The address is read at this moment and kept nowhere.
 * @returns null: nothing is; UNDER_WAY: another worker is sending it at this moment
 */
export async function claimMail(tx: Transaction, mailId: string): Promise<ClaimedMail | 'UNDER_WAY' | null> {
  const queued = await tx.manager.find(Notification, {
    where: { mailId, status: In(['QUEUED', 'SENDING']) },
    order: { createdAt: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const [first] = queued;
  if (!first) return null;
  if (queued.some(({ status }) => status === 'SENDING') && (await isUnderWay(tx, mailId))) return 'UNDER_WAY';
  const people = await peopleOf(tx.manager, [first.organisationId]);
  const recipient = people.find((person) => person.accountId === first.accountId);
  const parts: StoredPart[] = [];
  for (const notification of recipient ? queued : []) {
    const cause = await tx.manager.findOneBy(OutboxEvent, { id: notification.eventId });
    if (!cause || !(await isStillTold(tx, cause, notification.organisationId))) continue;
    parts.push({ notification, answerPath: await answerPathFor(tx, notification, cause) });
  }
  const sending = new Set(parts.map(({ notification }) => notification.id));
  for (const { id } of queued) {
    const isSent = sending.has(id);
    await tx.manager.update(
      Notification,
      { id },
      { status: isSent ? 'SENDING' : 'DROPPED', sendingUntil: isSent ? () => CLAIM : null },
    );
  }
  const [part, ...others] = parts;
  return recipient && part ? { parts: [part, ...others], recipient } : null;
}

/** Of the same mail, while it is being sent. */
export async function renewClaim(tx: Transaction, mailId: string): Promise<void> {
  await tx.manager.update(Notification, { mailId, status: 'SENDING' }, { sendingUntil: () => CLAIM });
}

/** It was not sent after all: the next attempt need not wait. */
export async function releaseMail(tx: Transaction, mailId: string): Promise<void> {
  await tx.manager.update(Notification, { mailId, status: 'SENDING' }, { sendingUntil: null });
}

/** By the clock of the database, which all workers share. */
async function isUnderWay(tx: Transaction, mailId: string): Promise<boolean> {
  const rows = await tx.manager.query<object[]>(
    `SELECT FROM notification WHERE mail_id = $1 AND status = 'SENDING' AND sending_until > clock_timestamp() LIMIT 1`,
    [mailId],
  );
  return rows.length > 0;
}
