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
}

/** How often a failing task is tried before it is given up, with waits of 1, 2, 4, 8 seconds between. */
const ATTEMPTS = 5;

function backendOf(
  settings: QueueSettings,
  isProducer: boolean,
): { connection: object; factory: BackendFactory<IQueueBackend, object> } {
  if (settings.redisUrl === null) {
    return {
      connection: { connectionString: settings.databaseUrl, max: 4 },
      factory: createPostgresBackend as BackendFactory<IQueueBackend, object>,
    };
  }
  return {
    connection: {
      url: settings.redisUrl,
      // A producer must know at once that Redis is away; the outbox keeps the event. A worker waits for its return.
      maxRetriesPerRequest: isProducer ? 1 : null,
      enableOfflineQueue: !isProducer,
      retryStrategy: (attempt: number) => Math.min(attempt * 100, 1000),
    },
    factory: createRedisBackend as BackendFactory<IQueueBackend, object>,
  };
}

/** Where the relay puts tasks. The queue may be lost at any time: the outbox fills it again. */
export class TaskQueue {
  private readonly queues: readonly {
    lane: Lane;
    queue: Queue<Task, void, string, Task, void, string, IQueueBackend>;
  }[];

  constructor(settings: QueueSettings, onError: (error: Error) => void) {
    this.queues = LANES.map((lane) => {
      const { connection, factory } = backendOf(settings, true);
      const queue = new Queue(
        queueName(lane),
        {
          connection,
          defaultJobOptions: {
            attempts: ATTEMPTS,
            backoff: { type: 'exponential', delay: 1000 },
            removeOnComplete: true,
            // A task that is kept would stand in the way of its own repetition; the outbox remembers failures.
            removeOnFail: true,
          },
        },
        factory,
      );
      queue.on('error', onError);
      return { lane, queue };
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
    await Promise.all(this.queues.map(async ({ queue }) => queue.close()));
  }
}

export interface TaskWorkerHooks {
  process(task: Task): Promise<void>;
  /** A task failed for the last time. */
  giveUp(task: Task, error: Error): Promise<void>;
  onError(error: Error): void;
}

/** Takes tasks from the queue. A task whose worker dies goes to another one within six seconds. */
export class TaskWorker {
  private readonly worker: Worker<Task, void, string, IQueueBackend, JobProgress, object>;

  constructor(settings: QueueSettings & { lane: Lane; concurrency: number }, hooks: TaskWorkerHooks) {
    const { connection, factory } = backendOf(settings, false);
    this.worker = new Worker(
      queueName(settings.lane),
      async (job: Job<Task>) => {
        try {
          await hooks.process(job.data);
        } catch (error) {
          if (job.attemptsMade + 1 >= ATTEMPTS) await hooks.giveUp(job.data, error as Error);
          throw error;
        }
      },
      {
        connection,
        concurrency: settings.concurrency,
        lockDuration: 5000,
        stalledInterval: 2000,
        maxStalledCount: 5,
        drainDelay: 1,
      },
      factory,
    );
    this.worker.on('error', hooks.onError);
  }

  /**
   * Takes nothing new and finishes what is under way; what is not finished after `deadlineMs` is left to another worker.
   */
  async close(deadlineMs: number): Promise<void> {
    const tooLate = new AbortController();
    const isDone = await Promise.race([
      this.worker.close().then(() => true),
      pause(deadlineMs, false, { signal: tooLate.signal }),
    ]);
    tooLate.abort();
    if (!isDone) await this.worker.close(true);
  }
}
