import { Injectable } from '@nestjs/common';
import type { HealthIndicatorResult } from '@nestjs/terminus';
import { DataSource } from 'typeorm';

/** When an event has waited this long and nothing at all was completed for as long, the worker is stuck. */
const STUCK_AFTER_SECONDS = 60;

interface Backlog {
  readonly waiting_seconds: number | null;
  readonly completed_seconds: number | null;
  readonly given_up: number;
}

/**
 * Compares the oldest waiting event with the last completion: a long backlog that moves is healthy, a short one that
 * stands still is not. Events that wait for something outside (a mail server) do not count.
 */
@Injectable()
export class BacklogCheck {
  constructor(private readonly dataSource: DataSource) {}

  async check(): Promise<HealthIndicatorResult> {
    const [backlog] = await this.dataSource.query<[Backlog]>(
      `SELECT
         (SELECT extract(epoch FROM now() - min(created_at))::int FROM outbox_event
          WHERE publish_at IS NOT NULL AND last_error IS NULL) AS waiting_seconds,
         (SELECT extract(epoch FROM now() - max(handled_at))::int FROM inbox_entry) AS completed_seconds,
         (SELECT count(*) FROM outbox_event WHERE failed_at IS NOT NULL) AS given_up`,
    );
    const waiting = backlog.waiting_seconds ?? 0;
    const completed = backlog.completed_seconds ?? Number.POSITIVE_INFINITY;
    const isStuck = waiting > STUCK_AFTER_SECONDS && completed > STUCK_AFTER_SECONDS;
    return {
      backlog: {
        status: isStuck ? 'down' : 'up',
        oldestWaitingSeconds: waiting,
        lastCompletionSecondsAgo: backlog.completed_seconds,
        givenUpEvents: backlog.given_up,
      },
    };
  }
}
