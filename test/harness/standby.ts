import { spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { PostgresFolder, PostgresSecrets } from '../../apps/cli/start/postgres-folder.js';

/** What a server that follows another is told of it. */
export const sourceOf = ({ port, adminPassword }: PostgresSecrets, name: string) =>
  `host=127.0.0.1 port=${port} user=postgres password=${adminPassword} application_name=${name}`;

/**
 * Copies a server of PostgreSQL while it works. The copy, once it is started, follows from where it began.
 * @param name under which the original knows it
 */
export async function copyAsStandby(
  original: { readonly place: PostgresFolder; readonly secrets: PostgresSecrets },
  place: PostgresFolder,
  name: string,
): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrlOf(original.secrets) });
  await admin.connect();
  await admin.query(`SELECT pg_backup_start('copy', true)`);
  // Files that come and go meanwhile are made whole again from the log.
  spawnSync('cp', ['-a', original.place.cluster, place.cluster]);
  const { rows } = await admin.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
  await admin.end();
  rmSync(path.join(place.cluster, 'postmaster.pid'), { force: true });
  for (const [file, content] of [
    ['backup_label', rows[0]!.labelfile],
    ['standby.signal', ''],
  ] as const) {
    const written = path.join(place.cluster, file);
    writeFileSync(written, content);
    // As root, PostgreSQL runs under another account.
    if (place.account.uid !== undefined) chownSync(written, place.account.uid, place.account.gid ?? 0);
  }
  follow(place, sourceOf(original.secrets, name));
}

/** Whom it follows from its next start on; '': nobody. */
export function follow(place: PostgresFolder, source: string): void {
  appendFileSync(path.join(place.cluster, 'postgresql.auto.conf'), `primary_conninfo = '${source}'\n`);
}

export async function asAdmin(secrets: PostgresSecrets, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: adminUrlOf(secrets) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

function adminUrlOf({ port, adminPassword }: PostgresSecrets): string {
  return `postgres://postgres:${adminPassword}@127.0.0.1:${port}/postgres`;
}
