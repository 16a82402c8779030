import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { programPath } from '../../apps/cli/start/postgres-binaries.js';
import { ensureCluster, postgresArguments } from '../../apps/cli/start/postgres-cluster.js';
import { databaseUrlOf, ensureDatabase, isAnswering } from '../../apps/cli/start/postgres-database.js';
import { newSecrets, openPostgresFolder } from '../../apps/cli/start/postgres-folder.js';
import { until } from './until.js';

const POSTGRES_DEADLINE_MS = 120_000;

/** What a town keeps its rows in. */
export interface DatabaseServers {
  /** Of the owner of the tables. */
  readonly url: string;
  /** Of the superuser, who ends connections of others and sees all of it. */
  readonly adminUrl: string;
  /** Where reports are read; null: where everything is. */
  readonly replicaUrl: string | null;
  /** Ends the server that takes changes, in the middle of what it does, and brings one back. */
  kill(): Promise<void>;
  end(): Promise<void>;
}

/** One server that keeps what it acknowledged. */
export async function startPostgres(folder: string): Promise<DatabaseServers> {
  const place = openPostgresFolder(folder);
  const secrets = newSecrets(await findFreePort('127.0.0.1', 24_000 + (process.pid % 900)));
  await ensureCluster(place, secrets.adminPassword, { isDurable: true });
  let child: ChildProcess;
  const start = async () => {
    child = spawn(programPath(place.nativeFolder, 'postgres'), postgresArguments(place.cluster, secrets.port, true), {
      ...place.account,
      cwd: place.folder,
      stdio: 'ignore',
    });
    await until('PostgreSQL answers', async () => isAnswering(secrets), POSTGRES_DEADLINE_MS);
  };
  const end = async (signal: NodeJS.Signals) => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  await start();
  await ensureDatabase(secrets, { mayCreateDatabases: false });
  return {
    url: databaseUrlOf(secrets),
    replicaUrl: null,
    adminUrl: `postgres://postgres:${secrets.adminPassword}@127.0.0.1:${secrets.port}/yui`,
    // Its other processes notice that the first is gone, and end.
    kill: async () => {
      await end('SIGKILL');
      await pause(500);
      await start();
    },
    end: async () => end('SIGQUIT'),
  };
}
