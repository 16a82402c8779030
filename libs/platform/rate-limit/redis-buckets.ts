import { Redis } from 'ioredis';
import type { BucketStore, BucketTake } from './rate-limiter.js';

const KEY_PREFIX = 'yui:rate-limit:';
/** Counting must not hold a request longer than this; then the other store counts. */
const MAX_WAIT_MS = 250;
const MAX_RECONNECT_MS = 500;

/** As `take_from_buckets` in the database; the time is that of Redis, in milliseconds. */
const TAKE = `
local time = redis.call('TIME')
local moment = time[1] * 1000 + time[2] / 1000
local full_at, wait = {}, 0
for i, key in ipairs(KEYS) do
  local known = tonumber(redis.call('GET', key) or moment)
  full_at[i] = math.max(known, moment) + ARGV[i] * 1000
  wait = math.max(wait, full_at[i] - moment - 60000)
end
if wait > 0 then return tostring(wait / 1000) end
for i, key in ipairs(KEYS) do
  redis.call('SET', key, string.format('%.3f', full_at[i]), 'PX', math.ceil(full_at[i] - moment) + 1)
end
return '0'`;

interface RedisWithTake extends Redis {
  takeFromBuckets(keyCount: number, ...keysAndSeconds: (Buffer | string | number)[]): Promise<string>;
}

/** Buckets in Redis, one script for each request. While Redis is away `fallback` counts, beginning with full buckets. */
export class RedisBuckets implements BucketStore {
  private readonly redis: RedisWithTake;

  constructor(
    url: string,
    private readonly fallback: BucketStore,
    on: { readonly away: (error: Error) => void; readonly back: () => void },
  ) {
    this.redis = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: MAX_WAIT_MS,
      retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RECONNECT_MS),
    }) as RedisWithTake;
    this.redis.on('error', on.away);
    this.redis.on('ready', on.back);
    this.redis.defineCommand('takeFromBuckets', { lua: TAKE });
  }

  async take(takes: readonly BucketTake[]): Promise<number> {
    try {
      const seconds = await this.redis.takeFromBuckets(
        takes.length,
        ...takes.map(({ bucket }) => KEY_PREFIX + bucket.toString('base64url')),
        ...takes.map(({ takenSeconds }) => takenSeconds),
      );
      return Number(seconds);
    } catch {
      return this.fallback.take(takes);
    }
  }

  async close(): Promise<void> {
    this.redis.disconnect();
    await this.fallback.close();
  }
}
