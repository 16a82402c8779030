import { Injectable, type OnModuleInit } from '@nestjs/common';
import { peopleOf } from '#yui/identity';
import { type EventHandler, EventHandlers, type OutboxEvent, type Transaction } from '#yui/platform';
import { MAIL_QUEUED } from './mail.handler.js';
import { composeMessages, TOLD_EVENTS } from './messages/compose-messages.js';
import { Notification } from './notification.entity.js';

/** Writes down who is to be told what about an event: one row for each person and channel. */
@Injectable()
export class NotificationHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'notifications';
  readonly events = TOLD_EVENTS;

  constructor(private readonly handlers: EventHandlers) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  async handle(event: OutboxEvent, tx: Transaction): Promise<void> {
    const told = new Set<string>();
    for (const message of await composeMessages(tx.manager, event, tx.now)) {
      const { organisationId, path, subject, body, paperId = null } = message;
      for (const { accountId } of await peopleOf(tx.manager, [organisationId])) {
        // Who belongs to several of the organisations is told once, for the first of them.
        if (told.has(accountId)) continue;
        told.add(accountId);
        const row = {
          eventId: event.id,
          accountId,
          organisationId,
          kind: event.name,
          subject,
          body,
          link: path,
          paperId,
          createdAt: tx.now,
        };
        const mailId = tx.newId();
        await tx.manager.insert(Notification, [
          { ...row, id: tx.newId(), channel: 'IN_APP', status: 'UNREAD' },
          { ...row, id: mailId, channel: 'MAIL', status: 'QUEUED' },
        ]);
        await tx.emit(MAIL_QUEUED, event.deskId, { notificationId: mailId });
      }
    }
  }
}
