import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import {
  type EventHandler,
  EventHandlers,
  LANES,
  loadConfig,
  OutboxRelay,
  PlatformModule,
  SYSTEM,
  TaskProcessor,
  TaskQueue,
  TaskWorker,
  UnitOfWork,
} from '#yui/platform';
import { openAsOwner } from '../harness/owner.js';

/** The outbox with handlers of a test, as one process has it. */
export interface Outbox {
  readonly db: DataSource;
  readonly relay: OutboxRelay;
  readonly processor: TaskProcessor;
  /** Writes events with this name, in one transaction. @returns their ids, oldest first */
  emit(name: string, count: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Adds what handlers note to a table that forbids nothing: what happened twice is there twice. */
export async function openOutbox(databaseUrl: string, handlers: readonly EventHandler[]): Promise<Outbox> {
  const config = loadConfig({ DATABASE_URL: databaseUrl, SMTP_URL: 'smtp://127.0.0.1:1', LOG_LEVEL: 'silent' });
  @Module({ imports: [PlatformModule.forRoot(config, 'test', [])] })
  class OutboxModule {}
  const app = await NestFactory.createApplicationContext(OutboxModule, { logger: false });
  const db = await openAsOwner(app.get(DataSource));
  await db.query(`CREATE TABLE IF NOT EXISTS test_effect (consumer text NOT NULL, event_id uuid NOT NULL);
    GRANT ALL ON test_effect TO yui_worker`);
  const known = app.get(EventHandlers);
  for (const handler of handlers) known.add(handler);
  return {
    db,
    relay: app.get(OutboxRelay),
    processor: app.get(TaskProcessor),
    emit: async (name, count) => {
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        for (let made = 0; made < count; made += 1) await tx.emit(name, null, {});
      });
      const rows = await db.query<{ id: string }[]>('SELECT id FROM outbox_event WHERE name = $1 ORDER BY id', [name]);
      return rows.map((row) => row.id);
    },
    async close() {
      await db.destroy();
      await app.close();
    },
  };
}

/** A handler that notes each event, after `first` had its say. */
export function noting(
  consumer: string,
  events: readonly string[],
  first: (eventId: string) => Promise<void> | void = () => undefined,
): EventHandler {
  return {
    consumer,
    events,
    async handle(event, tx) {
      await first(event.id);
      await tx.manager.query('INSERT INTO test_effect VALUES ($1, $2)', [consumer, event.id]);
    },
  };
}

export interface Running {
  readonly queue: TaskQueue;
  stop(): Promise<void>;
}

/** Workers in all lanes and a relay that never rests, for one outbox. */
export function runTasks(
  outbox: Outbox,
  backend: { databaseUrl: string; redisUrl: string | null },
  options: { concurrency?: number } = {},
): Running {
  const onError = () => undefined;
  const queue = new TaskQueue(backend, onError);
  const workers = LANES.map(
    (lane) =>
      new TaskWorker(
        { ...backend, lane, concurrency: options.concurrency ?? 8 },
        {
          process: async (task, hold) => outbox.processor.process(task, hold),
          onError,
        },
      ),
  );
  let isStopped = false;
  for (const worker of workers) worker.start().catch(onError);
  const relaying = (async () => {
    while (!isStopped) {
      const published = await outbox.relay.publishDue(queue).catch(() => 0);
      if (published === 0) await sleep(50);
    }
  })();
  return {
    queue,
    async stop() {
      isStopped = true;
      await relaying;
      await Promise.all(workers.map(async (worker) => worker.close(2000)));
      await queue.close();
    },
  };
}

/** Asks again and again until it is so. @throws Error after the deadline */
export async function until(what: string, isSo: () => Promise<boolean> | boolean, deadlineMs = 60_000): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`not in ${deadlineMs} ms: ${what}`);
    await sleep(20);
  }
}

/** How often each consumer had an effect for each event: `{ 'consumer eventId': times }`. */
export async function effects(outbox: Outbox): Promise<Map<string, number>> {
  const rows = await outbox.db.query<{ consumer: string; event_id: string; times: number }[]>(
    'SELECT consumer, event_id, count(*) AS times FROM test_effect GROUP BY 1, 2',
  );
  return new Map(rows.map((row) => [`${row.consumer} ${row.event_id}`, row.times]));
}

export async function countEvents(outbox: Outbox, condition: string): Promise<number> {
  const [row] = await outbox.db.query<[{ count: number }]>(
    `SELECT count(*) AS count FROM outbox_event WHERE ${condition}`,
  );
  return row.count;
}
