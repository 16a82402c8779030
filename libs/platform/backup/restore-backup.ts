import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { type ChainReport, verifyAudit } from '../audit/verify-audit.js';
import { Connection } from '../database/connection.js';
import { createDataSource } from '../database/data-source.js';
import { knownMigrations, prepareSchema, runMigrations } from '../database/run-migrations.js';
import {
  type BackupFooter,
  backupErrors,
  type BackupHeader,
  copyStatement,
  readFooter,
  readHeader,
} from './backup-format.js';
import { BackupReader } from './backup-reader.js';
import { chainEndsOf } from './database-state.js';

export interface RestoreReport {
  readonly createdAt: string;
  readonly rows: number;
  /** Migrations that are newer than the backup, applied after it. */
  readonly applied: readonly string[];
  readonly chains: readonly ChainReport[];
}

/**
 * Brings a backup back into an empty database: roles, tables, rows, policies, rights, and the proof that it is the same
 * (rows of each table, the bytes, the ends and all links of the audit). All rows come in one transaction, or none.
 * @throws BACKUP.*, RolesMissing
 */
export async function restoreBackup(databaseUrl: string, file: string): Promise<RestoreReport> {
  const client = new Connection({ connectionString: databaseUrl, application_name: 'yui-restore' });
  await client.connect();
  try {
    await requireEmpty(client);
    const reader = new BackupReader(file);
    const header = readHeader(await reader.line());
    const unknown = header.migrations.filter((name) => !knownMigrations().includes(name));
    if (unknown.length > 0) throw backupErrors.NEWER({ migrations: unknown.join(', ') });
    await prepareSchema(databaseUrl, header.migrations);
    const footer = await fill(client, header, reader);
    const { applied } = await runMigrations(databaseUrl);
    await client.query('ANALYZE');
    const rows = Object.values(footer.rows).reduce((sum, count) => sum + count, 0);
    return { createdAt: header.createdAt, rows, applied, chains: await proveAudit(databaseUrl) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Tables of an earlier attempt that brought no row are no obstacle. */
async function requireEmpty(client: Connection): Promise<void> {
  const { rows } = await client.query<{ is_used: boolean }>(
    `SELECT to_regclass('public.account') IS NOT NULL AS is_used`,
  );
  if (!rows[0]?.is_used) return;
  const people = await client.query('SELECT FROM account LIMIT 1');
  if (people.rowCount) throw backupErrors.NOT_EMPTY();
}

async function fill(client: Connection, header: BackupHeader, reader: BackupReader): Promise<BackupFooter> {
  await client.query('SET ROLE yui_migrator');
  await client.query('BEGIN');
  try {
    const references = await dropReferences(client);
    const names = header.tables.map(({ name }) => `public.${client.escapeIdentifier(name)}`);
    // What rows set off happened before they were backed up.
    for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    // Migrations fill some tables.
    await client.query(`TRUNCATE ${names.join(', ')}`);
    const counts: Record<string, number> = {};
    for (const table of header.tables) {
      if ((await reader.line()) !== `${copyStatement(table, 'FROM STDIN')};`) {
        throw backupErrors.UNREADABLE({ reason: `no rows of ${table.name}` });
      }
      const stream = client.query(copyFrom(copyStatement(table, 'FROM STDIN')));
      await pipeline(Readable.from(reader.rows()), stream);
      counts[table.name] = stream.rowCount;
    }
    const sha256 = reader.sha256();
    const footer = readFooter(await reader.line(false));
    await prove(client, { counts, sha256 }, footer);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const statement of references) await client.query(statement);
    for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    for (const [name, value] of Object.entries(footer.sequences)) {
      await client.query('SELECT setval($1::regclass, $2)', [`public.${client.escapeIdentifier(name)}`, value]);
    }
    // The queue is another one: what was still to be done is handed to it at once.
    await client.query('UPDATE outbox_event SET publish_at = now() WHERE publish_at IS NOT NULL');
    await client.query('COMMIT');
    return footer;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.query('RESET ROLE').catch(() => undefined);
  }
}

/** Tables come in any order, so references wait until all are there. @returns what makes them again, and checks them */
async function dropReferences(client: Connection): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
     ORDER BY conrelid::regclass::text, conname`,
  );
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ add }) => add);
}

/** @throws BACKUP.DIFFERS */
async function prove(
  client: Connection,
  found: { readonly counts: Readonly<Record<string, number>>; readonly sha256: string },
  footer: BackupFooter,
): Promise<void> {
  if (found.sha256 !== footer.sha256) throw backupErrors.DIFFERS({ what: 'SHA-256' });
  for (const [table, count] of Object.entries(footer.rows)) {
    if (found.counts[table] !== count) throw backupErrors.DIFFERS({ what: table });
  }
  if (JSON.stringify(await chainEndsOf(client)) !== JSON.stringify(footer.chains)) {
    throw backupErrors.DIFFERS({ what: 'audit' });
  }
}

async function proveAudit(databaseUrl: string): Promise<ChainReport[]> {
  const auditor = { url: databaseUrl, poolSize: 1, applicationName: 'yui-restore', role: 'yui_auditor' } as const;
  const dataSource = createDataSource(auditor);
  await dataSource.initialize();
  try {
    return await verifyAudit(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
