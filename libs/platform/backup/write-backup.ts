import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { to as copyTo } from 'pg-copy-streams';
import { Connection } from '../database/connection.js';
import { copyStatement, END_OF_ROWS, makeFooter, makeHeader } from './backup-format.js';
import { chainEndsOf, sequencesOf, tablesOf } from './database-state.js';

export interface BackupReport {
  readonly tables: number;
  readonly rows: number;
  readonly sha256: string;
}

/**
 * Writes every row of the product into one file, as it is at one moment, while the product goes on. Read back by
 * `restoreBackup` with the same or a newer edition, on PostgreSQL 15 or newer, whichever it came from; no program of
 * PostgreSQL is needed. The queue is not in it: the outbox fills it again.
 */
export async function writeBackup(databaseUrl: string, file: string, now: Date): Promise<BackupReport> {
  const client = new Connection({ connectionString: databaseUrl, application_name: 'yui-backup' });
  await client.connect();
  const part = `${file}.part`;
  const report = { tables: 0, rows: 0, sha256: '' };
  try {
    await client.query('SET ROLE yui_migrator');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Personal data: for the eyes of its owner alone.
    await pipeline(Readable.from(linesOf(client, now, report)), createGzip(), createWriteStream(part, { mode: 0o600 }));
    await client.query('COMMIT');
    await rename(part, file);
    return report;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function* linesOf(
  client: Connection,
  now: Date,
  report: { tables: number; rows: number; sha256: string },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const put = (bytes: Buffer) => {
    hash.update(bytes);
    return bytes;
  };
  const tables = await tablesOf(client);
  const migrations = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
  const names = migrations.rows.map(({ name }) => name);
  yield put(Buffer.from(makeHeader({ createdAt: now.toISOString(), migrations: names, tables })));
  const rows: Record<string, number> = {};
  for (const table of tables) {
    yield put(Buffer.from(`${copyStatement(table, 'FROM STDIN')};\n`));
    const stream = client.query(copyTo(copyStatement(table, 'TO STDOUT')));
    for await (const chunk of stream) yield put(chunk as Buffer);
    rows[table.name] = stream.rowCount;
    report.rows += stream.rowCount;
    report.tables += 1;
    yield put(Buffer.from(`${END_OF_ROWS}\n`));
  }
  const [sequences, chains] = [await sequencesOf(client), await chainEndsOf(client)];
  report.sha256 = hash.digest('hex');
  yield Buffer.from(makeFooter({ rows, sequences, chains, sha256: report.sha256 }));
}
