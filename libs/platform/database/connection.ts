import pg from 'pg';
import { tracedStatement } from '../monitoring/spans.js';

/** How long PostgreSQL lets one statement of a process that serves people run. */
export const STATEMENT_TIMEOUT_MS = 30_000;
/** How long a transaction may stand still in the middle: its process is frozen or cut off, and holds what others need. */
const IDLE_IN_TRANSACTION_MS = 30_000;
/** How long a statement waits for a lock. */
export const LOCK_TIMEOUT_MS = 3000;
/** An answer that has not come by then never will: PostgreSQL would have ended the statement itself. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 5000;

/** What the client side of every connection of a process that serves people keeps to. */
export const CLIENT_LIMITS = {
  connectionTimeoutMillis: 10_000,
  query_timeout: ANSWER_TIMEOUT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: 5000,
} as const;

/** What PostgreSQL keeps to for such a connection, as options of its start. */
export const SERVER_LIMITS = [
  `-c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
  `-c lock_timeout=${LOCK_TIMEOUT_MS}`,
  `-c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS}`,
  // Anyone who vanished without a word is gone after half a minute, not after two hours.
  '-c tcp_keepalives_idle=10',
  '-c tcp_keepalives_interval=5',
  '-c tcp_keepalives_count=3',
  '-c tcp_user_timeout=20000',
] as const;

/** Connections that are open now, in this process. */
const open = new Set<Connection>();

/**
 * A connection that may be closed at any moment by the server or the network without ending the process, and that knows
 * for how long its server has owed it an answer.
 */
export class Connection extends pg.Client {
  private owed = 0;
  private heardAtMs = 0;
  private readonly wire: pg.Connection;

  constructor(config?: pg.ClientConfig) {
    super(config);
    // Pool and query runner listen only while they hold it; an error between the two would end the process.
    this.on('error', () => undefined);
    open.add(this);
    this.on('end', () => open.delete(this));
    this.wire = (this as unknown as { connection: pg.Connection }).connection;
    this.wire.on('readyForQuery', () => {
      this.heardAtMs = performance.now();
      this.owed = Math.max(this.owed - 1, 0);
    });
    const ask = this.query.bind(this) as (...asked: unknown[]) => unknown;
    this.query = ((...asked: unknown[]) => {
      if (this.owed === 0) this.heardAtMs = performance.now();
      this.owed += 1;
      return tracedStatement(asked[0], () => ask(...asked));
    }) as typeof this.query;
  }

  /** The process of the server behind this connection; null before there is one. */
  get serverPid(): number | null {
    return (this as unknown as { processID: number | null }).processID;
  }

  /** For how long an answer has been due; 0: none is. */
  silentForMs(): number {
    return this.owed === 0 ? 0 : performance.now() - this.heardAtMs;
  }

  /** Ends it from this side: who waits for an answer gets an error now. */
  breakOff(): void {
    this.wire.stream.destroy();
  }

  isTo(other: Connection): boolean {
    return this.host === other.host && this.port === other.port && this.database === other.database;
  }
}

/** Connections to the same database that have waited for an answer for at least so long, without `watch` itself. */
export function silentConnections(watch: Connection, minMs: number): Connection[] {
  return othersOf(watch).filter((each) => each.silentForMs() >= minMs);
}

/** Connections to the same database that are not at work right now: after an outage nobody knows what became of them. */
export function doubtfulConnections(watch: Connection, maxWorkMs: number): Connection[] {
  return othersOf(watch).filter((each) => each.silentForMs() === 0 || each.silentForMs() >= maxWorkMs);
}

function othersOf(watch: Connection): Connection[] {
  return [...open].filter((each) => each !== watch && each.isTo(watch));
}
