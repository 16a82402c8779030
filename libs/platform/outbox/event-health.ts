import { Injectable } from '@nestjs/common';
import type { HealthIndicatorResult } from '@nestjs/terminus';
import { DataSource } from 'typeorm';

/** From here on somebody should know that what was promised has not followed yet. */
const LATE_AFTER_SECONDS = 120;
/** When an event has waited this long and nothing at all was completed for as long, the worker is stuck. */
const STUCK_AFTER_SECONDS = 60;
/** More than this are not counted: the figure is for a person. */
const MAX_COUNTED = 10_000;

/** How far what was acknowledged to people has been followed up. */
export interface EventFigures {
  /** Events somebody still has to be told of, those set aside not counted; at most 10,001. */
  readonly waiting: number;
  readonly oldestWaitingSeconds: number;
  /** As above, without those that wait for something outside (a mail server). */
  readonly oldestUntriedSeconds: number;
  /** null: nothing was ever completed. */
  readonly lastCompletionSecondsAgo: number | null;
  /** Tasks that failed by themselves and wait for a person: `yui events`. */
  readonly setAside: number;
}

/** Whether events reach the one who is to be told of them. */
@Injectable()
export class EventHealth {
  constructor(private readonly dataSource: DataSource) {}

  async figures(): Promise<EventFigures> {
    const [figures] = await this.dataSource.query<[EventFigures]>(
      `WITH late AS (
         SELECT id, created_at FROM outbox_event WHERE acknowledged_at IS NULL AND publish_at IS NOT NULL
         ORDER BY created_at LIMIT ${MAX_COUNTED + 1}
       )
       SELECT (SELECT count(*) FROM late) AS waiting,
         coalesce((SELECT extract(epoch FROM now() - min(created_at))::int FROM late), 0) AS "oldestWaitingSeconds",
         coalesce((SELECT extract(epoch FROM now() - min(created_at))::int FROM late WHERE NOT EXISTS (
           SELECT FROM task_trouble WHERE event_id = late.id AND kind IN ('AWAY', 'ALONE'))), 0) AS "oldestUntriedSeconds",
         (SELECT extract(epoch FROM now() - max(handled_at))::int FROM inbox_entry) AS "lastCompletionSecondsAgo",
         (SELECT count(*) FROM task_trouble WHERE set_aside_at IS NOT NULL) AS "setAside"`,
    );
    return figures;
  }

  /**
   * Compares the oldest waiting event with the last completion: a long backlog that moves is work for this process, a short
   * one that stands still means that the process does none.
   */
  async standingStill(): Promise<HealthIndicatorResult> {
    const figures = await this.figures();
    const completed = figures.lastCompletionSecondsAgo ?? Number.POSITIVE_INFINITY;
    const isStuck = figures.oldestUntriedSeconds > STUCK_AFTER_SECONDS && completed > STUCK_AFTER_SECONDS;
    return { backlog: { status: isStuck ? 'down' : 'up', ...figures } };
  }

  /** Whether a person has to look: something is late, or was set aside. */
  async needsAttention(): Promise<HealthIndicatorResult> {
    const figures = await this.figures();
    return { events: { status: isInOrder(figures) ? 'up' : 'down', ...figures } };
  }
}

export function isInOrder({ oldestWaitingSeconds, setAside }: EventFigures): boolean {
  return setAside === 0 && oldestWaitingSeconds <= LATE_AFTER_SECONDS;
}
