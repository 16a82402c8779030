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
import { requireNarrowUser } from '#yui/platform';
import { explainPostgresFailure, prepareOwnPostgres } from './own-postgres.js';
import { programPath } from './postgres-binaries.js';
import { memorySettings, postgresArguments, stopOrphan } from './postgres-cluster.js';
import { databaseUrlOf, ensureDatabase, isAnswering } from './postgres-database.js';
import { openPostgresFolder, type PostgresFolder, type PostgresSecrets } from './postgres-folder.js';
import { identifyProcess, isStillRunning } from './process-identity.js';
import { databaseUrlFor, processUrlsOn } from './process-users.js';
import { readStartSettings } from './start-settings.js';

const withUser = (databaseUrl: string, name: string): string =>
  Object.assign(new URL(databaseUrl), { username: name, password: 'x' }).href;

/** The statements psql would send; what a maker answers are statements to send next (`\\gexec`). */
function databaseUsersScript(): { statement: string; isMaker: boolean }[] {
  const [, sql = ''] = /<<'SQL'\n([^]*)\nSQL\n/.exec(readFileSync('docker/database-users.sh', 'utf8')) ?? [];
  const parts = sql.replace(/:'(\w+)'/g, `'$1'`).split(/(;| \\gexec)$/m);
  return parts
    .map((statement, index) => ({ statement, isMaker: parts[index + 1] === ' \\gexec' }))
    .filter(({ statement }, index) => index % 2 === 0 && statement.trim() !== '');
}

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

  it.each([
    [1, '128MB', '512MB', '64MB', '1GB'],
    [4, '512MB', '2048MB', '128MB', '1GB'],
    [64, '8192MB', '32768MB', '1024MB', '4GB'],
  ])('takes its share of a machine of %d GB', (gigabytes, buffers, cache, maintenance, wal) => {
    expect(memorySettings(gigabytes * 1024 ** 3)).toEqual({
      shared_buffers: buffers,
      effective_cache_size: cache,
      maintenance_work_mem: maintenance,
      max_wal_size: wal,
      random_page_cost: '1.1',
    });
  });

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

  it('lets no process sign in as anybody who may do more', async () => {
    const admin = databaseUrlOf(secrets).replace(`yui:${secrets.password}`, `postgres:${secrets.adminPassword}`);
    const [api, worker] = [
      databaseUrlFor('api', databaseUrlOf(secrets)),
      databaseUrlFor('worker', databaseUrlOf(secrets)),
    ];
    await expect(requireNarrowUser(api, 'yui_app')).resolves.toBeUndefined();
    await expect(requireNarrowUser(worker, 'yui_worker')).resolves.toBeUndefined();
    const refused = async (url: string, role: 'yui_app' | 'yui_worker', rights: string) =>
      expect(requireNarrowUser(url, role)).rejects.toMatchObject({
        code: 'DATABASE.USER_TOO_POWERFUL',
        details: { rights: expect.stringContaining(rights) as string },
      });
    await refused(admin, 'yui_app', 'SUPERUSER');
    await refused(databaseUrlOf(secrets), 'yui_worker', 'yui_migrator');
    await refused(worker, 'yui_app', 'yui_worker');
    // However it comes to its rights: by each attribute, and by a role it holds through another one.
    const client = new pg.Client(admin);
    await client.connect();
    try {
      for (const [index, right] of ['BYPASSRLS', 'CREATEROLE', 'REPLICATION'].entries()) {
        await client.query(`CREATE ROLE wide_${index} LOGIN ${right} PASSWORD 'x' IN ROLE yui_app`);
        await refused(withUser(api, `wide_${index}`), 'yui_app', right);
      }
      await client.query('CREATE ROLE between IN ROLE yui_auditor');
      await client.query(`CREATE ROLE roundabout LOGIN PASSWORD 'x' IN ROLE yui_app, between`);
      await refused(withUser(api, 'roundabout'), 'yui_app', 'yui_auditor');
    } finally {
      await client.end();
    }
  });

  it('is what docker/ sets up, too: three users, each as narrow as it must be, however often the script runs', async () => {
    const admin = databaseUrlOf(secrets).replace(`yui:${secrets.password}`, `postgres:${secrets.adminPassword}`);
    const client = new pg.Client(admin);
    await client.connect();
    try {
      await client.query('ALTER ROLE yui SUPERUSER');
      for (let run = 0; run < 2; run += 1) {
        for (const { statement, isMaker } of databaseUsersScript()) {
          const { rows } = await client.query<Record<string, string>>(statement);
          if (isMaker) for (const row of rows) await client.query(Object.values(row)[0] ?? '');
        }
      }
      const compose = readFileSync('docker/compose.yaml', 'utf8');
      const users = [...compose.matchAll(/DATABASE_URL: postgres:\/\/(\w+):/g)].map(([, name]) => name);
      expect(users.sort()).toEqual(['yui', 'yui_api', 'yui_background']);
      const as = (name: string, password: string) =>
        databaseUrlOf({ ...secrets, password }).replace('yui:', `${name}:`);
      await requireNarrowUser(as('yui_api', 'api'), 'yui_app');
      await requireNarrowUser(as('yui_background', 'worker'), 'yui_worker');
      await expect(requireNarrowUser(as('yui', 'owner'), 'yui_migrator')).rejects.toMatchObject({
        details: { rights: 'pg_database_owner, yui_app, yui_auditor, yui_worker' },
      });
    } finally {
      await client.end();
      await ensureDatabase(secrets, { mayCreateDatabases: false });
    }
  });

  it('finds the users of the processes on a server of somebody else, or says what to run', async () => {
    const owner = databaseUrlOf(secrets);
    expect(await processUrlsOn(owner)).toEqual({
      api: databaseUrlFor('api', owner),
      worker: databaseUrlFor('worker', owner),
    });
    const client = new pg.Client(owner.replace(`yui:${secrets.password}`, `postgres:${secrets.adminPassword}`));
    await client.connect();
    await client.query(`ALTER ROLE yui_api PASSWORD 'of somebody'`);
    await client.end();
    await expect(processUrlsOn(owner)).rejects.toMatchObject({ code: 'DATABASE.USERS_MISSING' });
    await expect(processUrlsOn('postgres://yui@127.0.0.1:1/yui')).rejects.toMatchObject({
      code: 'DATABASE.USERS_MISSING',
    });
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
