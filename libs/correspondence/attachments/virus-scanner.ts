import { connect } from 'node:net';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Config, CONFIG, errorForLog } from '#yui/platform';
import { attachmentErrors } from './attachment.errors.js';

const ANSWER_TIMEOUT_MS = 30_000;
const CHUNK_BYTES = 64 * 1024;

/**
 * Asks a scanner that speaks the protocol of ClamAV's daemon (VIRUS_SCANNER_URL) about each file people add. Where one is
 * named, a file it has not looked at is not kept; where none is, nothing is asked.
 * @see https://docs.clamav.net/manual/Usage/Scanning.html the command INSTREAM
 */
@Injectable()
export class VirusScanner {
  private readonly logger = new Logger(VirusScanner.name);

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'VIRUS_SCANNER_URL'>) {}

  /** @throws ATTACHMENT.INFECTED, ATTACHMENT.SCANNER_AWAY */
  async check(bytes: Uint8Array): Promise<void> {
    if (this.config.VIRUS_SCANNER_URL === null) return;
    const answer = await this.ask(new URL(this.config.VIRUS_SCANNER_URL), bytes).catch((error: unknown) => {
      this.logger.error({ msg: 'the virus scanner cannot be asked', error: errorForLog(error) });
      throw attachmentErrors.SCANNER_AWAY();
    });
    if (/^stream: OK\0?\n?$/.test(answer)) return;
    if (/ FOUND\0?\n?$/.test(answer)) throw attachmentErrors.INFECTED();
    this.logger.error({ msg: 'the virus scanner could not look at a file' });
    throw attachmentErrors.SCANNER_AWAY();
  }

  private async ask({ hostname, port }: URL, bytes: Uint8Array): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port) });
      let answer = '';
      socket.setEncoding('utf8').setTimeout(ANSWER_TIMEOUT_MS, () => socket.destroy(new Error('no answer in time')));
      socket.on('error', reject);
      socket.on('data', (part: string) => {
        answer += part;
      });
      socket.on('close', () => (answer === '' ? reject(new Error('no answer')) : resolve(answer)));
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
          const chunk = bytes.subarray(at, at + CHUNK_BYTES);
          socket.write(lengthOf(chunk.length));
          socket.write(chunk);
        }
        socket.write(lengthOf(0));
      });
    });
  }
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
