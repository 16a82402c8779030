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

const QUEUE_NAME = 'yui';

/** One consumer, one event: what a worker does. Ids only. */
export interface Task {
  readonly consumer: string;
  readonly eventId: string;
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
  private readonly queue: Queue<Task, void, string, Task, void, string, IQueueBackend, object>;

  constructor(settings: QueueSettings, onError: (error: Error) => void) {
    const { connection, factory } = backendOf(settings, true);
    this.queue = new Queue(
      QUEUE_NAME,
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
    this.queue.on('error', onError);
  }

  async add(tasks: readonly Task[]): Promise<void> {
    await this.queue.addBulk(
      tasks.map((task) => ({
        name: task.consumer,
        data: task,
        opts: { jobId: `${task.consumer}-${task.eventId}` },
      })),
    );
  }

  async close(): Promise<void> {
    await this.queue.close();
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

  constructor(settings: QueueSettings & { concurrency: number }, hooks: TaskWorkerHooks) {
    const { connection, factory } = backendOf(settings, false);
    this.worker = new Worker(
      QUEUE_NAME,
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

  /** Finishes what is under way and takes nothing new. */
  async close(): Promise<void> {
    await this.worker.close();
  }
}
