import type { Logger } from '@nestjs/common';
import { errorForLog } from '#yui/platform';

export interface LoopSettings {
  readonly name: string;
  /** Milliseconds between two rounds when there is nothing to do, and after a round that failed. */
  readonly idleMs: number;
  readonly logger: Logger;
  /** One round. @returns whether more is known to be waiting: then the next round follows at once */
  readonly round: () => Promise<boolean>;
}

/** Does one thing again and again until it is stopped. A round that fails is logged and tried again. */
export class Loop {
  private isStopped = false;
  private failures = 0;
  private running: Promise<void> | undefined;
  private wake: (() => void) | undefined;

  constructor(private readonly settings: LoopSettings) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Begins no new round; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      const hasMore = await this.tryRound();
      if (!hasMore && !this.isStopped) await this.idle();
    }
  }

  private async tryRound(): Promise<boolean> {
    const { name, logger, round } = this.settings;
    try {
      const hasMore = await round();
      if (this.failures > 0) logger.log({ msg: 'works again', loop: name, failures: this.failures });
      this.failures = 0;
      return hasMore;
    } catch (error) {
      // An outage makes a line when it begins and one when it ends, not five in every second between.
      if (this.failures === 0) logger.error({ msg: 'round failed', loop: name, error: errorForLog(error) });
      this.failures += 1;
      return false;
    }
  }

  private async idle(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.settings.idleMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
