import { IsNull } from 'typeorm';
import { Membership } from '#yui/directory';
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
 * writes no letters to itself.
 */
export async function needsLetter(tx: Transaction, told: Pick<Told, 'deskId' | 'organisationId'>): Promise<boolean> {
  const { organisationId } = told;
  const deskId = await deskToPrint(tx, told);
  if (!(await isParty(tx, organisationId)) || deskId === null) return false;
  if ((await peopleOf(tx.manager, [organisationId])).length === 0) return true;
  return tx.manager.existsBy(LetterParty, { deskId, organisationId });
}

/** Tells the organisation by a letter the desk prints and sends: one of each event, however many mails were refused. */
export async function queueLetter(tx: Transaction, told: Told): Promise<void> {
  const { eventId, workOrderId, organisationId, kind, subject, body, link, paperId, payload } = told;
  const deskId = await deskToPrint(tx, told);
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

/**
 * What is no desk's affair (the wages of a facility, a matter of its prefecture) is printed by the desk a facility is registered
 * with, of several the first. Null: there is none.
 */
async function deskToPrint(
  tx: Transaction,
  { deskId, organisationId }: Pick<Told, 'deskId' | 'organisationId'>,
): Promise<string | null> {
  if (deskId !== null) return deskId;
  const registered = await tx.manager.findOne(Membership, {
    where: { facilityId: organisationId, leftOn: IsNull() },
    order: { registeredAt: 'ASC', deskId: 'ASC' },
  });
  return registered?.deskId ?? null;
}

async function isParty(tx: Transaction, id: string): Promise<boolean> {
  const found = await tx.manager.query<object[]>(
    'SELECT FROM facility WHERE id = $1 UNION ALL SELECT FROM buyer WHERE id = $1',
    [id],
  );
  return found.length > 0;
}
