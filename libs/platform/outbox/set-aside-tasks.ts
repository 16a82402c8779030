import { Injectable } from '@nestjs/common';
import type { Actor } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { accessErrors } from '../errors/platform.errors.js';
import type { Page, PageOf } from '../paging/page.js';

/** At most so many are let go at once; `SetAsideTasks.retry` is asked again for more. */
export const MAX_RETRIED = 1000;

/** A task that failed by itself, again and again, and waits for a person to have mended its cause. */
export interface SetAsideTask {
  readonly eventId: string;
  /** What happened. */
  readonly eventName: string;
  /** Who was to be told, or to do something about it. */
  readonly consumer: string;
  /** Codes and names, never what anybody had written. */
  readonly cause: string;
  readonly failures: number;
  readonly createdAt: Date;
  readonly setAsideAt: Date;
}

/** What was set aside, and its way back: nothing that was acknowledged is ever thrown away. */
@Injectable()
export class SetAsideTasks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Oldest first. */
  async page(actor: Actor, { skip, take }: Page): Promise<PageOf<SetAsideTask>> {
    return this.unitOfWork.read(actor, async (db) => {
      const items = await db.query<SetAsideTask[]>(
        `SELECT event_id AS "eventId", name AS "eventName", consumer, cause, failures, created_at AS "createdAt",
           set_aside_at AS "setAsideAt"
         FROM task_trouble JOIN outbox_event ON id = event_id
         WHERE set_aside_at IS NOT NULL ORDER BY set_aside_at, event_id, consumer OFFSET $1 LIMIT $2`,
        [skip, take],
      );
      const [row] = await db.query<[{ count: number }]>(
        'SELECT count(*) AS count FROM task_trouble WHERE set_aside_at IS NOT NULL',
      );
      return { items, totalItems: row.count };
    });
  }

  /**
   * Lets the tasks of one event go again, or, for null, the first thousand of all; they have as many tries as new ones.
   * @returns how many. @throws ACCESS.NOT_FOUND when nothing of this event is set aside
   */
  async retry(actor: Actor, eventId: string | null): Promise<number> {
    return this.unitOfWork.run(actor, async (tx) => {
      const events = await tx.manager.query<{ event_id: string; tasks: number }[]>(
        `WITH chosen AS (
           SELECT event_id, consumer FROM task_trouble
           WHERE set_aside_at IS NOT NULL AND ($1::uuid IS NULL OR event_id = $1)
           ORDER BY set_aside_at LIMIT ${MAX_RETRIED} FOR UPDATE SKIP LOCKED
         ), freed AS (
           UPDATE task_trouble AS t SET set_aside_at = NULL, failures = 0, tries = 1, retry_at = now()
           FROM chosen WHERE t.event_id = chosen.event_id AND t.consumer = chosen.consumer
         ), due AS (
           UPDATE outbox_event SET publish_at = now() WHERE id IN (SELECT event_id FROM chosen)
         )
         SELECT event_id, count(*) AS tasks FROM chosen GROUP BY event_id`,
        [eventId],
      );
      if (eventId !== null && events.length === 0) throw accessErrors.NOT_FOUND();
      for (const { event_id: subjectId, tasks } of events) {
        await tx.audit('retryEvent', { deskId: null, subjectType: 'event', subjectId }, { tasks });
      }
      return events.reduce((sum, { tasks }) => sum + tasks, 0);
    });
  }
}
