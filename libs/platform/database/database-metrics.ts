import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { Metrics } from '../monitoring/metrics.js';
import { DatabaseWatch } from './database-watch.js';

/** What a monitor reads of the connections to the database. */
@Injectable()
export class DatabaseMetrics {
  constructor(metrics: Metrics, dataSource: DataSource, watch: DatabaseWatch) {
    metrics.gauge(
      'yui_database_connections',
      'Connections of the pool, and who waits for one.',
      ['state'],
      async () => {
        const { master: pool } = dataSource.driver as unknown as { master: pg.Pool };
        return [
          { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
          { labels: { state: 'idle' }, value: pool.idleCount },
          { labels: { state: 'waited_for' }, value: pool.waitingCount },
        ];
      },
    );
    metrics.gauge('yui_database_serves', '1 while the database can do what requests need.', [], async () => [
      { labels: {}, value: watch.obstacle === null ? 1 : 0 },
    ]);
  }
}
