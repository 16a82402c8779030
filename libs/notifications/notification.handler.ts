import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { peopleOf } from '#yui/identity';
import {
  CONFIG,
  type Config,
  type EventHandler,
  EventHandlers,
  importOf,
  type OutboxEvent,
  type Transaction,
} from '#yui/platform';
import { needsLetter, queueLetter } from './letters/queue-letter.js';
import { MAIL_QUEUED } from './mail.handler.js';
import { composeMessages, TOLD_EVENTS } from './messages/compose-messages.js';
import { Notification } from './inbox/notification.entity.js';
import { URGENT_EVENTS, WITH_PAPER } from './urgent-events.js';

const MINUTE_MS = 60_000;
/** Long enough for a paper to be made. */
const MAX_PAPER_MINUTES = 5;
/** So many are told in one mail; what comes after them begins another. */
const MAX_IN_MAIL = 20;

/**
 * Stores who is to be told what about an event: one row for each person and channel. What is urgent leaves at once; the
 * rest joins the mail that waits for the same person and organisation, or begins one. Of single steps of an import nobody is told.
 */
@Injectable()
export class NotificationHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'notifications';
  readonly events = TOLD_EVENTS;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'MAIL_GATHER_MINUTES'>,
    private readonly handlers: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  async handle(event: OutboxEvent, tx: Transaction): Promise<void> {
    // Each party is told at its end what an import brought along for it.
    if (importOf(event) !== null) return;
    const told = new Set<string>();
    for (const message of await composeMessages(tx.manager, event, tx.now)) {
      const { organisationId, path, subject, body, paperId = null, workOrderId } = message;
      const about = {
        eventId: event.id,
        deskId: event.deskId,
        workOrderId: workOrderId ?? orderIn(event),
        organisationId,
        kind: event.name,
        subject,
        body,
        link: path,
        paperId,
      };
      if (await needsLetter(tx, about)) await queueLetter(tx, { ...about, payload: event.payload });
      for (const { accountId } of await peopleOf(tx.manager, [organisationId])) {
        // Who belongs to several of the organisations is told once, for the first of them.
        if (told.has(accountId)) continue;
        told.add(accountId);
        const row = { ...about, accountId, createdAt: tx.now };
        await tx.manager.insert(Notification, { ...row, id: tx.newId(), channel: 'IN_APP', status: 'UNREAD' });
        await this.queueMail(tx, event.deskId, row);
      }
    }
  }

  private waitOf(kind: string): number {
    if (URGENT_EVENTS.has(kind)) return 0;
    const { MAIL_GATHER_MINUTES: usual } = this.config;
    return (WITH_PAPER.has(kind) ? Math.min(MAX_PAPER_MINUTES, usual) : usual) * MINUTE_MS;
  }

  private async queueMail(
    tx: Transaction,
    deskId: string | null,
    row: Partial<Notification> & Pick<Notification, 'organisationId' | 'kind'> & { readonly accountId: string },
  ): Promise<void> {
    const id = tx.newId();
    const waitMs = this.waitOf(row.kind);
    const waiting = waitMs === 0 ? null : await waitingMail(tx, row);
    await tx.manager.insert(Notification, {
      ...row,
      id,
      channel: 'MAIL',
      status: 'QUEUED',
      mailId: waiting?.mailId ?? id,
      dueAt: waiting?.dueAt ?? (waitMs === 0 ? null : new Date(tx.now.getTime() + waitMs)),
    });
    if (waitMs === 0) await tx.emit(MAIL_QUEUED, deskId, { mailId: id });
  }
}

/** The mail that waits for this person and organisation, if it has room. Two events at once do not begin two. */
async function waitingMail(
  tx: Transaction,
  { accountId, organisationId }: Pick<Notification, 'organisationId'> & { readonly accountId: string },
): Promise<Pick<Notification, 'mailId' | 'dueAt'> | null> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${accountId} ${organisationId}`]);
  const waiting = await tx.manager.find(Notification, {
    where: { accountId, organisationId, channel: 'MAIL', status: 'QUEUED', dueAt: MoreThan(tx.now) },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: MAX_IN_MAIL,
  });
  const [last] = waiting;
  const isFull = waiting.filter(({ mailId }) => mailId === last?.mailId).length >= MAX_IN_MAIL;
  return last && !isFull ? last : null;
}

function orderIn({ payload }: OutboxEvent): string | null {
  return typeof payload.workOrderId === 'string' ? payload.workOrderId : null;
}
