import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Job,
  type JobProgress,
  Queue,
  Worker,
} from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createQueuePool, resetTimesAhead } from './queue-pool.js';

/**
 * Tasks wait in four lanes, each with workers of its own: those that only need the database, mails, papers, and webhooks. A mail
 * server that takes a minute for each mail keeps nobody but other mails waiting, and a thousand papers only other papers.
 */
export const LANES = ['inside', 'mail', 'papers', 'webhooks'] as const;
export type Lane = (typeof LANES)[number];

const queueName = (lane: Lane) => `yui-${lane}`;

/** One consumer, one event: what a worker does. Ids only. */
export interface Task {
  readonly consumer: string;
  readonly eventId: string;
}

export interface WaitingTask extends Task {
  readonly lane: Lane;
}

export interface QueueSettings {
  readonly databaseUrl: string;
  /** null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null;
}

/** After an outage of the queue it is tried again at least this often. */
const MAX_RECONNECT_MS = 500;
/** A queue that cannot be reached for so long when a process starts: the process ends and says so. */
const MAX_START_MS = 20_000;
/** A relay holds rows of the outbox while it adds tasks: no longer than this. */
const MAX_ADDING_MS = 5000;
/** A dead worker's tasks are free after this long; they are seen within one second more. */
const LOCK_MS = 4000;
const RENEW_MS = 1000;
/** Wait before a task that could not go on is tried again by the same worker. */
const HOLD_MS = 500;
/** BullMQ never gives a task up and never delays one: when it is tried again is written in the outbox. */
const UNLIMITED = 1_000_000;
/** A task that ended so many workers is dropped from the queue; the outbox brings it again, later each time. */
const MAX_STALLED = 20;

/** Which run of Redis was last known to hold all tasks. Gone after a flush, another one after a restart or a failover. */
const FILLED_KEY = 'yui:queue:filled';

/** Changes whenever Redis starts: then the last second, or all of it, may be lost. */
async function runOf(redis: Redis): Promise<string> {
  return /^run_id:(\w+)/m.exec(await redis.info('server'))?.[1] ?? '';
}

type Stop = () => Promise<void>;

interface Backend {
  /** Whether the queue can be reached now, as far as is known. */
  readonly isThere: () => boolean;
  readonly connection: object;
  readonly factory: BackendFactory<IQueueBackend, object>;
  /** Puts right what a lost queue or a wrong clock left behind. @returns whether tasks may have been lost */
  readonly lookAfter: () => Promise<boolean>;
  /** What was lost is in the queue again. */
  readonly confirm: () => Promise<void>;
  /** Lets go of the connections, which are ours: they end also while the queue is away. */
  readonly release: Stop;
}

function backendOf(settings: QueueSettings, isProducer: boolean, onError: (error: Error) => void): Backend {
  if (settings.redisUrl === null) {
    // A worker listens on one of its connections.
    const pool = createQueuePool(settings.databaseUrl, isProducer ? 2 : 5);
    return {
      connection: pool,
      factory: createPostgresBackend as BackendFactory<IQueueBackend, object>,
      isThere: () => true,
      lookAfter: async () => resetTimesAhead(pool).then(() => false),
      confirm: async () => undefined,
      release: async () => void pool.end().catch(() => undefined),
    };
  }
  const redis = new Redis(settings.redisUrl, {
    // A producer must know at once that Redis is away; the outbox keeps the event. A worker waits for its return.
    maxRetriesPerRequest: isProducer ? 1 : null,
    enableOfflineQueue: !isProducer,
    retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RECONNECT_MS),
    // A primary that became a replica answers, and takes nothing.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    keepAlive: 5000,
  });
  redis.on('error', onError);
  return {
    connection: redis,
    factory: createRedisBackend,
    isThere: () => redis.status === 'ready',
    lookAfter: async () => (await redis.get(FILLED_KEY)) !== (await runOf(redis)),
    confirm: async () => void (await redis.set(FILLED_KEY, await runOf(redis))),
    release: async () => redis.disconnect(),
  };
}

