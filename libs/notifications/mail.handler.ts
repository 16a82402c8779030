import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { peopleOf, type Recipient } from '#yui/identity';
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
import { PaperAttachment } from './attachments/paper-attachment.js';
import { queueLetter } from './letters/queue-letter.js';
import { answerPathFor } from './links/answer-path.js';
import { MailRefused, MailServer } from './mail-server.js';
import { type MailPart, writeMail } from './mail-text.js';
import { isStillTold } from './messages/is-still-told.js';
import { MAIL_REFUSED } from './messages/refused-mail-messages.js';
import { Notification } from './inbox/notification.entity.js';

/** A mail waits to be sent. */
export const MAIL_QUEUED = 'notification.queued';

/**
 * Sends one mail, with all that was gathered for it. Its parts are SENDING before the mail server is asked and SENT after:
 * a crash between the two sends it again, with the same Message-ID, and never loses it.
 */
@Injectable()
export class MailHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'mail';
  readonly events = [MAIL_QUEUED];
  readonly lane = 'mail';
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
    const mailId = mailIdIn(event);
    const claimed = await this.unitOfWork.run(SYSTEM, async (tx) => claim(tx, mailId));
    if (!claimed) return;
    const { parts, recipient } = claimed;
    try {
      const paperIds = parts.flatMap(({ notification }) => notification.paperId ?? []);
      const attachments = [];
      for (const paperId of paperIds) attachments.push(await this.papers.load(SYSTEM, paperId));
      await this.mailServer.send({ ...writeMail(parts, recipient, this.config), attachments });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      this.logger.error({ msg: 'mail refused', mailId, error: errorForLog(error) });
      await this.unitOfWork.run(SYSTEM, async (tx) =>
        markRefused(
          tx,
          parts.map(({ notification }) => notification),
        ),
      );
    }
  }

  async handle(event: OutboxEvent, tx: Transaction): Promise<void> {
    const mailId = mailIdIn(event);
    await tx.manager.update(Notification, { mailId, status: 'SENDING' }, { status: 'SENT', sentAt: tx.now });
  }
}

/**
 * The desk, for whose order it was, sees that a mail did not arrive; never by a mail that would be refused as well. What it
 * told is told by letter.
 */
async function markRefused(tx: Transaction, refused: readonly Notification[]): Promise<void> {
  await tx.manager.update(Notification, { id: In(refused.map(({ id }) => id)) }, { status: 'FAILED' });
  for (const notification of refused) {
    const cause = await tx.manager.findOneBy(OutboxEvent, { id: notification.eventId });
    if (cause) await queueLetter(tx, { ...notification, payload: cause.payload });
  }
  const [first] = refused;
  if (!first?.deskId || first.organisationId === first.deskId) return;
  await tx.emit(MAIL_REFUSED, first.deskId, { notificationId: first.id, workOrderId: first.workOrderId });
}

type StoredPart = MailPart & { readonly notification: Notification };

interface Claimed {
  readonly parts: readonly [StoredPart, ...StoredPart[]];
  readonly recipient: Recipient;
}

function mailIdIn({ payload }: OutboxEvent): string {
  return String(payload.mailId);
}

/**
 * What of the mail is still to be sent: what it tells must be true now, and the person must still be there for the
 * organisation. The address is read at this moment and kept nowhere.
 */
async function claim(tx: Transaction, mailId: string): Promise<Claimed | null> {
  const queued = await tx.manager.find(Notification, {
    where: { mailId, status: In(['QUEUED', 'SENDING']) },
    order: { createdAt: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const [first] = queued;
  if (!first) return null;
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
    await tx.manager.update(Notification, { id }, { status: sending.has(id) ? 'SENDING' : 'DROPPED' });
  }
  const [part, ...others] = parts;
  return recipient && part ? { parts: [part, ...others], recipient } : null;
}
