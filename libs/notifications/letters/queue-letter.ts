import { peopleOf } from '#yui/identity';
import type { Transaction } from '#yui/platform';
import { Notification } from '../inbox/notification.entity.js';
import { LetterParty } from './letter-party.entity.js';

type Told = Pick<
  Notification,
  'eventId' | 'deskId' | 'workOrderId' | 'organisationId' | 'kind' | 'subject' | 'body' | 'link' | 'paperId' | 'payload'
>;

/**
 * Whether a buyer or a facility is told by letter: nobody of it gets mails, or this desk reaches it by fax or post. A desk
 * writes no letters to itself, and nobody prints what is no desk's affair.
 */
export async function needsLetter(
  tx: Transaction,
  { deskId, organisationId }: Pick<Told, 'deskId' | 'organisationId'>,
): Promise<boolean> {
  if (!(await isParty(tx, organisationId)) || deskId === null) return false;
  if ((await peopleOf(tx.manager, [organisationId])).length === 0) return true;
  return tx.manager.existsBy(LetterParty, { deskId, organisationId });
}

/** Tells the organisation by a letter the desk prints and sends: one of each event, however many mails were refused. */
export async function queueLetter(tx: Transaction, told: Told): Promise<void> {
  const { eventId, deskId, workOrderId, organisationId, kind, subject, body, link, paperId, payload } = told;
  if (deskId === null || !(await isParty(tx, organisationId))) return;
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(Notification)
    .values({
      id: tx.newId(),
      eventId,
      deskId,
      workOrderId,
      accountId: null,
      organisationId,
      kind,
      subject,
      body,
      link,
      paperId,
      payload: payload ?? {},
      channel: 'LETTER',
      status: 'QUEUED',
      createdAt: tx.now,
    })
    .orIgnore()
    .execute();
}

async function isParty(tx: Transaction, id: string): Promise<boolean> {
  const found = await tx.manager.query<object[]>(
    'SELECT FROM facility WHERE id = $1 UNION ALL SELECT FROM buyer WHERE id = $1',
    [id],
  );
  return found.length > 0;
}
