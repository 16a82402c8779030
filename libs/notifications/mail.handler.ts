import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { peopleOf, type Recipient } from '#yui/identity';
import { makeAnswerLink, makeCallLink } from '#yui/fulfilment';
import {
  CONFIG,
  type Config,
  errorForLog,
  type EventHandler,
  EventHandlers,
  OutboxEvent,
  SYSTEM,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { MailRefused, MailServer } from './mail-server.js';
import { writeMail } from './mail-text.js';
import { composeMessages } from './messages/compose-messages.js';
import { Notification } from './notification.entity.js';
import { PaperAttachment } from './paper-attachment.js';

/** A mail waits to be sent. */
export const MAIL_QUEUED = 'notification.queued';

/**
 * Sends one mail. It is SENDING before the mail server is asked and SENT after: a crash between the two sends it again,
 * with the same Message-ID, and never loses it.
 */
@Injectable()
export class MailHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'mail';
  readonly events = [MAIL_QUEUED];
  private readonly logger = new Logger(MailHandler.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly mailServer: MailServer,
    private readonly papers: PaperAttachment,
    private readonly handlers: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  /** @throws RetryLater while the mail server or the storage is away */
  async before(event: OutboxEvent): Promise<void> {
    const id = notificationIdIn(event);
    const claimed = await this.unitOfWork.run(SYSTEM, async (tx) => claim(tx, id));
    if (!claimed) return;
    try {
      const { notification, recipient, answerPath } = claimed;
      const { PUBLIC_URL: publicUrl } = this.config;
      const answerUrl = answerPath && new URL(answerPath, publicUrl).href;
      const { paperId } = notification;
      const attachments = paperId === null ? [] : [await this.papers.load(paperId)];
      await this.mailServer.send({ ...writeMail(notification, recipient, publicUrl, answerUrl), attachments });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      this.logger.error({ msg: 'mail refused', notificationId: id, error: errorForLog(error) });
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        await tx.manager.update(Notification, { id }, { status: 'FAILED' });
      });
    }
  }

  async handle(event: OutboxEvent, tx: Transaction): Promise<void> {
    const id = notificationIdIn(event);
    await tx.manager.update(Notification, { id, status: 'SENDING' }, { status: 'SENT', sentAt: tx.now });
  }
}

interface Claimed {
  readonly notification: Notification;
  readonly recipient: Recipient;
  /** Opens the page on which it is answered without signing in; null for mails that ask for no such answer. */
  readonly answerPath: string | null;
}

const OFFERS: ReadonlySet<string> = new Set([
  'assignment.offered',
  'assignment.reminded',
  // The link of the mail before was for the old date.
  'assignment.postponed',
]);
const CALLS: ReadonlySet<string> = new Set(['call.opened', 'call.reminded']);

async function answerPathFor(
  tx: Transaction,
  { accountId, organisationId: facilityId }: Notification,
  cause: OutboxEvent | null,
): Promise<string | null> {
  if (cause && OFFERS.has(cause.name)) {
    const token = await makeAnswerLink(tx, { assignmentId: String(cause.payload.assignmentId), accountId });
    return token && `/answer/${token}`;
  }
  if (cause && CALLS.has(cause.name)) {
    const token = await makeCallLink(tx, { callId: String(cause.payload.callId), facilityId, accountId });
    return token && `/answer/calls/${token}`;
  }
  return null;
}

function notificationIdIn(event: OutboxEvent): string {
  return String(event.payload.notificationId);
}

/**
 * The mail, if it is still to be sent: what it tells must be true now, and the person must still be there for the
 * organisation. The address is read at this moment and kept nowhere.
 */
async function claim(tx: Transaction, id: string): Promise<Claimed | null> {
  const notification = await tx.manager.findOne(Notification, {
    where: { id, status: In(['QUEUED', 'SENDING']) },
    lock: { mode: 'pessimistic_write' },
  });
  if (!notification) return null;
  const { accountId, organisationId, eventId } = notification;
  const cause = await tx.manager.findOneBy(OutboxEvent, { id: eventId });
  const messages = cause ? await composeMessages(tx.manager, cause, tx.now) : [];
  const isStillTrue = messages.some((message) => message.organisationId === organisationId);
  const people = isStillTrue ? await peopleOf(tx.manager, [organisationId]) : [];
  const recipient = people.find((person) => person.accountId === accountId);
  await tx.manager.update(Notification, { id }, { status: recipient ? 'SENDING' : 'DROPPED' });
  if (!recipient) return null;
  return { notification, recipient, answerPath: await answerPathFor(tx, notification, cause) };
}
