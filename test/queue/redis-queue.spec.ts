import { Redis } from 'ioredis';
import { describeWithRedis } from '../harness/redis.js';
import { exactlyOnce } from './exactly-once.js';

describeWithRedis('the queue on Redis', (redis) => {
  // A block of its own, so that its workers are closed before Redis is.
  describe('that answers', () => {
    exactlyOnce(
      () => redis().url,
      async () => {
        const client = new Redis(redis().url);
        await client.flushall();
        await client.quit();
      },
    );
  });
});
