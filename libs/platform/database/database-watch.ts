import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { defineErrors } from '../errors/domain-error.js';
import { requirePolicies } from './catalogue.js';
import { Connection, doubtfulConnections, silentConnections } from './connection.js';
import { startupOptions } from './roles.js';
import { TABLES_WITH_RULES } from './row-security/apply.js';
import { withinMs } from './within-ms.js';

const ROUND_MS = 1000;
/** A database that says nothing for so long is away. */
const MAX_SILENCE_MS = 5000;
/** From here on a statement is asked after: does the server still work on it? */
const LONG_MS = 3000;
/** A request that has to wait longer for a connection is better sent to another process. */
const MAX_POOL_WAIT_MS = 3000;
/** How far the clock of the machine may be from that of the database. */
const MAX_SKEW_MS = 5000;

const errors = defineErrors('CLOCK', {
  DIFFERS: {
    ja: 'このサーバーの時計が、データベースの時計と{seconds}秒ずれています。時刻同期（NTP）を直してから、もう一度起動してください。',
    en: 'The clock of this machine is {seconds} s away from that of the database. Put it right (NTP) and start again.',
  },
});

/** Why requests cannot be served; null: they can. */
export type Obstacle = 'UNREACHABLE' | 'SILENT' | 'READ_ONLY' | 'NO_CONNECTION' | 'CLOCK_DIFFERS';

interface Answer {
  readonly now: string;
  readonly is_replica: boolean;
  readonly pid: number;
}

/**
 * Looks every second, over a connection of its own, at whether the database can do what requests need: whether it answers,
 * takes changes, agrees on the time, and whether the pool has a connection. Connections over which an answer will never
 * come are broken off, so that nobody waits for them and the pool makes new ones.
 */
@Injectable()
export class DatabaseWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DatabaseWatch.name);
  private connection: Connection | null = null;
  private seen: Obstacle | null = null;
  private skewMs = 0;
  /** Connections the server knew nothing of at the last look. */
  private suspects = new Set<Connection>();
  private readonly stop = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  get obstacle(): Obstacle | null {
    return this.seen;
  }

  /** Milliseconds by which this machine is ahead of the database, as far as is certain. */
  get clockAheadMs(): number {
    return this.skewMs;
  }

  /** @throws DATABASE.NOT_PREPARED, CLOCK.DIFFERS */
  async onApplicationBootstrap(): Promise<void> {
    await requirePolicies(async (statement, values) => this.dataSource.query(statement, values), TABLES_WITH_RULES);
    await this.look();
    if (this.seen === 'CLOCK_DIFFERS') throw errors.DIFFERS({ seconds: Math.round(this.skewMs / 1000) });
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
    this.drop();
  }

  private async run(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      await pause(ROUND_MS, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.look();
    }
  }

  private async look(): Promise<void> {
    const found = await this.findObstacle();
    if (found !== this.seen) {
      const about = { clockAheadMs: Math.round(this.skewMs) };
      if (found) this.logger.error({ msg: 'the database does not serve', obstacle: found, ...about });
      else this.logger.log({ msg: 'the database serves again', after: this.seen, ...about });
    }
    this.seen = found;
  }

  private async findObstacle(): Promise<Obstacle | null> {
    try {
      const connection = (this.connection ??= await this.connect());
      const answer = await this.ask(connection);
      if (answer === null) {
        for (const doubtful of doubtfulConnections(connection, LONG_MS)) doubtful.breakOff();
        this.drop();
        return 'SILENT';
      }
      await this.breakOffTheForgotten(connection, answer.pid);
      if (Math.abs(this.skewMs) > MAX_SKEW_MS) return 'CLOCK_DIFFERS';
      if (answer.is_replica) return 'READ_ONLY';
      return (await this.hasRoomForRequests()) ? null : 'NO_CONNECTION';
    } catch {
      this.drop();
      return 'UNREACHABLE';
    }
  }

  private async connect(): Promise<Connection> {
    const { url, applicationName } = this.dataSource.options as { url: string; applicationName: string };
    const address = new URL(url);
    address.searchParams.delete('options');
    const connection = new Connection({
      connectionString: address.href,
      // As the user of the address itself, who may see what the server does for its other connections.
      options: startupOptions(url, undefined),
      application_name: `${applicationName}-watch`,
      connectionTimeoutMillis: MAX_SILENCE_MS,
    });
    await connection.connect();
    return connection;
  }

  /** @returns null when no answer came */
  private async ask(connection: Connection): Promise<Answer | null> {
    const sentAt = Date.now();
    const asked = connection.query<Answer>(
      `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::text AS now, pg_is_in_recovery() AS is_replica,
         pg_backend_pid() AS pid`,
    );
    const result = await withinMs(MAX_SILENCE_MS, asked);
    const answer = result?.rows[0];
    if (!answer) return null;
    const tookMs = Date.now() - sentAt;
    const aheadMs = sentAt + tookMs / 2 - Number(answer.now);
    // What the way there and back may account for is no difference.
    this.skewMs = Math.sign(aheadMs) * Math.max(Math.abs(aheadMs) - Math.abs(tookMs) / 2, 0);
    return answer;
  }

  /**
   * Of statements that take long, those the server does not work on: their answer, or the statement itself, was lost on the
   * way. Twice in a row, because it may just be on its way.
   */
  private async breakOffTheForgotten(connection: Connection, ownPid: number): Promise<void> {
    const slow = silentConnections(connection, LONG_MS);
    // Behind a pooler, numbers of processes mean nothing.
    if (slow.length === 0 || ownPid !== connection.serverPid) return void this.suspects.clear();
    const result = await withinMs(
      MAX_SILENCE_MS,
      connection.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE pid = ANY ($1) AND state NOT LIKE 'idle%'`,
        [slow.map(({ serverPid }) => serverPid)],
      ),
    );
    if (!result) return;
    const atWork = new Set(result.rows.map(({ pid }) => pid));
    const forgotten = slow.filter(({ serverPid }) => serverPid !== null && !atWork.has(serverPid));
    for (const lost of forgotten.filter((each) => this.suspects.has(each))) lost.breakOff();
    this.suspects = new Set(forgotten);
  }

  private async hasRoomForRequests(): Promise<boolean> {
    const { master: pool } = this.dataSource.driver as unknown as { master: pg.Pool };
    const asked = pool.query('SELECT FROM clock_shift');
    return (await withinMs(MAX_POOL_WAIT_MS, asked)) !== null;
  }

  private drop(): void {
    this.connection?.breakOff();
    this.connection = null;
    this.suspects.clear();
  }
}
