import { createTestDatabase, type TestDatabase } from '../harness/postgres.js';
import { describeWithRedis } from '../harness/redis.js';
import { startTcpProxy, type TcpProxy } from '../harness/tcp-proxy.js';
import {
  countEvents,
  effects,
  noting,
  openOutbox,
  type Outbox,
  type Running,
  runTasks,
  until,
} from './queue-fixtures.js';

const EVENTS = 30;
/** The relay looks every 50 ms here; the worker waits at most half a second between two attempts to reach Redis. */
const RESUME_DEADLINE_MS = 3_000;

describeWithRedis('while Redis is away', (redis) => {
  describe('seen from outbox and workers', () => {
    let database: TestDatabase;
    let proxy: TcpProxy;
    let outbox: Outbox;
    let running: Running;

    const redisUrl = () => `redis://127.0.0.1:${proxy.port}`;

    beforeAll(async () => {
      database = await createTestDatabase();
      proxy = await startTcpProxy(redis().url);
      outbox = await openOutbox(database.url, [noting('first', ['thing.happened'])]);
      running = runTasks(outbox, { databaseUrl: database.url, redisUrl: redisUrl() });
      await outbox.emit('thing.happened', 1);
      await until('the first event is handled', async () => (await effects(outbox)).size === 1);
    });
    afterAll(async () => {
      await running.stop();
      await outbox.close();
      await proxy.close();
      await database.drop();
    });

    it('events wait in the outbox, and the backlog goes on soon after its return', async () => {
      proxy.cut();
      await outbox.emit('thing.happened', EVENTS);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await countEvents(outbox, 'attempts > 0 AND acknowledged_at IS NULL')).toBe(0);
      expect((await effects(outbox)).size).toBe(1);

      await proxy.mend();
      const mendedAt = performance.now();
      await until('the backlog begins to move', async () => (await effects(outbox)).size > 1);
      expect(performance.now() - mendedAt).toBeLessThan(RESUME_DEADLINE_MS);
      await until('all is handled', async () => (await effects(outbox)).size === EVENTS + 1);
      expect([...(await effects(outbox)).values()].every((times) => times === 1)).toBe(true);
    });

    it('a worker can leave without waiting for it', async () => {
      proxy.cut();
      const startedAt = performance.now();
      await running.stop();
      expect(performance.now() - startedAt).toBeLessThan(10_000);
      await proxy.mend();
      running = runTasks(outbox, { databaseUrl: database.url, redisUrl: redisUrl() });
    });
  });
});
