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
  /** Of them those that one asker waits for. */
  readonly maxWaitingOfOne: number;
}
const LIMITS: ImageLimits = {
  maxDecodedBytes: 256 * BYTES_PER_MB,
  maxMemoryBytes: 768 * BYTES_PER_MB,
  deadlineMs: 30_000,
  maxWaiting: 20,
  maxWaitingOfOne: 20,
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

/** A picture that is looked at: its bytes are read when its turn has come, so that those that wait take no memory. */
export interface PictureToPreview {
  readonly load: () => Promise<Uint8Array>;
  readonly mediaType: string;
  /** Who asks: nobody takes all the places. */
  readonly asker: string;
}

type Answer = { readonly bytes: Uint8Array } | { readonly fault: 'TOO_LARGE' | 'UNREADABLE' };

/**
 * Writes images again in a process beside this one: one at a time, so many that wait, and each within its time and memory.
 * What a picture does to its decoder it does to that process alone.
 */
export class ImageRewriter {
  private turn: Promise<unknown> = Promise.resolve();
  /** By asker; of uploads, which are many people's, it is not told apart. */
  private readonly waiting = new Map<string, number>();
  private child: ChildProcess | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly limits: ImageLimits = LIMITS) {}

  /** @throws ATTACHMENT.BUSY, .IMAGE_TOO_LARGE, .IMAGE_UNREADABLE */
  async rewrite(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
    return this.inItsTurn('', async () => ({ bytes, mediaType, maxSide: null }));
  }

  /**
   * As WebP, neither side longer than `maxSide` pixels.
   * @throws ATTACHMENT.BUSY, .IMAGE_TOO_LARGE, .IMAGE_UNREADABLE, and what `load` throws
   */
  async preview({ load, mediaType, asker }: PictureToPreview, maxSide: number): Promise<Uint8Array> {
    return this.inItsTurn(asker, async () => ({ bytes: await load(), mediaType, maxSide }));
  }

  private async inItsTurn(asker: string, workOf: () => Promise<Work>): Promise<Uint8Array> {
    const { maxWaiting, maxWaitingOfOne } = this.limits;
    const ofOne = this.waiting.get(asker) ?? 0;
    const all = [...this.waiting.values()].reduce((sum, each) => sum + each, 0);
    if (all >= maxWaiting || ofOne >= maxWaitingOfOne) throw attachmentErrors.BUSY();
    this.waiting.set(asker, ofOne + 1);
    const mine = this.turn.then(async () => this.work(await workOf()));
    this.turn = mine.catch(() => undefined);
    try {
      const answer = await mine;
      if ('bytes' in answer) return answer.bytes;
      throw answer.fault === 'TOO_LARGE' ? attachmentErrors.IMAGE_TOO_LARGE() : attachmentErrors.IMAGE_UNREADABLE();
    } finally {
      this.leave(asker);
    }
  }

  private leave(asker: string): void {
    const left = (this.waiting.get(asker) ?? 0) - 1;
    if (left > 0) this.waiting.set(asker, left);
    else this.waiting.delete(asker);
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
export const imagePreviewer = new ImageRewriter({
  ...LIMITS,
  deadlineMs: 10_000,
  maxWaiting: 100,
  maxWaitingOfOne: 30,
});
