import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import {
  awaitQueue,
  checkQueue,
  CleanUp,
  CONFIG,
  type Config,
  DatabaseWatch,
  errorForLog,
  EventHandlers,
  EventHealth,
  LANES,
  Metrics,
  OutboxRelay,
  Readiness,
  TaskProcessor,
  TaskQueue,
  TaskWorker,
  timed,
  type Timer,
  TroubleBook,
} from '#yui/platform';
import { Deadlines } from './deadlines.js';
import { Loop } from './loop.js';

const RELAY_IDLE_MS = 200;
const QUEUE_IDLE_MS = 1000;
/** How soon it is noticed that what many wait for is there again. */
const PROBE_IDLE_MS = 2000;
const DEADLINES_IDLE_MS = 1000;
const CLEAN_UP_IDLE_MS = 24 * 3_600_000;
/** While the queue is away, every attempt to reach it is an error; one line in this time is enough. */
const QUEUE_ERROR_EVERY_MS = 30_000;
/** How long tasks under way may take to finish after the process was asked to leave. */
const DRAIN_DEADLINE_MS = 15_000;

/** Everything a worker process does, from its start to its end. */
@Injectable()
export class WorkerProcess implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WorkerProcess.name);
  private readonly rounds: Timer;
  private loops: Loop[] = [];
  private workers: TaskWorker[] = [];
  private queue: TaskQueue | undefined;
  private isPaused = false;
  private lastQueueErrorMs = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly relay: OutboxRelay,
    private readonly processor: TaskProcessor,
    private readonly deadlines: Deadlines,
    private readonly cleanUp: CleanUp,
    private readonly readiness: Readiness,
    private readonly events: EventHealth,
    private readonly troubles: TroubleBook,
    private readonly handlers: EventHandlers,
    private readonly watch: DatabaseWatch,
    private readonly metrics: Metrics,
  ) {
    this.rounds = metrics.timer('yui_round_seconds', 'Rounds of what a worker does again and again.');
  }

  /** @throws QUEUE.* */
  async onApplicationBootstrap(): Promise<void> {
    const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, WORKER_CONCURRENCY: concurrency } = this.config;
    await checkQueue({ databaseUrl, redisUrl });
    const onError = (error: Error) => this.queueError(error);
    const tasks = this.metrics.timer('yui_task_seconds', 'Tasks, by the consumer that worked on them.');
    const queue = new TaskQueue({ databaseUrl, redisUrl }, onError);
    this.queue = queue;
    this.workers = LANES.map(
      (lane) =>
        new TaskWorker(
          { databaseUrl, redisUrl, concurrency, lane },
          {
            process: async (task, hold) => timed(tasks, task.consumer, async () => this.processor.process(task, hold)),
            onError,
          },
        ),
    );
    await awaitQueue(Promise.all([queue.ready(), ...this.workers.map(async (worker) => worker.start())]));
    this.loops = [
      this.loop('relay', RELAY_IDLE_MS, async () => (await this.relay.publishDue(queue)) > 0),
      this.loop('queue', QUEUE_IDLE_MS, async () => {
        await queue.lookAfter(async () => this.relay.publishAllAgain());
        await this.keepTime();
        return false;
      }),
      this.loop('probe', PROBE_IDLE_MS, async () => {
        await this.troubles.probe(this.handlers.consumers());
        return false;
      }),
      this.loop('deadlines', DEADLINES_IDLE_MS, async () => {
        await this.deadlines.execute();
        return false;
      }),
      this.loop('clean-up', CLEAN_UP_IDLE_MS, async () => (await this.cleanUp.execute()) > 0),
    ];
    for (const loop of this.loops) loop.start();
    this.readiness.add(async () => this.events.standingStill());
    this.measure();
    this.readiness.addConcern(async () => this.events.needsAttention());
    this.logger.log({ msg: 'worker started', queue: redisUrl === null ? 'postgresql' : 'redis', concurrency });
  }

  /** The health page still answers (503) while this finishes; connections are closed after it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.readiness.leave();
    // At once: a worker that waited for a long round of a loop would go on taking tasks.
    await Promise.all([
      ...this.workers.map(async (worker) => worker.close(DRAIN_DEADLINE_MS)),
      ...this.loops.map(async (loop) => loop.stop()),
    ]);
    await this.queue?.close();
    this.logger.log({ msg: 'worker stopped' });
  }

  private measure(): void {
    const help = 'Events somebody still has to be told of: waiting (at most 10,001), and set aside for a person.';
    this.metrics.gauge('yui_events', help, ['state'], async () => {
      const { waiting, setAside } = await this.events.figures();
      return [
        { labels: { state: 'waiting' }, value: waiting },
        { labels: { state: 'set_aside' }, value: setAside },
      ];
    });
    this.metrics.gauge('yui_oldest_event_seconds', 'How long the oldest of them has waited.', [], async () => [
      { labels: {}, value: (await this.events.figures()).oldestWaitingSeconds },
    ]);
  }

  /** Takes nothing new while this machine and the database disagree on the time. */
  private async keepTime(): Promise<void> {
    const isWrong = this.watch.obstacle === 'CLOCK_DIFFERS';
    if (isWrong === this.isPaused) return;
    this.isPaused = isWrong;
    for (const worker of this.workers) await (isWrong ? worker.pause() : worker.resume());
  }

  private queueError(error: Error): void {
    const nowMs = performance.now();
    if (nowMs - this.lastQueueErrorMs < QUEUE_ERROR_EVERY_MS) return;
    this.lastQueueErrorMs = nowMs;
    this.logger.warn({ msg: 'queue error', error: errorForLog(error) });
  }

  private loop(name: string, idleMs: number, round: () => Promise<boolean>): Loop {
    return new Loop({ name, idleMs, round: async () => timed(this.rounds, name, round), logger: this.logger });
  }
}
