import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/load-config.js';
import { errorForLog } from '../errors/error-for-log.js';
import { Metrics } from '../monitoring/metrics.js';
import { JointReads } from './joint-reads.js';
import { type LogMark, logPosition, replicationLagMs } from './replication-lag.js';
import { withinMs } from './within-ms.js';

const ROUND_MS = 1000;
/** A server that says nothing for so long is not read from. */
const MAX_SILENCE_MS = 3000;

type Settings = Pick<Config, 'DATABASE_REPLICA_URL' | 'DATABASE_REPLICA_MAX_LAG_SECONDS'>;

/**
 * The replica that reports are read from, while it is there and follows closely enough. Looked at every second: how old
 * what can be read there is, is told by where the log of the primary was when (a replica that lost its primary does not
 * know that it is behind).
 */
@Injectable()
export class Replica implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Replica.name);
  private readonly stop = new AbortController();
  private readonly url: string | null;
  private readonly maxLagMs: number;
  private dataSource: DataSource | null = null;
  private joint: JointReads | null = null;
  private marks: LogMark[] = [];
  private replayed = -1n;
  private wasFresh = false;
  private underWay: Promise<void> | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) config: Settings,
    private readonly primary: DataSource,
    private readonly metrics: Metrics,
  ) {
    this.url = config.DATABASE_REPLICA_URL;
    this.maxLagMs = config.DATABASE_REPLICA_MAX_LAG_SECONDS * 1000;
  }

  /** What reads from it; null: there is none that can be read from now. */
  get reads(): JointReads | null {
    return this.lagMs() <= this.maxLagMs ? this.joint : null;
  }

  /** How old what can be read there is, in milliseconds; Infinity: nobody knows. */
  lagMs(): number {
    return this.joint === null ? Infinity : replicationLagMs(this.marks, this.replayed, performance.now());
  }

  /** Whether it is there and follows closely enough; null: there is none to be read from. */
  get isFresh(): boolean | null {
    return this.url === null ? null : this.lagMs() <= this.maxLagMs;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.url === null) return;
    const help = 'How old what can be read from the replica is; +Inf: nobody knows.';
    this.metrics.gauge('yui_replica_lag_seconds', help, [], async () => [{ labels: {}, value: this.lagMs() / 1000 }]);
    await this.look(this.url);
    this.running = this.run(this.url);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
    await this.dataSource?.destroy();
  }

  private async run(url: string): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      await pause(ROUND_MS, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.look(url);
    }
  }

  private async look(url: string): Promise<void> {
    try {
      // One at a time: what was asked and not answered yet is waited for further.
      this.underWay ??= this.compare(url).finally(() => (this.underWay = null));
      await withinMs(MAX_SILENCE_MS, this.underWay);
    } catch (error) {
      if (this.wasFresh || this.dataSource === null) {
        this.logger.warn({ msg: 'the replica does not answer', error: errorForLog(error) });
      }
    }
    const isFresh = this.reads !== null;
    if (isFresh === this.wasFresh) return;
    this.wasFresh = isFresh;
    const lagMs = Math.round(this.lagMs());
    if (isFresh) this.logger.log({ msg: 'reports are read from the replica', lagMs });
    else this.logger.warn({ msg: 'reports are read from the primary: the replica is behind', lagMs });
  }

  private async compare(url: string): Promise<void> {
    const [{ position }] = await this.primary.query<[{ position: string }]>(
      'SELECT pg_current_wal_insert_lsn()::text AS position',
    );
    const atMs = performance.now();
    // Older ones than the lag that is let pass say nothing more.
    const kept = this.marks.filter((mark) => atMs - mark.atMs <= this.maxLagMs);
    this.marks = [...kept, { position: logPosition(position), atMs }];
    const replica = (this.dataSource ??= await this.connect(url));
    const [found] = await replica.query<[{ replayed: string | null }]>(
      'SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() END::text AS replayed',
    );
    // It took over as primary, or was none to begin with: what it holds is not what was asked for.
    this.replayed = found.replayed === null ? -1n : logPosition(found.replayed);
  }

  private async connect(url: string): Promise<DataSource> {
    const dataSource = new DataSource({
      ...(this.primary.options as Extract<DataSourceOptions, { type: 'postgres' }>),
      url,
      installExtensions: false,
    });
    await dataSource.initialize();
    this.joint = new JointReads(dataSource);
    return dataSource;
  }
}
