import { createHash } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';

/** So many units a minute under one name, and as many at once after a quiet minute. */
export interface RateLimit {
  readonly name: string;
  readonly unitsPerMinute: number;
}

/** A limit as a store of buckets knows it: no name of anybody, and units as seconds of the minute a bucket holds. */
export interface BucketTake {
  readonly bucket: Buffer;
  readonly takenSeconds: number;
}

/** Where buckets of tokens are kept, for all processes together. */
export interface BucketStore {
  /** Takes from all buckets or from none. @returns 0, or the seconds until there is enough in all of them */
  take(takes: readonly BucketTake[]): Promise<number>;
  close(): Promise<void>;
}

/** Names that were refused and may ask again later; more than this are not remembered. */
const MAX_REMEMBERED = 10_000;

/**
 * Limits how much is asked for in a minute (GCRA). What is refused takes nothing, so the one who is refused is no burden to
 * those who share a limit with them; and it is remembered here, so that a flood does not reach the store.
 */
export class RateLimiter implements OnApplicationShutdown {
  private readonly refusedUntil = new Map<string, number>();

  constructor(private readonly store: BucketStore) {}

  /** @returns 0, or the seconds after which to try again */
  async take(limits: readonly RateLimit[], units: number): Promise<number> {
    if (limits.length === 0) return 0;
    const key = `${units} ${limits.map(({ name }) => name).join(' ')}`;
    const remembered = ((this.refusedUntil.get(key) ?? 0) - performance.now()) / 1000;
    if (remembered > 0) return remembered;
    const takes = limits
      .map(({ name, unitsPerMinute }) => ({
        bucket: createHash('sha256').update(name).digest(),
        takenSeconds: (60 * units) / unitsPerMinute,
      }))
      .sort((a, b) => a.bucket.compare(b.bucket));
    const waitSeconds = await this.store.take(takes);
    if (waitSeconds > 0) this.remember(key, performance.now() + waitSeconds * 1000);
    else this.refusedUntil.delete(key);
    return waitSeconds;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }

  private remember(key: string, until: number): void {
    if (this.refusedUntil.size >= MAX_REMEMBERED) this.refusedUntil.clear();
    this.refusedUntil.set(key, until);
  }
}
