import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import type { Address, Attachment } from 'postal-mime';

/** What the list shows of a caught mail. */
export interface MessageSummary {
  id: string;
  /** ISO 8601, UTC. */
  receivedAt: string;
  /** Sender as written in the mail, or the one of the SMTP envelope. */
  from: string;
  /** Recipients of the SMTP envelope, lower case: those the mail was really sent to, hidden copies included. */
  to: string[];
  subject: string;
}

export interface Message extends MessageSummary {
  text: string;
  html: string | null;
  headers: { name: string; value: string }[];
  attachments: { index: number; name: string; mimeType: string; sizeBytes: number }[];
}

export interface Envelope {
  from: string;
  to: string[];
}

/** Older mails make room for newer ones, so that a long-running demonstration does not fill the disk. */
const MAX_MESSAGES = 2_000;
const ID_PATTERN = /^\d{13}-\d{6}$/;

/** Caught mails on disk: `<id>.eml` as received and `<id>.json` for the list. The `.json`, written last, makes it count. */
export class MessageStore {
  private readonly summaries = new Map<string, MessageSummary>();
  private sequence = 0;

  constructor(
    private readonly folder: string,
    private readonly now: () => Date = () => new Date(),
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder).sort()) {
      const summary = name.endsWith('.json') ? readSummary(path.join(folder, name)) : undefined;
      if (summary) this.summaries.set(summary.id, summary);
    }
  }

  async add(raw: Buffer, envelope: Envelope): Promise<MessageSummary> {
    const receivedAt = this.now();
    this.sequence = (this.sequence + 1) % 1_000_000;
    const id = `${String(receivedAt.getTime()).padStart(13, '0')}-${String(this.sequence).padStart(6, '0')}`;
    // A mail too broken to read is still kept: the sender was told it arrived.
    const email = await PostalMime.parse(raw).catch(() => undefined);
    const summary: MessageSummary = {
      id,
      receivedAt: receivedAt.toISOString(),
      from: email?.from ? formatAddress(email.from) : envelope.from,
      to: envelope.to.map((address) => address.toLowerCase()),
      subject: email?.subject ?? '',
    };
    writeFileSync(this.file(id, 'eml'), raw, { mode: 0o600 });
    writeFileSync(this.file(id, 'json.new'), JSON.stringify(summary), { mode: 0o600 });
    renameSync(this.file(id, 'json.new'), this.file(id, 'json'));
    this.summaries.set(id, summary);
    this.forgetOldest();
    return summary;
  }

  /** Newest first. @param to part of a recipient's address @param since only mails received at or after this moment */
  list({ to = '', since }: { to?: string; since?: Date | undefined } = {}): MessageSummary[] {
    const part = to.toLowerCase();
    return [...this.summaries.values()]
      .filter((summary) => summary.to.some((address) => address.includes(part)))
      .filter((summary) => !since || Date.parse(summary.receivedAt) >= since.getTime())
      .reverse();
  }

  async read(id: string): Promise<Message | undefined> {
    const summary = this.summaries.get(id);
    if (!summary) return undefined;
    const email = await PostalMime.parse(readFileSync(this.file(id, 'eml'))).catch(() => undefined);
    return {
      ...summary,
      text: email?.text ?? '',
      html: email?.html ?? null,
      headers: (email?.headers ?? []).map(({ originalKey, value }) => ({ name: originalKey, value })),
      attachments: (email?.attachments ?? []).map((attachment, index) => ({
        index,
        name: attachment.filename ?? `attachment-${index + 1}`,
        mimeType: attachment.mimeType,
        sizeBytes: contentOf(attachment).byteLength,
      })),
    };
  }

  async readAttachment(id: string, index: number): Promise<{ name: string; content: Buffer } | undefined> {
    if (!this.summaries.has(id)) return undefined;
    const email = await PostalMime.parse(readFileSync(this.file(id, 'eml'))).catch(() => undefined);
    const attachment = email?.attachments[index];
    if (!attachment) return undefined;
    return { name: attachment.filename ?? `attachment-${index + 1}`, content: contentOf(attachment) };
  }

  clear(): void {
    for (const id of [...this.summaries.keys()]) this.forget(id);
  }

  private forgetOldest(): void {
    for (const id of [...this.summaries.keys()].slice(0, Math.max(0, this.summaries.size - MAX_MESSAGES))) {
      this.forget(id);
    }
  }

  private forget(id: string): void {
    this.summaries.delete(id);
    rmSync(this.file(id, 'json'), { force: true });
    rmSync(this.file(id, 'eml'), { force: true });
  }

  private file(id: string, extension: string): string {
    return path.join(this.folder, `${id}.${extension}`);
  }
}

function readSummary(file: string): MessageSummary | undefined {
  try {
    const summary = JSON.parse(readFileSync(file, 'utf8')) as MessageSummary;
    return ID_PATTERN.test(summary.id) && Array.isArray(summary.to) ? summary : undefined;
  } catch {
    return undefined;
  }
}

function formatAddress({ name, address }: Address): string {
  if (!address) return name;
  return name ? `${name} <${address}>` : address;
}

function contentOf({ content }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}
