import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { errorForLog } from '../errors/error-for-log.js';
import { passingFaultOf } from '../errors/passing-fault.js';
import { tracedAfter } from '../monitoring/spans.js';
import type { Hold, Task } from '../queue/task-queue.js';
import { type EventHandler, EventHandlers } from './event-handler.js';
import { importOf, OutboxEvent } from '../database/outbox-event.entity.js';
import { TroubleBook } from './trouble-book.js';

/** A task that ends with its delivery: nobody holds it for a second look. */
const ONCE: Hold = { again: async () => false };

/** Runs one handler for one event, with exactly one effect however often the task arrives. */
@Injectable()
export class TaskProcessor {
  private readonly logger = new Logger(TaskProcessor.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: EventHandlers,
    private readonly book: TroubleBook,
  ) {}

  /**
   * When it returns, the task went through, or what stood in its way is recorded, or it is another worker's now.
   * @throws Error when none of these could be had: the queue delivers the task again
   */
  async process(task: Task, hold: Hold = ONCE): Promise<void> {
    const once = new OnceOutside();
    for (;;) {
      try {
        return await this.handle(task, once);
      } catch (error) {
        // What lies outside the database was done; doing it again would be a second mail. The rest waits here.
        const waitsHere = once.isDone && passingFaultOf(error) !== null;
        if (!waitsHere && (await this.isNoted(task, error as Error))) return;
        if (!(await hold.again())) throw error;
      }
    }
  }

  /** @returns false while the database, where it would be written, is itself what is missing */
  private async isNoted(task: Task, error: Error): Promise<boolean> {
    try {
      await this.book.note(task, error);
      return true;
    } catch (failure) {
      if (passingFaultOf(failure) === null) throw failure;
      this.logger.warn({ msg: 'task is held', ...task, error: errorForLog(error) });
      return false;
    }
  }

  private async handle(task: Task, once: OnceOutside): Promise<void> {
    const event = await this.dataSource.manager.findOneBy(OutboxEvent, { id: task.eventId });
    if (!event) return;
    await tracedAfter(event.traceparent, `${task.consumer} ${event.name}`, async () => this.work(task, event, once));
  }

  private async work(task: Task, event: OutboxEvent, once: OnceOutside): Promise<void> {
    const handler = this.handlers.get(task.consumer);
    if (handler.before && !(await this.isHandled(task))) await once.do(async () => handler.before?.(event));
    const waitedFor = await this.enter(task, event, handler);
    if (waitedFor !== null) await this.book.release(task.consumer, waitedFor);
  }

  private async enter(task: Task, event: OutboxEvent, handler: EventHandler) {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      // A second delivery waits here until the first has ended, also one that a paused worker brings late.
      const entered = await tx.manager.query<{ consumer: string }[]>(
        'INSERT INTO inbox_entry (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING consumer',
        [task.consumer, event.id],
      );
      // What comes of a step of an import is a step of it too.
      if (entered.length > 0) await handler.handle(event, tx.asStepOf(importOf(event)));
      const consumers = this.handlers.consumersOf(event.name);
      // Consumers work side by side; anyone who comes here last sees the entries of all the others and acknowledges. The plain
      // FOR UPDATE would wait for their entries, which refer to this row.
      await tx.manager.query('SELECT FROM outbox_event WHERE id = $1 FOR NO KEY UPDATE', [event.id]);
      const waitedFor = await this.book.clear(tx.manager, task);
      await tx.manager.query(
        `UPDATE outbox_event SET acknowledged_at = now(), publish_at = NULL
         WHERE id = $1 AND (SELECT count(*) FROM inbox_entry WHERE event_id = $1 AND consumer = ANY($2)) = $3`,
        [event.id, consumers, consumers.length],
      );
      return waitedFor;
    });
  }

  private async isHandled(task: Task): Promise<boolean> {
    const rows = await this.dataSource.query<object[]>(
      'SELECT 1 FROM inbox_entry WHERE consumer = $1 AND event_id = $2',
      [task.consumer, task.eventId],
    );
    return rows.length > 0;
  }
}

/** Does what lies outside the database at most once, however often the rest has to be tried. */
class OnceOutside {
  isDone = false;

  async do(work: () => Promise<void>): Promise<void> {
    if (this.isDone) return;
    await work();
    this.isDone = true;
  }
}
