import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Task } from '../queue/task-queue.js';
import { EventHandlers } from './event-handler.js';
import { OutboxEvent } from './outbox-event.entity.js';

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
    const handler = this.handlers.get(task.consumer);
    const event = await this.dataSource.manager.findOneBy(OutboxEvent, { id: task.eventId });
    if (!event) return;
    if (!(await this.isHandled(task))) await handler.before?.(event);
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      // The lock lets one delivery of the event work at a time, also one that a paused worker brings late.
      await tx.lock(OutboxEvent, { id: event.id });
      const entered = await tx.manager.query<{ consumer: string }[]>(
        'INSERT INTO inbox_entry (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING consumer',
        [task.consumer, event.id],
      );
      if (entered.length > 0) await handler.handle(event, tx);
      const consumers = this.handlers.consumersOf(event.name);
      await tx.manager.query(
        `UPDATE outbox_event SET acknowledged_at = now(), publish_at = NULL
         WHERE id = $1 AND (SELECT count(*) FROM inbox_entry WHERE event_id = $1 AND consumer = ANY($2)) = $3`,
        [event.id, consumers, consumers.length],
      );
    });
  }

  /** The last attempt failed: keep the event, stop repeating it, and say so where an operator looks. */
  async giveUp(task: Task, error: Error): Promise<void> {
    this.logger.error({ msg: 'task given up', consumer: task.consumer, eventId: task.eventId, error: error.message });
    await this.dataSource.query(
      'UPDATE outbox_event SET failed_at = now(), publish_at = NULL, last_error = $2 WHERE id = $1',
      [task.eventId, `${task.consumer}: ${error.message}`.slice(0, 500)],
    );
  }

  private async isHandled(task: Task): Promise<boolean> {
    const rows = await this.dataSource.query<object[]>(
      'SELECT 1 FROM inbox_entry WHERE consumer = $1 AND event_id = $2',
      [task.consumer, task.eventId],
    );
    return rows.length > 0;
  }
}