async function within<T>(limitMs: number, what: string, work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  work.catch(() => undefined);
  const late = pause(limitMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${what} took longer than ${limitMs} ms`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}

interface LaneQueue {
  readonly lane: Lane;
  readonly queue: Queue<Task, void, string, Task, void, string, IQueueBackend>;
  readonly backend: Backend;
}

/** Where the relay puts tasks. The queue may be lost at any time: the outbox fills it again. */
export class TaskQueue {
  private readonly queues: readonly LaneQueue[];

  constructor(settings: QueueSettings, onError: (error: Error) => void) {
    this.queues = LANES.map((lane) => {
      const backend = backendOf(settings, true, onError);
      const queue = new Queue(
        queueName(lane),
        {
          connection: backend.connection,
          // A task that is kept would stand in the way of its own repetition; the outbox remembers failures.
          defaultJobOptions: { attempts: UNLIMITED, removeOnComplete: true, removeOnFail: true },
        },
        backend.factory,
      );
      queue.on('error', onError);
      return { lane, queue, backend };
    });
  }

  /** @throws Error when the queue cannot be reached */
  async ready(): Promise<void> {
    const ready = Promise.all(this.queues.map(async ({ queue }) => queue.waitUntilReady()));
    await within(MAX_START_MS, 'reaching the queue', ready);
  }

  /** Adding a task that is waiting already changes nothing. @throws Error when the queue did not take them in time */
  async add(tasks: readonly WaitingTask[]): Promise<void> {
    for (const { lane, queue } of this.queues) {
      const own = tasks.filter((task) => task.lane === lane);
      if (own.length === 0) continue;
      const jobs = own.map(({ consumer, eventId }) => ({
        name: consumer,
        data: { consumer, eventId },
        opts: { jobId: `${consumer}-${eventId}` },
      }));
      await within(MAX_ADDING_MS, 'adding tasks', queue.addBulk(jobs));
    }
  }

  /**
   * Looks whether the queue still holds what it was given.
   * @param fillAgain puts everything in again that is still to be done
   */
  async lookAfter(fillAgain: () => Promise<void>): Promise<void> {
    const [first] = this.queues;
    // All lanes live in one place.
    if (!first || !(await first.backend.lookAfter())) return;
    await fillAgain();
    await first.backend.confirm();
  }

  async close(): Promise<void> {
    for (const { queue, backend } of this.queues) {
      await queue.close();
      await backend.release();
    }
  }
}

/** What a task knows of its place in the queue. */
export interface Hold {
  /**
   * Waits a moment, for what stood in the way of the task to pass. @returns whether the task is still this worker's, and is
   * to go on; false: another worker has it, or will
   */
  again(): Promise<boolean>;
}

export interface TaskWorkerHooks {
  readonly process: (task: Task, hold: Hold) => Promise<void>;
  readonly onError: (error: Error) => void;
}

/** Takes tasks from the queue. A task whose worker dies goes to another one within six seconds. */
export class TaskWorker {
  private readonly worker: Worker<Task, void, string, IQueueBackend, JobProgress, object>;
  private readonly backend: Backend;
  private readonly underWay = new Set<Promise<void>>();
  private isClosing = false;

  constructor(
    settings: QueueSettings & { lane: Lane; concurrency: number },
    private readonly hooks: TaskWorkerHooks,
  ) {
    this.backend = backendOf(settings, false, hooks.onError);
    this.worker = new Worker<Task, void, string, IQueueBackend, JobProgress, object>(
      queueName(settings.lane),
      async (job: Job<Task>, token) => {
        const work = this.work(job, token ?? '');
        this.underWay.add(work);
        await work.finally(() => this.underWay.delete(work));
      },
      {
        connection: this.backend.connection,
        concurrency: settings.concurrency,
        autorun: false,
        lockDuration: LOCK_MS,
        // BullMQ renews by the clock of this machine; see `work`.
        skipLockRenewal: true,
        stalledInterval: 1000,
        maxStalledCount: MAX_STALLED,
        drainDelay: 1,
        runRetryDelay: MAX_RECONNECT_MS,
      },
      this.backend.factory,
    );
    this.worker.on('error', hooks.onError);
  }

  /** Begins to take tasks. @throws Error when the queue cannot be reached */
  async start(): Promise<void> {
    await within(MAX_START_MS, 'reaching the queue', this.worker.waitUntilReady());
    this.worker.run().catch(this.hooks.onError);
  }

  /** Takes nothing new until `resume`. What is under way goes on. */
  async pause(): Promise<void> {
    await this.worker.pause(true);
  }

  async resume(): Promise<void> {
    await this.worker.resume();
  }

  /**
   * Takes nothing new and finishes what is under way; what is not finished after `deadlineMs` is left to another worker.
   */
  async close(deadlineMs: number): Promise<void> {
    this.isClosing = true;
    const closing = this.backend.isThere() ? this.worker.close() : this.closeWithoutQueue();
    const timer = new AbortController();
    await Promise.race([closing, pause(deadlineMs, undefined, { signal: timer.signal })]);
    timer.abort();
    await this.backend.release();
  }

  /** BullMQ would wait for Redis to say goodbye; what is under way in the database can be finished all the same. */
  private async closeWithoutQueue(): Promise<void> {
    await Promise.allSettled(this.underWay);
    await this.worker.close(true);
  }

  private async work(job: Job<Task>, token: string): Promise<void> {
    const renew = async () => job.extendLock(token, LOCK_MS);
    // What cannot be renewed now is renewed next time, or has gone to another worker.
    const timer = setInterval(() => void renew().catch(() => undefined), RENEW_MS);
    try {
      await this.hooks.process(job.data, { again: async () => this.isStillOurs(renew) });
    } catch (error) {
      this.hooks.onError(error as Error);
      // It goes back to the queue at once: not as fast as the machine can.
      if (!this.isClosing) await pause(HOLD_MS);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  private async isStillOurs(renew: () => Promise<number>): Promise<boolean> {
    for (;;) {
      await pause(HOLD_MS);
      if (this.isClosing) return false;
      try {
        return (await renew()) > 0;
      } catch {
        // The queue is away as well: whose the task is will be known when it is back.
      }
    }
  }
}
