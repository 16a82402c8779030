import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { TaskQueue, WaitingTask } from '../queue/task-queue.js';
import { EventHandlers } from './event-handler.js';
import type { EventPayload } from '../database/outbox-event.entity.js';

const BATCH = 200;
/**
 * After this long without an acknowledgement an event goes to the queue again: the queue may have lost it. Each time the
 * wait doubles, so that an event that kills its worker cannot keep the others busy.
 */
const REPUBLISH_AFTER_SECONDS = 60;
const MAX_WAIT_SECONDS = 3600;
/** A relay that stands still while it holds events lets go of them after this long, and another one takes them. */
const MAX_HOLD = '6s';

interface DueEvent extends Announcement {
  readonly attempts: number;
  readonly handled: readonly string[];
  readonly set_aside: readonly string[];
  /** In trouble, and not to be tried yet. */
  readonly waiting: readonly string[];
  /** In trouble, and to be tried now. */
  readonly retried: readonly string[];
}

/** An event as it is announced to every process that listens: ids only, as in its payload. */
export interface Announcement {
  readonly id: string;
  readonly name: string;
  readonly deskId: string | null;
  readonly payload: EventPayload;
}
export const ANNOUNCEMENTS = 'yui_event';

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
      await manager.query(`SELECT set_config('idle_in_transaction_session_timeout', '${MAX_HOLD}', true)`);
      const events = await this.takeDue(manager);
      if (events.length === 0) return 0;
      const open = events.map((event) => ({ event, ...this.sort(event) }));
      const tasks = open.flatMap(({ tasks }) => tasks);
      if (tasks.length > 0) await queue.add(tasks);
      await this.write(manager, open);
      await this.announce(manager, events);
      return events.length;
    });
  }

  /** Anyone who watches is told once, and by the commit of this transaction: then it has happened, and is on its way. */
  private async announce(manager: EntityManager, events: readonly DueEvent[]): Promise<void> {
    const fresh = events.filter(({ attempts }) => attempts === 0);
    await manager.query(`SELECT pg_notify('${ANNOUNCEMENTS}', said) FROM unnest($1::text[]) AS said`, [
      fresh.map(({ id, name, deskId, payload }) =>
        JSON.stringify({ id, name, deskId, payload } satisfies Announcement),
      ),
    ]);
  }

  /** The queue was lost with all that was in it: what is not acknowledged is due at once. */
  async publishAllAgain(): Promise<void> {
    await this.dataSource.query('UPDATE outbox_event SET publish_at = now() WHERE publish_at > now()');
  }

  private async takeDue(manager: EntityManager): Promise<DueEvent[]> {
    const troubled = (condition: string) =>
      `ARRAY(SELECT consumer FROM task_trouble AS t WHERE t.event_id = e.id AND ${condition})`;
    return manager.query<DueEvent[]>(
      `SELECT id, name, desk_id AS "deskId", payload, attempts,
         ARRAY(SELECT consumer FROM inbox_entry WHERE event_id = e.id AND consumer = ANY($2)) AS handled,
         ${troubled('set_aside_at IS NOT NULL')} AS set_aside,
         ${troubled('set_aside_at IS NULL AND retry_at > now()')} AS waiting,
         ${troubled('set_aside_at IS NULL AND retry_at <= now()')} AS retried
       FROM outbox_event AS e WHERE publish_at <= now() ORDER BY publish_at, id LIMIT $1
       FOR UPDATE OF e SKIP LOCKED`,
      [BATCH, this.handlers.consumers()],
    );
  }

  private sort(event: DueEvent) {
    const open = this.handlers.consumersOf(event.name).filter((consumer) => !event.handled.includes(consumer));
    const trying = open.filter((consumer) => !event.set_aside.includes(consumer));
    const tasks: WaitingTask[] = trying
      .filter((consumer) => !event.waiting.includes(consumer))
      .map((consumer) => ({ consumer, eventId: event.id, lane: this.handlers.laneOf(consumer) }));
    // A task that is brought back because of its trouble is no sign of a lost queue.
    const isRepeated = tasks.some(({ consumer }) => !event.retried.includes(consumer));
    return { open, trying, tasks, isRepeated };
  }

  private async write(
    manager: EntityManager,
    sorted: readonly ({ event: DueEvent } & ReturnType<OutboxRelay['sort']>)[],
  ): Promise<void> {
    const idsOf = (fits: (one: (typeof sorted)[number]) => boolean) => sorted.filter(fits).map(({ event }) => event.id);
    await manager.query(
      `UPDATE outbox_event AS e SET attempts = attempts + CASE WHEN id = ANY($2) THEN 1 ELSE 0 END,
         publish_at = least(
           now() + make_interval(secs => least($3 * 2 ^ least(attempts, 20), $4)),
           (SELECT min(retry_at) FROM task_trouble AS t
            WHERE t.event_id = e.id AND set_aside_at IS NULL AND retry_at > now()))
       WHERE id = ANY($1)`,
      [
        idsOf(({ trying }) => trying.length > 0),
        idsOf(({ isRepeated }) => isRepeated),
        REPUBLISH_AFTER_SECONDS,
        MAX_WAIT_SECONDS,
      ],
    );
    await manager.query(`UPDATE outbox_event SET acknowledged_at = now(), publish_at = NULL WHERE id = ANY($1)`, [
      idsOf(({ open }) => open.length === 0),
    ]);
    // All that is left was set aside: somebody has to see to it.
    await manager.query(`UPDATE outbox_event SET publish_at = NULL WHERE id = ANY($1)`, [
      idsOf(({ open, trying }) => open.length > 0 && trying.length === 0),
    ]);
  }
}
