import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runMigrations } from '#yui/platform';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { ensureCluster } from '../../apps/cli/start/postgres-cluster.js';
import { databaseUrlOf, ensureDatabase } from '../../apps/cli/start/postgres-database.js';
import { newSecrets, openPostgresFolder } from '../../apps/cli/start/postgres-folder.js';
import { startServer } from './postgres.js';
import { testRunFolder } from './test-run.js';

/** Ports beside those of the server that the specs share. */
const FIRST_PORT = 30_000 + (process.pid % 2_000);

/** Two servers of PostgreSQL: the second holds what the first does, a moment later. */
export interface ReplicatedDatabase {
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  /** The replica is there and gets nothing more, as when the network between the two is cut. */
  stopFollowing(): Promise<void>;
  stopReplica(): Promise<void>;
  startReplica(): Promise<void>;
  stop(): Promise<void>;
}

/** Servers of its own for one spec, with a migrated database, empty, and a replica that follows it by streaming. */
export async function createReplicatedDatabase(): Promise<ReplicatedDatabase> {
  const folder = mkdtempSync(path.join(testRunFolder(), 'replicated-'));
  chmodSync(folder, 0o711);
  const place = openPostgresFolder(folder);
  const log = path.join(folder, 'postgres.log');
  const primary = newSecrets(await findFreePort('127.0.0.1', FIRST_PORT));
  const replica = { ...primary, port: await findFreePort('127.0.0.1', primary.port + 1) };
  await ensureCluster(place, primary.adminPassword, { isDurable: false });
  let servers: { first: ChildProcess; second: ChildProcess | null } = {
    first: await startServer(place, primary, log),
    second: null,
  };
  await ensureDatabase(primary, { mayCreateDatabases: false });
  await runMigrations(databaseUrlOf(primary));
  // Copied while it stands still: the copy begins where the original ended.
  await end(servers.first);
  const copy = { ...place, cluster: path.join(place.folder, 'replica') };
  execFileSync('cp', ['-a', place.cluster, copy.cluster]);
  const settings = path.join(copy.cluster, 'postgresql.auto.conf');
  const source = `host=127.0.0.1 port=${primary.port} user=postgres password=${primary.adminPassword}`;
  appendFileSync(settings, `primary_conninfo = '${source}'\n`);
  writeFileSync(path.join(copy.cluster, 'standby.signal'), '');
  servers = { first: await startServer(place, primary, log), second: null };
  const startReplica = async () => {
    servers.second = await startServer(copy, replica, log);
  };
  const stopReplica = async () => {
    if (servers.second) await end(servers.second);
    servers.second = null;
  };
  await startReplica();
  return {
    primaryUrl: databaseUrlOf(primary),
    replicaUrl: databaseUrlOf(replica),
    stopReplica,
    startReplica,
    async stopFollowing() {
      await stopReplica();
      appendFileSync(settings, `primary_conninfo = ''\n`);
      await startReplica();
    },
    async stop() {
      await stopReplica();
      await end(servers.first);
      rmSync(place.folder, { recursive: true, force: true });
    },
  };
}

/** INT: a fast stop, clean. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
}
