import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { backupErrors, END_OF_ROWS } from './backup-format.js';

const NEWLINE = 10;
const END = Buffer.from(`${END_OF_ROWS}\n`);
const PIECE = 1 << 18;

/** Reads a backup from its beginning to its end, a line or the rows of a table at a time. */
export class BackupReader {
  private readonly source: AsyncIterator<Buffer>;
  private buffer: Buffer = Buffer.alloc(0);
  private readonly hash = createHash('sha256');

  constructor(file: string) {
    const gunzip = createGunzip();
    const read = createReadStream(file);
    read.on('error', (error) => gunzip.destroy(error));
    this.source = (read.pipe(gunzip) as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  /** SHA-256 of the lines and rows given out so far. */
  sha256(): string {
    return this.hash.copy().digest('hex');
  }

  /** The next line of the frame, without its end. @param isCounted whether it is part of what the proof is about */
  async line(isCounted = true): Promise<string> {
    const whole = await this.wholeLine();
    if (isCounted) this.hash.update(whole);
    return whole.subarray(0, -1).toString();
  }

  /** The rows up to the end of the table, in pieces of whole rows. */
  async *rows(): AsyncGenerator<Buffer> {
    let piece: Buffer[] = [];
    let size = 0;
    for (;;) {
      const row = await this.wholeLine();
      this.hash.update(row);
      if (row.equals(END)) break;
      piece.push(row);
      size += row.length;
      if (size < PIECE) continue;
      yield Buffer.concat(piece);
      [piece, size] = [[], 0];
    }
    if (size > 0) yield Buffer.concat(piece);
  }

  private async wholeLine(): Promise<Buffer> {
    for (;;) {
      const end = this.buffer.indexOf(NEWLINE);
      if (end >= 0) {
        const line = this.buffer.subarray(0, end + 1);
        this.buffer = this.buffer.subarray(end + 1);
        return line;
      }
      this.buffer = Buffer.concat([this.buffer, await this.more()]);
    }
  }

  private async more(): Promise<Buffer> {
    try {
      const next = await this.source.next();
      if (!next.done) return next.value;
    } catch (error) {
      throw backupErrors.UNREADABLE({ reason: (error as { code?: string }).code ?? 'damaged' });
    }
    throw backupErrors.UNREADABLE({ reason: 'it ends too early' });
  }
}
