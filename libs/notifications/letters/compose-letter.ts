import { In, IsNull, Not } from 'typeorm';
import type { Letter } from '#yui/papers';
import type { Transaction } from '#yui/platform';
import { Notification } from '../inbox/notification.entity.js';
import { answeredBy } from '../links/answer-path.js';
import { isStillTold, messageTo } from '../messages/is-still-told.js';
import type { Cause } from '../messages/message.js';
import { type OpenLetter, writeLetter } from './write-letter.js';

/** So many letters about one answer are looked at: the newest. */
const MAX_LATER = 20;

/**
 * The letter as things stand now; null: it has been overtaken. What asks for an answer says what the page behind its code says:
 * before it is sent it is written again, and of several letters about one answer the newest is the one that holds.
 */
export async function composeLetter(tx: Transaction, letter: OpenLetter, publicUrl: string): Promise<Letter | null> {
  if (letter.status === 'DROPPED') return null;
  const cause = causeOf(letter);
  const message = await messageTo(tx, cause, letter.organisationId);
  if (!message) return null;
  if (answeredBy(letter.kind) === null) return writeLetter(tx, letter, cause, publicUrl);
  if (await isFollowed(tx, letter)) return null;
  const { subject, body } = message;
  if (body !== letter.body) {
    // A copy of what was sent says what was sent; these terms are gone.
    if (letter.status === 'SENT') return null;
    await tx.manager.update(Notification, { id: letter.id }, { subject, body });
  }
  return writeLetter(tx, { ...letter, subject, body }, cause, publicUrl);
}

function causeOf({ kind, payload }: Notification): Cause {
  return { name: kind, payload: payload ?? {} };
}

/** Whether a later letter, which holds itself, asks the same organisation for the same answer. */
async function isFollowed(tx: Transaction, letter: OpenLetter): Promise<boolean> {
  const asked = answeredBy(letter.kind);
  if (asked === null) return false;
  const { id, deskId, organisationId, workOrderId, createdAt, payload } = letter;
  const later = await tx.manager
    .createQueryBuilder(Notification, 'later')
    .where({ deskId, organisationId, workOrderId: workOrderId ?? IsNull(), channel: 'LETTER' })
    .andWhere({ kind: In(asked.kinds), status: Not('DROPPED'), id: Not(id) })
    .andWhere('later.payload ->> :key = :of', { key: asked.key, of: payload?.[asked.key] ?? null })
    .andWhere('(later.created_at, later.id) > (:createdAt, :id::uuid)', { createdAt, id })
    .orderBy('later.createdAt', 'DESC')
    .addOrderBy('later.id', 'DESC')
    .limit(MAX_LATER)
    .getMany();
  for (const each of later) if (await isStillTold(tx, causeOf(each), organisationId)) return true;
  return false;
}
