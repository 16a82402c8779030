import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { attachmentErrors } from './attachment.errors.js';

/** A picture of 50 megapixels is larger than any telephone takes; a small file may claim to hold far more. */
export const MAX_PIXELS = 50_000_000;
const BYTES_PER_MB = 1024 * 1024;

export interface ImageLimits {
  /** Of the picture in memory, as its header tells before anything is decoded. */
  readonly maxDecodedBytes: number;
  /** Of the whole process that decodes it. */
  readonly maxMemoryBytes: number;
  readonly deadlineMs: number;
  /** Pictures that wait for their turn. */
  readonly maxWaiting: number;
}
const LIMITS: ImageLimits = {
  maxDecodedBytes: 256 * BYTES_PER_MB,
  maxMemoryBytes: 768 * BYTES_PER_MB,
  deadlineMs: 30_000,
  maxWaiting: 20,
};

// The compiler writes every kind of script as `.js`.
const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './image-process.mjs' : './image-process.js',
  import.meta.url,
);
/** A process that has nothing to do gives its memory back. */
const IDLE_MS = 10_000;
const LOOK_EVERY_MS = 100;
const PAGE_BYTES = 4096;

interface Work {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** In pixels; null: as large as it is. */
  readonly maxSide: number | null;
}

type Answer = { readonly bytes: Uint8Array } | { readonly fault: 'TOO_LARGE' | 'UNREADABLE' };

/**
 * Writes images again in a process beside this one: one at a time, so many that wait, and each within its time and memory.
 * What a picture does to its decoder it does to that process alone.
 */
export class ImageRewriter {
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private child: ChildProcess | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly limits: ImageLimits = LIMITS) {}

  /** @throws ATTACHMENT.BUSY, .IMAGE_TOO_LARGE, .IMAGE_UNREADABLE */
  async rewrite(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
    return this.inItsTurn({ bytes, mediaType, maxSide: null });
  }

  /** As WebP, neither side longer than `maxSide` pixels. @throws ATTACHMENT.BUSY, .IMAGE_TOO_LARGE, .IMAGE_UNREADABLE */
  async preview(bytes: Uint8Array, mediaType: string, maxSide: number): Promise<Uint8Array> {
    return this.inItsTurn({ bytes, mediaType, maxSide });
  }

  private async inItsTurn(image: Work): Promise<Uint8Array> {
    if (this.waiting >= this.limits.maxWaiting) throw attachmentErrors.BUSY();
    this.waiting += 1;
    const mine = this.turn.then(async () => this.work(image));
    this.turn = mine.catch(() => undefined);
    try {
      const answer = await mine;
      if ('bytes' in answer) return answer.bytes;
      throw answer.fault === 'TOO_LARGE' ? attachmentErrors.IMAGE_TOO_LARGE() : attachmentErrors.IMAGE_UNREADABLE();
    } finally {
      this.waiting -= 1;
    }
  }

  /** Ends the process beside this one. */
  close(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private async work(image: Work): Promise<Answer> {
    clearTimeout(this.idle);
    const child = (this.child ??= start());
    const answer = await this.ask(child, image);
    // One that took too long, or too much, or that died, is not asked again.
    if (answer === null) this.close();
    this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
    return answer ?? { fault: 'TOO_LARGE' };
  }

  private async ask(child: ChildProcess, image: Work): Promise<Answer | null> {
    const { maxDecodedBytes, maxMemoryBytes, deadlineMs } = this.limits;
    return new Promise((resolve) => {
      const finish = (answer: Answer | null) => {
        clearTimeout(deadline);
        clearInterval(look);
        child.removeAllListeners();
        // A process that dies between two pictures must not end this one.
        child.on('error', () => undefined);
        resolve(answer);
      };
      const deadline = setTimeout(() => finish(null), deadlineMs);
      const look = setInterval(() => {
        if (memoryOf(child.pid) > maxMemoryBytes) finish(null);
      }, LOOK_EVERY_MS);
      child.once('message', (answer) => finish(answer as Answer));
      child.once('exit', () => finish(null));
      child.once('error', () => finish(null));
      child.send({ ...image, maxPixels: MAX_PIXELS, maxDecodedBytes }, (error) => {
        if (error) finish(null);
      });
    });
  }
}

function start(): ChildProcess {
  const child = fork(PROGRAM, [], {
    execArgv: ['--max-old-space-size=128'],
    // It needs no secret of ours.
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/** What the process holds in memory; 0 where the system does not say. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

export const imageRewriter = new ImageRewriter();

/** Apart from that of uploads: many pictures that are looked at hold nobody up who adds one. */
export const imagePreviewer = new ImageRewriter({ ...LIMITS, deadlineMs: 10_000, maxWaiting: 100 });
