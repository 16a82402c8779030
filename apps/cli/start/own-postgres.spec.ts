import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { explainPostgresFailure, prepareOwnPostgres } from './own-postgres.js';
import { programPath } from './postgres-binaries.js';
import { postgresArguments, stopOrphan } from './postgres-cluster.js';
import { databaseUrlFor, databaseUrlOf, ensureDatabase, isAnswering } from './postgres-database.js';
import { openPostgresFolder, type PostgresFolder, type PostgresSecrets } from './postgres-folder.js';
import { identifyProcess, isStillRunning } from './process-identity.js';
import { readStartSettings } from './start-settings.js';

/** One cluster for the whole file: making one takes a second. */
describe('own PostgreSQL', () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'yui-data-'));
  chmodSync(dataFolder, 0o711);
  const settings = readStartSettings({ YUI_DATA_DIR: dataFolder });
  const { signal } = new AbortController();
  let place: PostgresFolder;
  let secrets: PostgresSecrets;

  beforeAll(async () => {
    ({ place, secrets } = await prepareOwnPostgres(settings, signal));
  });
  afterAll(async () => {
    await stopOrphan(openPostgresFolder(dataFolder));
    rmSync(dataFolder, { recursive: true });
  });

  /** Starts PostgreSQL as a killed launcher would have left it. */
  async function leaveRunning(): Promise<number> {
    const child = spawn(
      programPath(place.nativeFolder, 'postgres'),
      postgresArguments(place.cluster, secrets.port, true),
      {
        ...place.account,
        cwd: place.folder,
        detached: true,
        stdio: 'ignore',
      },
    );
    while (!(await isAnswering(secrets))) await sleep(25);
    return child.pid ?? 0;
  }

  it('keeps its passwords to its owner', () => {
    expect(statSync(path.join(place.folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(secrets.password).not.toBe(secrets.adminPassword);
    expect(existsSync(path.join(place.folder, 'initial-password'))).toBe(false);
  });

  it('asks for the password, sorts as Japanese does, syncs to disk, and the product is no superuser there', async () => {
    await leaveRunning();
    await ensureDatabase(secrets, { mayCreateDatabases: false });
    await expect(new pg.Client(databaseUrlOf({ ...secrets, password: 'guess' })).connect()).rejects.toMatchObject({
      code: '28P01',
    });
    const client = new pg.Client(databaseUrlOf(secrets));
    await client.connect();
    const { rows } = await client.query<{ rolsuper: boolean; encoding: string; fsync: string; sorted: string[] }>(
      `SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
              current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
              (SELECT array_agg(name ORDER BY name) FROM unnest(ARRAY['い', 'ア', 'う', 'エ']) AS name) AS sorted`,
    );
    await client.end();
    expect(rows[0]).toEqual({ rolsuper: false, encoding: 'UTF8', fsync: 'on', sorted: ['ア', 'い', 'う', 'エ'] });
  });

  it.each([
    ['api', 'yui_app'],
    ['worker', 'yui_worker'],
  ] as const)('lets the user of the %s act as %s and as nobody else', async (process, role) => {
    const client = new pg.Client(databaseUrlFor(process, databaseUrlOf(secrets)));
    await client.connect();
    try {
      await client.query(`SET ROLE ${role}`);
      const others = ['yui_app', 'yui_worker', 'yui_migrator', 'yui_auditor', 'yui', 'postgres'];
      for (const other of others.filter((name) => name !== role)) {
        await expect(client.query(`SET ROLE ${other}`)).rejects.toMatchObject({ code: '42501' });
        await expect(client.query(`SELECT set_config('role', '${other}', false)`)).rejects.toMatchObject({
          code: '42501',
        });
      }
    } finally {
      await client.end();
    }
  });

  it('stops what a killed launcher left running and keeps port, passwords and data', async () => {
    const pid = Number(readFileSync(path.join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const orphan = identifyProcess(pid);
    const again = await prepareOwnPostgres(settings, signal);
    expect(orphan && isStillRunning(orphan)).toBe(false);
    expect(again.secrets).toEqual(secrets);
  });

  it('removes the note of a process whose number another program has now', async () => {
    const note = path.join(place.cluster, 'postmaster.pid');
    writeFileSync(note, `${process.pid}\n${place.cluster}\n`);
    expect(await stopOrphan(place)).toBe(false);
    expect(existsSync(note)).toBe(false);
  });

  it('makes new passwords when the file with them was lost', async () => {
    rmSync(path.join(place.folder, 'secrets.json'));
    const before = secrets;
    ({ secrets } = await prepareOwnPostgres(settings, signal));
    expect(secrets.adminPassword).not.toBe(before.adminPassword);
    await leaveRunning();
    await ensureDatabase(secrets, { mayCreateDatabases: false });
    const client = new pg.Client(databaseUrlOf(secrets));
    await client.connect();
    await client.end();
    await stopOrphan(place);
  });

  it('says so when the data folder is damaged or of another version', async () => {
    const version = path.join(place.cluster, 'PG_VERSION');
    const good = readFileSync(version, 'utf8');
    writeFileSync(version, '15\n');
    await expect(prepareOwnPostgres(settings, signal)).rejects.toMatchObject({ code: 'POSTGRES.OTHER_VERSION' });
    rmSync(version);
    await expect(prepareOwnPostgres(settings, signal)).rejects.toMatchObject({ code: 'POSTGRES.DAMAGED' });
    writeFileSync(version, good);
    chmodSync(version, 0o644);
    truncateSync(path.join(place.cluster, 'global', 'pg_control'));
    await prepareOwnPostgres(settings, signal);
    const output = await new Promise<string>((resolve) => {
      const child = spawn(
        programPath(place.nativeFolder, 'postgres'),
        postgresArguments(place.cluster, secrets.port, true),
        {
          ...place.account,
          cwd: place.folder,
        },
      );
      let text = '';
      child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
      child.once('close', () => resolve(text));
    });
    expect(explainPostgresFailure(place.cluster, output)).toMatchObject({ code: 'POSTGRES.DAMAGED', details: output });
  });
});
