import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { programPath } from '../../apps/cli/start/postgres-binaries.js';
import { ensureCluster, postgresArguments } from '../../apps/cli/start/postgres-cluster.js';
import { databaseUrlOf, ensureDatabase, isAnswering } from '../../apps/cli/start/postgres-database.js';
import {
  newSecrets,
  openPostgresFolder,
  type PostgresFolder,
  type PostgresSecrets,
} from '../../apps/cli/start/postgres-folder.js';
import type { DatabaseServers } from '../fault/postgres-servers.js';
import { until } from '../fault/until.js';
import { asAdmin, copyAsStandby, sourceOf } from '../harness/standby.js';
import { startTcpProxy, throughProxy } from '../harness/tcp-proxy.js';

const START_DEADLINE_MS = 120_000;
/** How often, and how often in vain, it is looked at whether the primary answers, before another takes over. */
const LOOK_EVERY_MS = 500;
const MAX_FAILED_LOOKS = 2;
const NAMES = ['one', 'two', 'three'] as const;

/** Three servers of PostgreSQL: one takes changes, and acknowledges none before another holds it, too. */
export interface ReplicatedServers extends DatabaseServers {
  /** Ends the one reports are read from; it is back a moment later. */
  killReplica(): Promise<void>;
  /** Nothing comes through to the primary for so long, and nobody is told. */
  silence(forMs: number): Promise<void>;
}

interface Server {
  readonly name: string;
  readonly place: PostgresFolder;
  readonly secrets: PostgresSecrets;
  child: ChildProcess;
}

/** Addresses stay the same, whichever server stands behind them: as behind a balancer that knows the primary. */
export async function startReplicatedServers(folder: string): Promise<ReplicatedServers> {
  const base = openPostgresFolder(folder);
  const secrets = newSecrets(await findFreePort('127.0.0.1', 24_000 + (process.pid % 900)));
  await ensureCluster(base, secrets.adminPassword, { isDurable: true });
  let primary: Server = { name: NAMES[0], place: base, secrets, child: await start(base, secrets) };
  await ensureDatabase(secrets, { mayCreateDatabases: false });
  await asAdmin(secrets, `ALTER SYSTEM SET wal_keep_size = '1GB'`);
  let replicas = [await copyOf(primary, base, NAMES[1]), await copyOf(primary, base, NAMES[2])];
  // From here on a commit waits until one of the two has it on its disk.
  await asAdmin(secrets, `ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (one, two, three)'`);
  await asAdmin(secrets, 'SELECT pg_reload_conf()');
  const toPrimary = await startTcpProxy(databaseUrlOf(secrets));
  const toReplica = await startTcpProxy(databaseUrlOf(replicas[0]!.secrets));

  /** What keeps watch over the three does, wherever they run: who has most takes over, the other follows it. */
  async function failOver(): Promise<void> {
    for (let failed = 0; failed < MAX_FAILED_LOOKS; failed += (await isAnswering(primary.secrets)) ? 0 : 1) {
      await pause(LOOK_EVERY_MS);
    }
    const places = await Promise.all(replicas.map(async (each) => BigInt(await receivedBy(each))));
    const [next, other] = places[0]! >= places[1]! ? [replicas[0]!, replicas[1]!] : [replicas[1]!, replicas[0]!];
    await asAdmin(next.secrets, 'SELECT pg_promote()');
    await asAdmin(other.secrets, `ALTER SYSTEM SET primary_conninfo = '${sourceOf(next.secrets, other.name)}'`);
    await asAdmin(other.secrets, 'SELECT pg_reload_conf()');
    toPrimary.redirect(databaseUrlOf(next.secrets));
    toReplica.redirect(databaseUrlOf(other.secrets));
    const lost = primary;
    primary = next;
    // What was lost is thrown away and made again from the one that took over.
    rmSync(lost.place.cluster, { recursive: true, force: true });
    replicas = [other, await copyOf(primary, base, lost.name)];
  }

  return {
    url: throughProxy(databaseUrlOf(secrets), toPrimary),
    adminUrl: throughProxy(`postgres://postgres:${secrets.adminPassword}@127.0.0.1:1/yui`, toPrimary),
    replicaUrl: throughProxy(databaseUrlOf(secrets), toReplica),
    async kill() {
      await end(primary, 'SIGKILL');
      await failOver();
    },
    async killReplica() {
      const replica = replicas[0]!;
      await end(replica, 'SIGKILL');
      await pause(500);
      replica.child = await start(replica.place, replica.secrets);
    },
    async silence(forMs) {
      toPrimary.silence();
      await pause(forMs);
      toPrimary.speak();
    },
    async end() {
      for (const server of [...replicas, primary]) await end(server, 'SIGQUIT');
      await toPrimary.close();
      await toReplica.close();
    },
  };
}

async function start(place: PostgresFolder, secrets: PostgresSecrets): Promise<ChildProcess> {
  const child = spawn(
    programPath(place.nativeFolder, 'postgres'),
    postgresArguments(place.cluster, secrets.port, true),
    {
      ...place.account,
      cwd: place.folder,
      stdio: 'ignore',
    },
  );
  // However this run ends, nothing of it goes on.
  process.once('exit', () => child.kill('SIGQUIT'));
  await until('PostgreSQL answers', async () => isAnswering(secrets), START_DEADLINE_MS);
  return child;
}

/** Killed, its other processes notice that the first is gone, and end. */
async function end({ child }: Server, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Another that follows it. */
async function copyOf(original: Server, base: PostgresFolder, name: string): Promise<Server> {
  const place = { ...base, cluster: path.join(base.folder, name) };
  const secrets = { ...original.secrets, port: await findFreePort('127.0.0.1', original.secrets.port + 1) };
  await copyAsStandby(original, place, name);
  return { name, place, secrets, child: await start(place, secrets) };
}

/** How much of the log it has got, in bytes since its beginning. */
async function receivedBy({ secrets }: Server): Promise<string> {
  const [row] = await asAdmin(secrets, `SELECT (pg_last_wal_receive_lsn() - '0/0')::text AS bytes`);
  return (row as { bytes: string }).bytes;
}
