import type { ExplainLocale } from '#yui/matching';
import type { Basis, Decided } from './compute.js';
import type { SplitQuestion, SplitReply } from './messages.js';

interface Waiting {
  readonly question: Extract<SplitQuestion, { kind: 'split' }>;
  readonly resolve: (reply: SplitReply | null) => void;
}

/**
 * The engine in a worker, so that the page never waits for it. While it works only the newest question waits: what was asked
 * before is no longer of interest and gets null.
 */
export class Splitter {
  private readonly worker = new Worker(new URL('./split.worker.ts', import.meta.url), { type: 'module' });
  private lastId = 0;
  private asked: Waiting | null = null;
  private next: Waiting | null = null;

  constructor(basis: Basis) {
    this.worker.addEventListener('message', ({ data }: MessageEvent<SplitReply>) => {
      this.asked?.resolve(data);
      this.asked = null;
      if (this.next) this.ask(this.next);
      this.next = null;
    });
    this.post({ kind: 'load', basis });
  }

  async split(decided: Decided, locale: ExplainLocale): Promise<SplitReply | null> {
    this.lastId++;
    const question = { kind: 'split' as const, id: this.lastId, decided, locale };
    return new Promise((resolve) => {
      const waiting = { question, resolve };
      if (this.asked === null) this.ask(waiting);
      else {
        this.next?.resolve(null);
        this.next = waiting;
      }
    });
  }

  end(): void {
    this.worker.terminate();
  }

  private ask(waiting: Waiting): void {
    this.asked = waiting;
    this.post(waiting.question);
  }

  private post(question: SplitQuestion): void {
    this.worker.postMessage(question);
  }
}
