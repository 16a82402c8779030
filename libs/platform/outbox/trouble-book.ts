import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { errorForLog } from '../errors/error-for-log.js';
import { passingFaultOf } from '../errors/passing-fault.js';
import type { Task } from '../queue/task-queue.js';
import { RetryLater } from './retry-later.js';

/** So often a task may fail by itself before it is set aside. */
const MAX_FAILURES = 5;
const FIRST_WAIT_SECONDS = 0.5;
const MAX_WAIT_SECONDS = 900;
/** So many that waited for the same are let go at once when it is back; the next success lets go of more. */
const MAX_RELEASED = 500;
const MAX_CAUSE_CHARACTERS = 500;

/**
 * Why a task did not go through. BUSY: others hold what it needs. AWAY: something it needs cannot be reached. ALONE: it was
 * put off, others are not. These wait as long as it takes. OWN: it fails by itself.
 */
type TroubleKind = 'BUSY' | 'AWAY' | 'ALONE' | 'OWN';

/** Kinds of trouble that end for all at the same time. */
const SHARED: ReadonlySet<TroubleKind> = new Set<TroubleKind>(['BUSY', 'AWAY']);

/** Notes which tasks did not go through, and lets them go again. Nothing is ever given up: at worst it is set aside. */
@Injectable()
export class TroubleBook {
  private readonly logger = new Logger(TroubleBook.name);

  constructor(private readonly dataSource: DataSource) {}

  /** A task did not go through: when it is tried again, or that it is set aside. */
  async note(task: Task, error: Error): Promise<void> {
    const kind = kindOf(error);
    const failures = kind === 'OWN' ? 1 : 0;
    const [trouble] = await this.dataSource.query<{ wait_seconds: number; is_set_aside: boolean }[]>(
      `WITH noted AS (
         INSERT INTO task_trouble AS t (event_id, consumer, kind, cause, failures, retry_at)
         SELECT $1, $2, $3, $4, $5, now() + make_interval(secs => $6)
         WHERE NOT EXISTS (SELECT FROM inbox_entry WHERE event_id = $1 AND consumer = $2)
         ON CONFLICT (event_id, consumer) DO UPDATE SET kind = $3, cause = $4, tries = t.tries + 1,
           failures = t.failures + $5,
           retry_at = now() + make_interval(secs => least($6 * 2 ^ least(t.tries, 20), $7)),
           set_aside_at = CASE WHEN t.failures + $5 >= $8 THEN coalesce(t.set_aside_at, now()) END
         RETURNING retry_at, set_aside_at
       ), moved AS (
         UPDATE outbox_event SET publish_at = CASE WHEN set_aside_at IS NULL THEN least(publish_at, retry_at) ELSE now() END
         FROM noted WHERE id = $1 AND acknowledged_at IS NULL
       )
       SELECT extract(epoch FROM retry_at - now())::float AS wait_seconds, set_aside_at IS NOT NULL AS is_set_aside
       FROM noted`,
      [task.eventId, task.consumer, kind, causeOf(error), failures, FIRST_WAIT_SECONDS, MAX_WAIT_SECONDS, MAX_FAILURES],
    );
    // Another worker brought it to its end meanwhile.
    if (!trouble) return;
    const entry = { ...task, kind, error: errorForLog(error) };
    if (trouble.is_set_aside) this.logger.error({ msg: 'task set aside', ...entry });
    else this.logger.warn({ msg: 'task waits', ...entry, waitSeconds: trouble.wait_seconds });
  }

  /** A task goes through, in the transaction in which it does. @returns what it had waited for, if others may wait too */
  async clear(manager: EntityManager, task: Task): Promise<TroubleKind | null> {
    const [rows] = await manager.query<[{ kind: TroubleKind }[], number]>(
      'DELETE FROM task_trouble WHERE event_id = $1 AND consumer = $2 RETURNING kind',
      [task.eventId, task.consumer],
    );
    const kind = rows[0]?.kind ?? null;
    return kind !== null && SHARED.has(kind) ? kind : null;
  }

  /** What one task waited for is there again: those that wait for the same go at once. */
  async release(consumer: string, kind: TroubleKind): Promise<void> {
    try {
      await this.letGo(
        `SELECT event_id FROM task_trouble WHERE set_aside_at IS NULL AND consumer = $1 AND kind = $2 AND retry_at > now()
         ORDER BY retry_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
        [consumer, kind, MAX_RELEASED],
      );
    } catch (error) {
      // They come again by themselves, a little later.
      this.logger.warn({ msg: 'waiting tasks were not let go', consumer, kind, error: errorForLog(error) });
    }
  }

  /** Sends one of those that wait for the same before its time: to see whether it is there again. */
  async probe(consumers: readonly string[]): Promise<void> {
    await this.letGo(
      `SELECT first.event_id FROM unnest($1::text[]) AS asked (consumer), unnest($2::text[]) AS waiting (kind),
         LATERAL (SELECT event_id FROM task_trouble AS t WHERE set_aside_at IS NULL AND t.consumer = asked.consumer
                    AND t.kind = waiting.kind AND retry_at > now() ORDER BY retry_at LIMIT 1) AS first`,
      [consumers, [...SHARED]],
    );
  }

  private async letGo(selection: string, values: readonly unknown[]): Promise<void> {
    await this.dataSource.query(
      `WITH chosen AS (${selection}), due AS (
         UPDATE task_trouble SET retry_at = now() WHERE event_id IN (SELECT event_id FROM chosen) AND set_aside_at IS NULL
       )
       UPDATE outbox_event SET publish_at = now()
       WHERE id IN (SELECT event_id FROM chosen) AND acknowledged_at IS NULL AND publish_at > now()`,
      [...values],
    );
  }
}

function kindOf(error: Error): TroubleKind {
  if (error instanceof RetryLater) return error.waiting;
  const fault = passingFaultOf(error);
  if (fault === null) return 'OWN';
  return fault === 'BUSY' ? 'BUSY' : 'AWAY';
}

/** Never what anybody had written: a cause is read by operators, and kept. */
function causeOf(error: Error): string {
  const { name, code, message, table, constraint } = errorForLog(error);
  const about = [table, constraint].filter(Boolean).join('.');
  const isNamed = name !== 'Error' && name !== 'RetryLater';
  return [isNamed ? name : '', code ?? '', message ?? '', about]
    .filter(Boolean)
    .join(' ')
    .slice(0, MAX_CAUSE_CHARACTERS);
}
