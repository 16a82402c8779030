import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { In } from 'typeorm';
import {
  CONFIG,
  type Config,
  errorForLog,
  type EventHandler,
  EventHandlers,
  OutboxEvent,
  SYSTEM,
  traced,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { PaperAttachment } from './attachments/paper-attachment.js';
import { queueLetter } from './letters/queue-letter.js';
import { type ClaimedMail, claimMail, releaseMail, RENEW_MS, renewClaim } from './claim-mail.js';
import { MailRefused, MailServer } from './mail-server.js';
import { writeMail } from './mail-text.js';
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
    const claimed = await this.claimed(mailId);
    if (!claimed) return;
    const { parts, recipient } = claimed;
    const renewing = setInterval(() => void this.renew(mailId), RENEW_MS);
    try {
      const paperIds = parts.flatMap(({ notification }) => notification.paperId ?? []);
      const attachments = [];
      for (const paperId of paperIds) attachments.push(await this.papers.load(SYSTEM, paperId));
      const mail = { ...writeMail(parts, recipient, this.config), attachments };
      await traced('send mail', async () => this.mailServer.send(mail));
    } catch (error) {
      if (!(error instanceof MailRefused)) {
        await this.unitOfWork.run(SYSTEM, async (tx) => releaseMail(tx, mailId));
        throw error;
      }
      this.logger.error({ msg: 'mail refused', mailId, error: errorForLog(error) });
      await this.unitOfWork.run(SYSTEM, async (tx) =>
        markRefused(
          tx,
          parts.map(({ notification }) => notification),
        ),
      );
    } finally {
      clearInterval(renewing);
    }
  }

  /** Waits while another worker sends the same mail: when a queue lost its memory, a task is delivered while its first delivery works. */
  private async claimed(mailId: string): Promise<ClaimedMail | null> {
    for (;;) {
      const claimed = await this.unitOfWork.run(SYSTEM, async (tx) => claimMail(tx, mailId));
      if (claimed !== 'UNDER_WAY') return claimed;
      await pause(RENEW_MS);
    }
  }

  private async renew(mailId: string): Promise<void> {
    try {
      await this.unitOfWork.run(SYSTEM, async (tx) => renewClaim(tx, mailId));
    } catch (error) {
      this.logger.warn({ msg: 'claim of a mail is not renewed', mailId, error: errorForLog(error) });
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

function mailIdIn({ payload }: OutboxEvent): string {
  return String(payload.mailId);
}
