import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { errorForLog } from '../errors/error-for-log.js';
import type { Task } from '../queue/task-queue.js';
import { EventHandlers } from './event-handler.js';
import { OutboxEvent } from './outbox-event.entity.js';
import { RetryLater } from './retry-later.js';

const LONGEST_WAIT_SECONDS = 900;
const MAX_ERROR_CHARACTERS = 500;

/** Runs one handler for one event, with exactly one effect however often the task arrives. */
@Injectable()
export class TaskProcessor {
  private readonly logger = new Logger(TaskProcessor.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: EventHandlers,
  ) {}

  async process(task: Task): Promise<void> {
    const event = await this.dataSource.manager.findOneBy(OutboxEvent, { id: task.eventId });
    if (!event) return;
    try {
      await this.handle(task, event);
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      await this.postpone(task, event, error);
    }
  }

  /** The last attempt failed: keep the event, stop repeating it, and say so where an operator looks. */
  async giveUp(task: Task, error: Error): Promise<void> {
    this.logger.error({ msg: 'task given up', ...task, error: errorForLog(error) });
    await this.dataSource.query(
      'UPDATE outbox_event SET failed_at = now(), publish_at = NULL, last_error = $2 WHERE id = $1',
      [task.eventId, describe(task, error)],
    );
  }

  private async handle(task: Task, event: OutboxEvent): Promise<void> {
    const handler = this.handlers.get(task.consumer);
    if (!(await this.isHandled(task))) await handler.before?.(event);
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      // A second delivery waits here until the first has ended, also one that a paused worker brings late.
      const entered = await tx.manager.query<{ consumer: string }[]>(
        'INSERT INTO inbox_entry (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING consumer',
        [task.consumer, event.id],
      );
      if (entered.length > 0) await handler.handle(event, tx);
      const consumers = this.handlers.consumersOf(event.name);
      // Consumers work side by side; whoever comes here last sees the entries of all the others and acknowledges. The plain
      // FOR UPDATE would wait for their entries, which refer to this row.
      await tx.manager.query('SELECT FROM outbox_event WHERE id = $1 FOR NO KEY UPDATE', [event.id]);
      await tx.manager.query(
        `UPDATE outbox_event SET acknowledged_at = now(), publish_at = NULL
         WHERE id = $1 AND (SELECT count(*) FROM inbox_entry WHERE event_id = $1 AND consumer = ANY($2)) = $3`,
        [event.id, consumers, consumers.length],
      );
    });
  }

  /** Leaves the event to the relay, which brings it again later. */
  private async postpone(task: Task, event: OutboxEvent, error: RetryLater): Promise<void> {
    const [rows] = await this.dataSource.query<[{ wait_seconds: number }[], number]>(
      `UPDATE outbox_event SET last_error = $2,
         publish_at = now() + make_interval(secs => least(2 ^ least(attempts, 20), $3))
       WHERE id = $1 AND failed_at IS NULL AND created_at > now() - make_interval(hours => $4)
       RETURNING least(2 ^ least(attempts, 20), $3) AS wait_seconds`,
      [event.id, describe(task, error), LONGEST_WAIT_SECONDS, error.giveUpAfterHours],
    );
    const waitSeconds = rows[0]?.wait_seconds;
    if (waitSeconds === undefined) await this.giveUp(task, error);
    else this.logger.warn({ msg: 'task postponed', ...task, waitSeconds, error: errorForLog(error) });
  }

  private async isHandled(task: Task): Promise<boolean> {
    const rows = await this.dataSource.query<object[]>(
      'SELECT 1 FROM inbox_entry WHERE consumer = $1 AND event_id = $2',
      [task.consumer, task.eventId],
    );
    return rows.length > 0;
  }
}

function describe(task: Task, error: Error): string {
  return `${task.consumer}: ${error.message}`.slice(0, MAX_ERROR_CHARACTERS);
}
