import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { createDataSource } from './data-source.js';

/** Any number will do; it must only be the same in every process. */
const MIGRATION_LOCK = 7_154_881;

export interface MigrationReport {
  readonly applied: readonly string[];
}

/**
 * Brings the schema up to date: the tables of the product and those of the queue on PostgreSQL. Many processes may call
 * it at once; one works, the others wait and find nothing to do.
 */
export async function runMigrations(databaseUrl: string): Promise<MigrationReport> {
  const lock = new pg.Client({ connectionString: databaseUrl, application_name: 'yui-migrate' });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = createDataSource({ url: databaseUrl, poolSize: 2, applicationName: 'yui-migrate' });
    await dataSource.initialize();
    try {
      const applied = await dataSource.runMigrations({ transaction: 'each' });
      await runQueueMigrations(lock);
      return { applied: applied.map((migration) => migration.name) };
    } finally {
      await dataSource.destroy();
    }
  } finally {
    // Ending the connection gives the advisory lock back, also after an error.
    await lock.end();
  }
}

/** The names of migrations this code knows and the database has not had. */
export async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const dataSource = createDataSource({ url: databaseUrl, poolSize: 2, applicationName: 'yui-migrate' });
  await dataSource.initialize();
  try {
    const known = dataSource.migrations.map((migration) => migration.name ?? '');
    const table: [{ exists: boolean }] = await dataSource.query(
      `SELECT to_regclass('schema_migration') IS NOT NULL AS exists`,
    );
    if (!table[0].exists) return known;
    const rows: { name: string }[] = await dataSource.query('SELECT name FROM schema_migration');
    const had = new Set(rows.map((row) => row.name));
    return known.filter((name) => !had.has(name));
  } finally {
    await dataSource.destroy();
  }
}
