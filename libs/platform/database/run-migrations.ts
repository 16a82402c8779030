import { runMigrations as runQueueMigrations } from 'bullmq';
import type pg from 'pg';
import { Connection } from './connection.js';
import { createDataSource } from './data-source.js';
import { MIGRATIONS } from './migrations/index.js';
import { ensureRoles } from './roles.js';
import { applyRowSecurity, isRowSecurityInForce, requireWholeSchema } from './row-security/apply.js';

/** Any number will do; it must only be the same in every process. */
const MIGRATION_LOCK = 7_154_881;
const QUEUE_SCHEMA = 'bullmq';
/** What stands for the rules of row-level security among the migrations that are due. */
const ROW_SECURITY = 'row security';

export interface MigrationReport {
  readonly applied: readonly string[];
}

/**
 * Brings the database up to date: its roles, the tables of the product and those of the queue on PostgreSQL, and who sees
 * which rows. Many processes may call it at once; one works, the others wait and find nothing to do.
 * @throws RolesMissing, DATABASE.INCOMPLETE
 */
export async function runMigrations(databaseUrl: string): Promise<MigrationReport> {
  const lock = new Connection({ connectionString: databaseUrl, application_name: 'yui-migrate' });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepareOwner(lock);
    await requireWholeSchema(lock);
    const applied = await migrateTables(databaseUrl);
    await runQueueMigrations(lock);
    await giveQueueToWorker(lock);
    await lock.query('SET ROLE yui_migrator');
    if (applied.length > 0 || !(await isRowSecurityInForce(lock))) await applyRowSecurity(lock);
    return { applied };
  } finally {
    // Ending the connection gives the advisory lock back, also after an error.
    await lock.end();
  }
}

/** The names of all migrations this code knows. */
export function knownMigrations(): string[] {
  return MIGRATIONS.map((Migration) => new Migration().name);
}

/** Makes the roles and the tables as they were after these migrations, without rules and rows: for a backup to come back to. */
export async function prepareSchema(databaseUrl: string, migrations: readonly string[]): Promise<void> {
  const client = new Connection({ connectionString: databaseUrl, application_name: 'yui-restore' });
  await client.connect();
  try {
    await prepareOwner(client);
    await migrateTables(databaseUrl, new Set(migrations));
  } finally {
    await client.end();
  }
}

/** The names of what this code knows and the database has not had. */
export async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const dataSource = createDataSource({ url: databaseUrl, poolSize: 2, applicationName: 'yui-migrate' });
  await dataSource.initialize();
  try {
    const known = [...dataSource.migrations.map((migration) => migration.name ?? ''), ROW_SECURITY];
    const table: [{ exists: boolean }] = await dataSource.query(
      `SELECT to_regclass('schema_migration') IS NOT NULL AS exists`,
    );
    if (!table[0].exists) return known;
    const rows: { name: string }[] = await dataSource.query('SELECT name FROM schema_migration');
    const had = new Set(rows.map((row) => row.name));
    if (await isInForce(databaseUrl)) had.add(ROW_SECURITY);
    return known.filter((name) => !had.has(name));
  } finally {
    await dataSource.destroy();
  }
}

/** @throws DATABASE.INCOMPLETE */
async function isInForce(databaseUrl: string): Promise<boolean> {
  const client = new Connection({ connectionString: databaseUrl, application_name: 'yui-migrate' });
  await client.connect();
  try {
    await requireWholeSchema(client);
    return await isRowSecurityInForce(client);
  } finally {
    await client.end();
  }
}

/** Whatever is in the schema belongs to yui_migrator, also what was restored from a backup or made before the roles were. */
async function prepareOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<[{ user: string; database: string }]>(
    'SELECT current_user AS user, current_database() AS database',
  );
  const [{ user, database }] = rows as unknown as [{ user: string; database: string }];
  await ensureRoles(client, user);
  await client.query(`
    GRANT CREATE ON DATABASE ${client.escapeIdentifier(database)} TO yui_migrator;
    GRANT USAGE, CREATE ON SCHEMA public TO yui_migrator;
    GRANT USAGE ON SCHEMA public TO yui_app, yui_worker, yui_auditor;
    DO $$
    DECLARE thing record;
    BEGIN
      FOR thing IN SELECT oid::regclass AS name FROM pg_class
                   WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
                     AND relowner <> 'yui_migrator'::regrole
      LOOP EXECUTE format('ALTER TABLE %s OWNER TO yui_migrator', thing.name); END LOOP;
      FOR thing IN SELECT oid::regprocedure AS name FROM pg_proc
                   WHERE pronamespace = 'public'::regnamespace AND proowner <> 'yui_migrator'::regrole
      LOOP EXECUTE format('ALTER ROUTINE %s OWNER TO yui_migrator', thing.name); END LOOP;
    END $$;
  `);
}

/** @param only the migrations to apply; undefined: all */
async function migrateTables(databaseUrl: string, only?: ReadonlySet<string>): Promise<string[]> {
  const dataSource = createDataSource({
    url: databaseUrl,
    poolSize: 2,
    applicationName: 'yui-migrate',
    role: 'yui_migrator',
  });
  if (only) dataSource.setOptions({ migrations: MIGRATIONS.filter((Migration) => only.has(new Migration().name)) });
  await dataSource.initialize();
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** Tasks are taken and given by the worker alone; BullMQ makes sequences for a queue as it goes. */
async function giveQueueToWorker(client: pg.Client): Promise<void> {
  await client.query(`
    GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO yui_worker;
    GRANT ALL ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO yui_worker;
    GRANT ALL ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO yui_worker;
  `);
}
