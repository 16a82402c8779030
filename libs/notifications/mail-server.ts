import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import { CONFIG, type Config, RetryLater } from '#yui/platform';
import type { Attachment } from './attachments/paper-attachment.js';

/** A mail ready to be sent. */
export interface Mail {
  readonly messageId: string;
  /** What it belongs to; omitted: it stands alone. */
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
}

/** The mail server will never take this mail: there is no such mailbox, or it refuses the content. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** The way to the mail server (SMTP_URL). */
@Injectable()
export class MailServer {
  private readonly transport: Transporter;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transport = createTransport({
      url: config.SMTP_URL,
      // A server that takes long is worth waiting for; one that does not answer at all is not.
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 90_000,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...signatureOf(config),
    });
  }

  /** @throws RetryLater when the server is away, or puts this mail off; MailRefused when it refuses this mail for good */
  async send(mail: Mail): Promise<void> {
    try {
      await this.transport.sendMail({
        ...mail,
        attachments: [...(mail.attachments ?? [])],
        from: this.config.MAIL_FROM,
        // Answering machines stay silent (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'ja' },
      });
    } catch (error) {
      throw judge(error as SmtpError);
    }
  }
}

/**
 * What signs every mail, as the settings say.
 * @throws Error at boot when the file holds no private key that can sign
 */
function signatureOf({
  MAIL_DKIM_DOMAIN,
  MAIL_DKIM_SELECTOR,
  MAIL_DKIM_KEY_FILE,
}: Config): Pick<SMTPTransport.Options, 'dkim'> {
  if (MAIL_DKIM_DOMAIN === null || MAIL_DKIM_SELECTOR === null || MAIL_DKIM_KEY_FILE === null) return {};
  const privateKey = readPrivateKey(MAIL_DKIM_KEY_FILE);
  return { dkim: { domainName: MAIL_DKIM_DOMAIN, keySelector: MAIL_DKIM_SELECTOR, privateKey } };
}

function readPrivateKey(file: string): string {
  try {
    const pem = readFileSync(file, 'utf8');
    if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem;
  } catch {
    // What is wrong with it may hold parts of the key: only that it cannot be used is told.
  }
  throw new Error(`MAIL_DKIM_KEY_FILE ${file}: no private RSA key in PEM can be read there. See docs/mail.md.`);
}

/** The words of the server may hold the address: only codes go into errors, and so into logs. */
function judge({ code = 'UNKNOWN', responseCode, command }: SmtpError): Error {
  const words = ['SMTP', code, command, responseCode].filter((part) => part !== undefined).join(' ');
  // A refused sender or sign-in is a matter of settings and concerns every mail: those wait until it is put right.
  const isAboutThisMail = command === undefined ? code === 'EENVELOPE' : command === 'RCPT TO' || command === 'DATA';
  const isFinal = responseCode === undefined ? code === 'EENVELOPE' : responseCode >= 500;
  if (isAboutThisMail && isFinal) return new MailRefused(words);
  // Put off for this person alone (greylisting, a full mailbox): the others go through. 421: the server goes away.
  const isPutOff = isAboutThisMail && responseCode !== undefined && responseCode !== 421;
  return new RetryLater(words, isPutOff ? 'ALONE' : 'AWAY');
}
