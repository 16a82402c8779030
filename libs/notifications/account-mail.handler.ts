import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ACCOUNT_EVENTS, AccountMails } from '#yui/identity';
import { CONFIG, type Config, errorForLog, type EventHandler, EventHandlers, OutboxEvent } from '#yui/platform';
import { accountMailWords } from './account-mail-words.js';
import { MailRefused, MailServer } from './mail-server.js';
import { writeMail } from './mail-text.js';

/**
 * Sends what concerns an account: invitations, links for a forgotten password, notice of a change. The link of such a mail
 * exists only between here and the mailbox, so nothing is recorded but that it was sent.
 */
@Injectable()
export class AccountMailHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'account-mail';
  readonly events = ACCOUNT_EVENTS;
  readonly lane = 'mail';
  private readonly logger = new Logger(AccountMailHandler.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mails: AccountMails,
    private readonly mailServer: MailServer,
    private readonly handlers: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  /** @throws RetryLater while the mail server is away */
  async before(event: OutboxEvent): Promise<void> {
    const mail = await this.mails.prepare(event);
    if (!mail) return;
    // A mail with a link is another one each time: a mail program must not take it for the first.
    const id = mail.kind === 'SECURED' || mail.kind === 'PLATFORM_ACT' ? event.id : randomUUID();
    const recipient = { email: mail.to.address, name: mail.to.name };
    try {
      const part = { notification: { id, ...accountMailWords(mail) }, answerPath: null };
      await this.mailServer.send(writeMail([part], recipient, this.config));
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      this.logger.error({ msg: 'mail refused', eventId: event.id, error: errorForLog(error) });
      await this.mails.markRefused(event);
      return;
    }
    await this.mails.markSent(event);
  }

  /** That it was handled is all there is to remember. */
  async handle(): Promise<void> {}
}
