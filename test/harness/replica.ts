import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runMigrations } from '#yui/platform';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { ensureCluster } from '../../apps/cli/start/postgres-cluster.js';
import { databaseUrlOf, ensureDatabase } from '../../apps/cli/start/postgres-database.js';
import { newSecrets, openPostgresFolder } from '../../apps/cli/start/postgres-folder.js';
import { startServer } from './postgres.js';
import { copyAsStandby, follow } from './standby.js';
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
  const server = await startServer(place, primary, log);
  await ensureDatabase(primary, { mayCreateDatabases: false });
  await runMigrations(databaseUrlOf(primary));
  const copy = { ...place, cluster: path.join(place.folder, 'replica') };
  await copyAsStandby({ place, secrets: primary }, copy, 'replica');
  let standby: ChildProcess | null = null;
  const startReplica = async () => {
    standby = await startServer(copy, replica, log);
  };
  const stopReplica = async () => {
    if (standby) await end(standby);
    standby = null;
  };
  await startReplica();
  return {
    primaryUrl: databaseUrlOf(primary),
    replicaUrl: databaseUrlOf(replica),
    stopReplica,
    startReplica,
    async stopFollowing() {
      await stopReplica();
      follow(copy, '');
      await startReplica();
    },
    async stop() {
      await stopReplica();
      await end(server);
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
