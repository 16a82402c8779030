import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { CliError } from '../command.js';
import { programPath } from './postgres-binaries.js';
import type { PostgresFolder } from './postgres-folder.js';
import { identifyProcess, readCommandLine, stopProcess, type StopStep } from './process-identity.js';

/** PostgreSQL's own words: INT is a fast, clean stop; QUIT leaves at once and recovers on the next start. */
export const POSTGRES_STOP: readonly StopStep[] = [
  { signal: 'SIGINT', deadlineMs: 20_000 },
  { signal: 'SIGQUIT', deadlineMs: 5_000 },
  { signal: 'SIGKILL', deadlineMs: 2_000 },
];

/**
 * Creates the cluster when there is none. It is made beside its place and moved there when complete, so that an
 * interrupted first start leaves nothing half-done.
 * @param isDurable false only for throw-away test data
 * @throws CliError POSTGRES.DAMAGED, POSTGRES.OTHER_VERSION, POSTGRES.INIT_FAILED
 */
export async function ensureCluster(
  place: PostgresFolder,
  adminPassword: string,
  options: { isDurable: boolean; signal?: AbortSignal },
): Promise<'created' | 'found'> {
  if (existsSync(place.cluster)) {
    requireUsableCluster(place);
    return 'found';
  }
  const half = `${place.cluster}.half`;
  const passwordFile = path.join(place.folder, 'initial-password');
  rmSync(half, { recursive: true, force: true });
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  if (place.account.uid !== undefined && place.account.gid !== undefined) {
    chownSync(passwordFile, place.account.uid, place.account.gid);
  }
  try {
    await runInitdb(place, half, passwordFile, options);
    renameSync(half, place.cluster);
    return 'created';
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

function runInitdb(
  place: PostgresFolder,
  cluster: string,
  passwordFile: string,
  { isDurable, signal }: { isDurable: boolean; signal?: AbortSignal },
): Promise<void> {
  const args = [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Names sort as a Japanese reader expects on every machine, whatever locales it has; messages stay English for logs.
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=ja',
    ...(isDurable ? [] : ['--no-sync']),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(programPath(place.nativeFolder, 'initdb'), args, {
      ...place.account,
      cwd: place.folder,
      env: { ...process.env, TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      reject(
        new CliError(
          'POSTGRES.INIT_FAILED',
          'データベースを作れませんでした。ディスクの空きと上の出力を確かめてください。',
          'The database could not be created. Check the free disk space and the output above.',
          output,
        ),
      );
    });
  });
}

function requireUsableCluster({ cluster, nativeFolder }: PostgresFolder): void {
  const have = readTrimmed(path.join(cluster, 'PG_VERSION'));
  if (have === undefined || !existsSync(path.join(cluster, 'global', 'pg_control'))) throw damagedCluster(cluster);
  const answer = spawnSync(programPath(nativeFolder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout;
  const want = /(\d+)/.exec(answer)?.[1];
  if (want === undefined || have === want) return;
  throw new CliError(
    'POSTGRES.OTHER_VERSION',
    `${cluster} は PostgreSQL ${have} のデータで、この版は PostgreSQL ${want} を使います。前の版で書き出したデータを移してください。`,
    `${cluster} holds data of PostgreSQL ${have}, this release uses PostgreSQL ${want}. Move the data with a dump made by the former release.`,
  );
}

/** The sentence for a cluster that PostgreSQL does not start from. */
export function damagedCluster(cluster: string, details = ''): CliError {
  return new CliError(
    'POSTGRES.DAMAGED',
    `データのフォルダー ${cluster} が壊れているようです。バックアップから戻すか、フォルダーを別の場所に移して npm start をやり直してください（移すとデータは空から始まります）。`,
    `The data folder ${cluster} seems damaged. Restore it from a backup, or move it away and run npm start again (which starts with empty data).`,
    details,
  );
}

/**
 * Stops a PostgreSQL that a killed launcher left running on this cluster, and removes a note about a process that is
 * gone when its number now belongs to another program (PostgreSQL would refuse to start for fear of it).
 * @returns whether one was running
 * @throws CliError POSTGRES.ORPHAN when it cannot be stopped
 */
export async function stopOrphan({ cluster }: PostgresFolder): Promise<boolean> {
  const note = path.join(cluster, 'postmaster.pid');
  const pid = Number(readTrimmed(note)?.split('\n')[0]);
  const identity = Number.isInteger(pid) && pid > 0 ? identifyProcess(pid) : undefined;
  if (!identity) return false;
  const commandLine = readCommandLine(pid);
  if (!commandLine.includes('postgres') || !commandLine.includes(cluster)) {
    rmSync(note, { force: true });
    return false;
  }
  const isGone = await stopProcess(identity, POSTGRES_STOP).catch(() => false);
  if (isGone) return true;
  throw new CliError(
    'POSTGRES.ORPHAN',
    `前回の PostgreSQL（プロセス ${pid}）がまだ動いていて、止められません。起動したユーザーで止めてください。`,
    `The PostgreSQL of an earlier start (process ${pid}) still runs and cannot be stopped. Stop it as the user who started it.`,
  );
}

/** Sets the superuser's password without knowing the old one, for when the file with the passwords was lost. */
export function resetAdminPassword(place: PostgresFolder, adminPassword: string): void {
  const { status, stderr } = spawnSync(
    programPath(place.nativeFolder, 'postgres'),
    ['--single', '-D', place.cluster, 'postgres'],
    {
      ...place.account,
      cwd: place.folder,
      encoding: 'utf8',
      input: `ALTER ROLE postgres PASSWORD '${adminPassword}'\n`,
    },
  );
  if (status !== 0) throw damagedCluster(place.cluster, stderr);
}

/** The arguments that start this cluster in the foreground, on loopback only. */
export function postgresArguments(cluster: string, port: number, isDurable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: isDurable ? 'on' : 'off',
    synchronous_commit: isDurable ? 'on' : 'off',
    full_page_writes: isDurable ? 'on' : 'off',
    max_connections: '200',
    password_encryption: 'scram-sha-256',
    ...(isDurable ? memorySettings(machineMemory()) : {}),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

const MB = 1024 * 1024;
/** PostgreSQL's own default; below it nothing is gained. */
const MIN_BUFFERS_MB = 128;
/** The rest of the machine is for the api, the worker and the files the system caches. */
const MAX_BUFFERS_MB = 8192;

/** What this process and its children may have: a container is often given less than its machine. */
const machineMemory = () => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

/**
 * A quarter of the memory for its own cache and half taken as what the system caches besides, as PostgreSQL's documentation
 * advises for a machine of its own; an eighth here, because the api and the worker share the machine.
 * @param machineBytes memory of the machine
 */
export function memorySettings(machineBytes: number): Record<string, string> {
  const machineMb = Math.floor(machineBytes / MB);
  const buffersMb = Math.min(Math.max(Math.floor(machineMb / 8), MIN_BUFFERS_MB), MAX_BUFFERS_MB);
  return {
    shared_buffers: `${buffersMb}MB`,
    effective_cache_size: `${Math.max(Math.floor(machineMb / 2), 2 * MIN_BUFFERS_MB)}MB`,
    maintenance_work_mem: `${Math.min(Math.max(Math.floor(machineMb / 32), 64), 1024)}MB`,
    max_wal_size: `${machineMb >= 8192 ? 4 : 1}GB`,
    // All disks one buys today answer at any place alike.
    random_page_cost: '1.1',
  };
}

function readTrimmed(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
