import { type FactoryProvider, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/load-config.js';
import { errorForLog } from '../errors/error-for-log.js';
import { PostgresBuckets } from './postgres-buckets.js';
import { RateLimiter } from './rate-limiter.js';
import { RedisBuckets } from './redis-buckets.js';

const logger = new Logger('RateLimiter');

/** Redis counts where there is one; without it, and while it is away, PostgreSQL does. */
export const rateLimiterProvider: FactoryProvider<RateLimiter> = {
  provide: RateLimiter,
  inject: [CONFIG, DataSource],
  useFactory: (config: Pick<Config, 'REDIS_URL'>, dataSource: DataSource) => {
    const postgres = new PostgresBuckets(dataSource);
    if (config.REDIS_URL === null) return new RateLimiter(postgres);
    let isAway = false;
    const redis = new RedisBuckets(config.REDIS_URL, postgres, {
      // An outage makes a line when it begins and one when it ends.
      away: (error) => {
        if (!isAway) logger.warn({ msg: 'Redis is away, PostgreSQL counts', error: errorForLog(error) });
        isAway = true;
      },
      back: () => {
        if (isAway) logger.log({ msg: 'Redis counts again' });
        isAway = false;
      },
    });
    return new RateLimiter(redis);
  },
};
