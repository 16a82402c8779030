import type { DataSource } from 'typeorm';
import type { BucketStore, BucketTake } from './rate-limiter.js';

/** Buckets in the database everybody shares: one statement for each request (`take_from_buckets`). */
export class PostgresBuckets implements BucketStore {
  constructor(private readonly dataSource: DataSource) {}

  async take(takes: readonly BucketTake[]): Promise<number> {
    const [row] = await this.dataSource.query<[{ seconds: number }]>('SELECT take_from_buckets($1, $2) AS seconds', [
      takes.map(({ bucket }) => bucket),
      takes.map(({ takenSeconds }) => takenSeconds),
    ]);
    return row.seconds;
  }

  async close(): Promise<void> {
    // The connections belong to the process.
  }
}
