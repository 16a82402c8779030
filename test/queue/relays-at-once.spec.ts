import type { TaskQueue } from '#yui/platform';
import { createTestDatabase } from '../harness/postgres.js';
import { countEvents, noting, openOutbox, type Outbox } from './queue-fixtures.js';

const EVENTS = 1_000;

describe('two relays at once', () => {
  it('publish each event once', async () => {
    const database = await createTestDatabase();
    const open = async () => openOutbox(database.url, [noting('first', ['thing.happened'])]);
    const outboxes: [Outbox, Outbox] = [await open(), await open()];
    try {
      const [outbox] = outboxes;
      const ids = await outbox.emit('thing.happened', EVENTS);
      const published: string[] = [];
      const shares = await Promise.all(
        outboxes.map(async ({ relay }) => {
          const queue: Pick<TaskQueue, 'add'> = {
            add: async (tasks) => {
              published.push(...tasks.map((task) => task.eventId));
            },
          };
          let own = 0;
          for (let count = 1; count > 0; own += count) count = await relay.publishDue(queue);
          return own;
        }),
      );
      expect(published.sort()).toEqual(ids);
      expect(shares.every((share) => share > 0)).toBe(true);
      expect(await countEvents(outbox, 'attempts = 1')).toBe(EVENTS);
    } finally {
      for (const outbox of outboxes) await outbox.close();
      await database.drop();
    }
  });
});
