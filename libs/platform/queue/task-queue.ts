import { setTimeout as pause } from 'node:timers/promises';
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
import { Redis } from 'ioredis';
import { connectionAs } from '../database/roles.js';

/**
 * Tasks wait in two lanes, each with workers of its own: those that only need the database, and those that also wait for
 * something outside. A mail server that takes a minute for each mail keeps nobody but other mails waiting.
 */
export const LANES = ['inside', 'outside'] as const;
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
  /** Wait before a failed task is tried again, in milliseconds; each further wait is twice as long. Default: 1000. */
  readonly firstRetryMs?: number;
}

/** After an outage of the queue it is tried again at least this often. */
const MAX_RECONNECT_MS = 500;

/** How often a failing task is tried before it is given up. */
const ATTEMPTS = 5;

interface Backend {
  /** Whether the queue can be reached now, as far as is known. */
  readonly isThere: () => boolean;
  readonly connection: object;
  readonly factory: BackendFactory<IQueueBackend, object>;
  /** Lets go of what BullMQ does not: on Redis the connection is ours, so that it ends also while Redis is away. */
  readonly release: () => void;
}

function backendOf(settings: QueueSettings, isProducer: boolean, onError: (error: Error) => void): Backend {
  if (settings.redisUrl === null) {
    return {
      connection: { ...connectionAs(settings.databaseUrl, 'yui_worker'), max: isProducer ? 2 : 4 },
      factory: createPostgresBackend as BackendFactory<IQueueBackend, object>,
      isThere: () => true,
      release: () => undefined,
    };
  }
  const redis = new Redis(settings.redisUrl, {
    // A producer must know at once that Redis is away; the outbox keeps the event. A worker waits for its return.
    maxRetriesPerRequest: isProducer ? 1 : null,
    enableOfflineQueue: !isProducer,
    retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RECONNECT_MS),
  });
  redis.on('error', onError);
  return {
    connection: redis,
    factory: createRedisBackend,
    isThere: () => redis.status === 'ready',
    release: () => redis.disconnect(),
  };
}

/** Where the relay puts tasks. The queue may be lost at any time: the outbox fills it again. */
export class TaskQueue {
  private readonly queues: readonly {
    lane: Lane;
    queue: Queue<Task, void, string, Task, void, string, IQueueBackend>;
    release: () => void;
  }[];

  constructor(settings: QueueSettings, onError: (error: Error) => void) {
    this.queues = LANES.map((lane) => {
      const { connection, factory, release } = backendOf(settings, true, onError);
      const queue = new Queue(
        queueName(lane),
        {
          connection,
          defaultJobOptions: {
            attempts: ATTEMPTS,
            backoff: { type: 'exponential', delay: settings.firstRetryMs ?? 1000 },
            removeOnComplete: true,
            // A task that is kept would stand in the way of its own repetition; the outbox remembers failures.
            removeOnFail: true,
          },
        },
        factory,
      );
      queue.on('error', onError);
      return { lane, queue, release };
    });
  }

  /** Adding a task that is waiting already changes nothing. */
  async add(tasks: readonly WaitingTask[]): Promise<void> {
    for (const { lane, queue } of this.queues) {
      const own = tasks.filter((task) => task.lane === lane);
      if (own.length === 0) continue;
      await queue.addBulk(
        own.map(({ consumer, eventId }) => ({
          name: consumer,
          data: { consumer, eventId },
          opts: { jobId: `${consumer}-${eventId}` },
        })),
      );
    }
  }

  async close(): Promise<void> {
    for (const { queue, release } of this.queues) {
      await queue.close();
      release();
    }
  }
}

export interface TaskWorkerHooks {
  readonly process: (task: Task) => Promise<void>;
  /** A task failed for the last time. */
  readonly giveUp: (task: Task, error: Error) => Promise<void>;
  readonly onError: (error: Error) => void;
}

/** Takes tasks from the queue. A task whose worker dies goes to another one within six seconds. */
export class TaskWorker {
  private readonly worker: Worker<Task, void, string, IQueueBackend, JobProgress, object>;
  private readonly backend: Backend;
  private readonly underWay = new Set<Promise<void>>();

  constructor(settings: QueueSettings & { lane: Lane; concurrency: number }, hooks: TaskWorkerHooks) {
    this.backend = backendOf(settings, false, hooks.onError);
    this.worker = new Worker<Task, void, string, IQueueBackend, JobProgress, object>(
      queueName(settings.lane),
      async (job: Job<Task>) => {
        const work = this.work(job, hooks);
        this.underWay.add(work);
        await work.finally(() => this.underWay.delete(work));
      },
      {
        connection: this.backend.connection,
        concurrency: settings.concurrency,
        // A dead worker's lock ends after at most 4 seconds, and its task is seen within one more.
        lockDuration: 4000,
        stalledInterval: 1000,
        maxStalledCount: 5,
        drainDelay: 1,
        runRetryDelay: MAX_RECONNECT_MS,
      },
      this.backend.factory,
    );
    this.worker.on('error', hooks.onError);
  }

  /**
   * Takes nothing new and finishes what is under way; what is not finished after `deadlineMs` is left to another worker.
   */
  async close(deadlineMs: number): Promise<void> {
    const closing = this.backend.isThere() ? this.worker.close() : this.closeWithoutQueue();
    const timer = new AbortController();
    await Promise.race([closing, pause(deadlineMs, undefined, { signal: timer.signal })]);
    timer.abort();
    this.backend.release();
  }

  /** BullMQ would wait for Redis to say goodbye; what is under way in the database can be finished all the same. */
  private async closeWithoutQueue(): Promise<void> {
    await Promise.allSettled(this.underWay);
    await this.worker.close(true);
  }

  private async work(job: Job<Task>, hooks: TaskWorkerHooks): Promise<void> {
    try {
      await hooks.process(job.data);
    } catch (error) {
      if (job.attemptsMade + 1 >= ATTEMPTS) await hooks.giveUp(job.data, error as Error);
      throw error;
    }
  }
}
