import { Injectable } from '@nestjs/common';
import type { Actor } from '../context/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { accessErrors } from '../errors/platform.errors.js';
import { readCursor, writeCursor } from '../paging/cursor.js';
import type { PageOf, PageRequest } from '../paging/page.js';
import { firstOf } from '../paging/read-page.js';

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

const ORDER = { by: 'task_trouble.setAsideAt', kind: 'INSTANT', direction: 'ASC' } as const;
/** A task is named by its event and who follows it up. */
const TASK_ID = 'md5(event_id::text || consumer)::uuid';

/** What was set aside, and its way back: nothing that was acknowledged is ever thrown away. */
@Injectable()
export class SetAsideTasks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Oldest first. */
  async page(actor: Actor, page: PageRequest): Promise<PageOf<SetAsideTask>> {
    const first = firstOf(page);
    const cursor = page.after ?? null;
    const after = cursor === null ? null : readCursor(ORDER, cursor);
    const rows = await this.unitOfWork.read(actor, async (db) =>
      db.query<(SetAsideTask & { key: string; id: string })[]>(
        `SELECT event_id AS "eventId", name AS "eventName", consumer, cause, failures, created_at AS "createdAt",
           set_aside_at AS "setAsideAt", set_aside_at::text AS key, ${TASK_ID} AS id
         FROM task_trouble JOIN outbox_event ON outbox_event.id = event_id
         WHERE set_aside_at IS NOT NULL AND ($1::timestamptz IS NULL OR (set_aside_at, ${TASK_ID}) > ($1, $2::uuid))
         ORDER BY set_aside_at, ${TASK_ID} LIMIT $3`,
        [after?.key ?? null, after?.id ?? null, first + 1],
      ),
    );
    const found = rows.slice(0, first);
    const last = found.at(-1);
    return {
      items: found,
      endCursor: last ? writeCursor(ORDER, last) : null,
      hasNextPage: rows.length > first,
      totalItems: async () => this.count(actor),
    };
  }

  private async count(actor: Actor): Promise<number> {
    const [row] = await this.unitOfWork.read(actor, async (db) =>
      db.query<[{ count: number }]>('SELECT count(*) AS count FROM task_trouble WHERE set_aside_at IS NOT NULL'),
    );
    return Number(row.count);
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
