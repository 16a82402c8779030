import { DEFAULT_SCHEMA } from 'bullmq';
import pg from 'pg';
import { CLIENT_LIMITS, Connection, SERVER_LIMITS } from '../database/connection.js';
import { connectionAs } from '../database/roles.js';
import { passingFaultOf } from '../errors/passing-fault.js';

/** The time of the database in the milliseconds BullMQ counts in. */
const DATABASE_TIME = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

/**
 * The statements of BullMQ 6 that are told what time it is, and the parameters that tell it. Until when a task is held, and
 * whether its worker is gone, must not hang on the clock of the machine that asks.
 */
const TIMED: readonly (readonly [statement: string, parameters: readonly number[]])[] = [
  ['move_to_active(', [4]],
  ['move_to_completed(', [5]],
  ['move_to_completed_fetch(', [5, 10]],
  ['move_to_failed(', [6]],
  ['move_to_failed_fetch(', [6, 11]],
  ['move_active_to_wait(', [4]],
  ['move_stalled_jobs_to_wait(', [3]],
  ['next_signal(', [3]],
  ['extend_lock(', [5]],
  ['SET locked_until_ms = $5::bigint', [5]],
];

const timed = new Map<string, string>();

/** The statement with the time of the database in place of that of this process. */
export function timedByDatabase(statement: string): string {
  const known = timed.get(statement);
  if (known !== undefined) return known;
  const parameters = TIMED.find(([name]) => statement.includes(name))?.[1] ?? [];
  const rewritten = parameters.reduce(
    // The parameter is still sent, so it must still be named.
    (text, number) =>
      text.replace(new RegExp(String.raw`\$${number}(::bigint)?(?!\d)`), `(0 * $${number}::bigint + ${DATABASE_TIME})`),
    statement,
  );
  timed.set(statement, rewritten);
  return rewritten;
}

/**
 * Times that lie far ahead: a clock was put back, or an earlier edition believed that of a worker. Until then the tasks
 * would not move.
 */
const RESET_TIMES_AHEAD = `
  WITH time AS (SELECT ${DATABASE_TIME} AS now), held AS (
    UPDATE job SET locked_until_ms = now FROM time WHERE state = 'active' AND locked_until_ms > now + 60000
  ), delayed AS (
    UPDATE job SET process_at_ms = now FROM time WHERE state = 'delayed' AND process_at_ms > now + 60000
  )
  UPDATE meta SET value = now::text FROM time WHERE field = 'stalled-check' AND value::bigint > now + 60000`;

export async function resetTimesAhead(pool: pg.Pool): Promise<void> {
  await pool.query(RESET_TIMES_AHEAD);
}

/** The one kind of error after which BullMQ waits a moment and asks again; after any other it asks again at once. */
class QueueAway extends Error {
  override readonly name = 'QueueAway';
  readonly code = 'ECONNREFUSED';
}

async function explain<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw passingFaultOf(error) ? new QueueAway((error as Error).message, { cause: error }) : error;
  }
}

/** Connections for BullMQ on PostgreSQL. Anyone who makes the pool ends it. */
export function createQueuePool(databaseUrl: string, max: number): pg.Pool {
  const { connectionString, options } = connectionAs(databaseUrl, 'yui_worker', SERVER_LIMITS);
  const pool = new pg.Pool({
    ...CLIENT_LIMITS,
    connectionString,
    options: `${options} -c search_path=${DEFAULT_SCHEMA}`,
    application_name: 'yui-queue',
    max,
    Client: Connection,
  });
  const ask = pool.query.bind(pool) as (statement: string, values?: unknown[]) => Promise<unknown>;
  const connect = pool.connect.bind(pool) as {
    (): Promise<pg.PoolClient>;
    (done: () => void): void;
  };
  return Object.assign(pool, {
    query: async (statement: string, values?: unknown[]) => explain(ask(timedByDatabase(statement), values)),
    // The pool itself calls it with a callback.
    connect: (done?: () => void) => (done ? connect(done) : explain(connect())),
  });
}
