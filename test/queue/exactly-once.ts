import { TaskQueue, RetryLater } from '#yui/platform';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.js';
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

const EVENTS = 40;

/** What must hold on every queue. `loseQueue` makes it forget everything. */
export function exactlyOnce(redisUrl: () => string | null, loseQueue: (outbox: Outbox) => Promise<void>): void {
  let database: TestDatabase;
  let outbox: Outbox;
  let running: Running;
  const failures = new Map<string, number>();
  const failTimes = (times: number) => (eventId: string) => {
    const before = failures.get(eventId) ?? 0;
    failures.set(eventId, before + 1);
    if (before < times) throw new Error('no luck');
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    outbox = await openOutbox(database.url, [
      noting('first', ['thing.happened']),
      noting('second', ['thing.happened']),
      noting('shaky', ['shaky.happened'], failTimes(2)),
      noting('poisoned', ['poison.happened'], failTimes(Number.POSITIVE_INFINITY)),
      noting('healthy', ['poison.happened']),
      {
        consumer: 'away',
        events: ['away.happened'],
        before: async (event) => {
          const before = failures.get(event.id) ?? 0;
          failures.set(event.id, before + 1);
          if (before < 1) throw new RetryLater('nobody answers');
        },
        handle: async (event, tx) => {
          await tx.manager.query('INSERT INTO test_effect VALUES ($1, $2)', ['away', event.id]);
        },
      },
      noting('lost', ['lost.happened']),
    ]);
    running = runTasks(outbox, { databaseUrl: database.url, redisUrl: redisUrl() });
  });
  afterAll(async () => {
    await running.stop();
    await outbox.close();
    await database.drop();
  });

  it('brings every event to each consumer with one effect, though tasks arrive many times', async () => {
    const ids = await outbox.emit('thing.happened', EVENTS);
    const again = ids.flatMap((eventId) => ['first', 'second'].map((consumer) => ({ consumer, eventId })));
    for (let start = 0; start < again.length; start += 10) {
      await Promise.all(again.slice(start, start + 10).map(async (task) => outbox.processor.process(task)));
    }
    await until('all acknowledged', async () => (await countEvents(outbox, 'acknowledged_at IS NULL')) === 0);
    const seen = await effects(outbox);
    expect(seen.size).toBe(2 * EVENTS);
    expect([...seen.values()].every((times) => times === 1)).toBe(true);
  });

  it('tries a task again that failed', async () => {
    const [id] = await outbox.emit('shaky.happened', 1);
    await until('handled', async () => (await effects(outbox)).get(`shaky ${id}`) === 1);
    expect(failures.get(String(id))).toBe(3);
  });

  it('sets aside a task that always fails, keeps its event, and hinders nobody', async () => {
    const [id] = await outbox.emit('poison.happened', 1);
    const isParked = `id = '${id}' AND publish_at IS NULL AND acknowledged_at IS NULL`;
    await until('set aside', async () => (await countEvents(outbox, isParked)) === 1);
    const troubles = await outbox.db.query<object[]>(
      `SELECT consumer, kind, cause, failures FROM task_trouble WHERE event_id = $1 AND set_aside_at IS NOT NULL`,
      [id],
    );
    expect(troubles).toEqual([{ consumer: 'poisoned', kind: 'OWN', cause: 'no luck', failures: 5 }]);
    expect((await effects(outbox)).get(`healthy ${id}`)).toBe(1);
    expect((await effects(outbox)).has(`poisoned ${id}`)).toBe(false);
  });

  it('comes back later to what waits for something outside', async () => {
    const [id] = await outbox.emit('away.happened', 1);
    await until('handled', async () => (await effects(outbox)).get(`away ${id}`) === 1);
    expect(failures.get(String(id))).toBe(2);
    expect(await countEvents(outbox, `id = '${id}' AND acknowledged_at IS NOT NULL`)).toBe(1);
  });

  it('fills the queue again when it was lost', async () => {
    await running.stop();
    const ids = await outbox.emit('lost.happened', EVENTS);
    const publishing = new TaskQueue({ databaseUrl: database.url, redisUrl: redisUrl() }, () => undefined);
    const publish = async () => outbox.relay.publishDue(publishing).catch(() => 0);
    await until('published', async () => (await publish()) === EVENTS);
    await publishing.close();
    await loseQueue(outbox);
    await outbox.db.query('UPDATE outbox_event SET publish_at = now() WHERE publish_at IS NOT NULL');
    running = runTasks(outbox, { databaseUrl: database.url, redisUrl: redisUrl() });
    await until('all acknowledged', async () => (await countEvents(outbox, `publish_at IS NOT NULL`)) === 0);
    const seen = await effects(outbox);
    expect(ids.map((id) => seen.get(`lost ${id}`))).toEqual(ids.map(() => 1));
  });
}
