import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TaskQueue } from '../queue/task-queue.js';
import { EventHandlers } from './event-handler.js';

const BATCH = 200;
/**
 * After this long without an acknowledgement an event goes to the queue again: the queue may have been lost. Each time
 * the wait doubles, so that an event that kills its worker cannot keep the others busy.
 */
const REPUBLISH_AFTER_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 3600;

/** Carries events from the outbox to the queue. Any number may run: each takes rows no other one holds. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: EventHandlers,
  ) {}

  /**
   * Publishes what is due, at most 200 events.
   * @returns how many events were taken. When the queue cannot be reached it throws, and the events stay due.
   */
  async publishDue(queue: Pick<TaskQueue, 'add'>): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const events = await manager.query<{ id: string; name: string }[]>(
        `SELECT id, name FROM outbox_event WHERE publish_at <= now() ORDER BY publish_at, id LIMIT $1
         FOR UPDATE SKIP LOCKED`,
        [BATCH],
      );
      if (events.length === 0) return 0;
      const tasks = events.flatMap((event) =>
        this.handlers
          .consumersOf(event.name)
          .map((consumer) => ({ consumer, eventId: event.id, lane: this.handlers.laneOf(consumer) })),
      );
      if (tasks.length > 0) await queue.add(tasks);
      const awaited = new Set(tasks.map((task) => task.eventId));
      await manager.query(
        `UPDATE outbox_event SET attempts = attempts + 1,
           publish_at = now() + make_interval(secs => least($2 * 2 ^ least(attempts, 20), $3))
         WHERE id = ANY($1)`,
        [[...awaited], REPUBLISH_AFTER_SECONDS, LONGEST_WAIT_SECONDS],
      );
      await manager.query(`UPDATE outbox_event SET acknowledged_at = now(), publish_at = NULL WHERE id = ANY($1)`, [
        events.map((event) => event.id).filter((id) => !awaited.has(id)),
      ]);
      return events.length;
    });
  }
}
