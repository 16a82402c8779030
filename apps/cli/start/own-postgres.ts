import { CliError } from '../command.js';
import { findFreePort, probePort, requireFreePorts } from './ports.js';
import { damagedCluster, ensureCluster, resetAdminPassword, stopOrphan } from './postgres-cluster.js';
import {
  newSecrets,
  openPostgresFolder,
  type PostgresFolder,
  type PostgresSecrets,
  readSecrets,
  writeSecrets,
} from './postgres-folder.js';
import { listWantedPostgresPort, type StartSettings } from './start-settings.js';

/** The first of the ports tried; out of the way of a PostgreSQL that is installed on the machine. */
const FIRST_PORT = 54_320;
const LOOPBACK = '127.0.0.1';

/**
 * Everything up to the point where PostgreSQL can be started: folder, programs, what a killed launcher left, port,
 * passwords, cluster.
 * @throws CliError
 */
export async function prepareOwnPostgres(
  settings: StartSettings,
  signal: AbortSignal,
): Promise<{ place: PostgresFolder; secrets: PostgresSecrets }> {
  const place = openPostgresFolder(settings.dataFolder);
  await stopOrphan(place);
  const remembered = readSecrets(place.folder);
  const port = await choosePort(settings, remembered?.port);
  const secrets = remembered ? { ...remembered, port } : newSecrets(port);
  const origin = await ensureCluster(place, secrets.adminPassword, { isDurable: true, signal });
  if (!remembered && origin === 'found') resetAdminPassword(place, secrets.adminPassword);
  writeSecrets(place.folder, secrets);
  return { place, secrets };
}

/** The port that was asked for, or the one of last time, or, when another program has that now, a new one. */
async function choosePort(settings: StartSettings, remembered: number | undefined): Promise<number> {
  await requireFreePorts(listWantedPostgresPort(settings));
  if (settings.postgresPort !== null) return settings.postgresPort;
  if (remembered !== undefined && (await probePort(LOOPBACK, remembered)) === undefined) return remembered;
  return findFreePort(LOOPBACK, FIRST_PORT);
}

/** The sentence for a PostgreSQL that ended while it started. */
export function explainPostgresFailure(cluster: string, lastLines: string): CliError {
  if (/No space left on device|could not (resize|map) .*memory/.test(lastLines)) {
    return new CliError(
      'POSTGRES.NO_SPACE',
      'ディスクまたは共有メモリーの空きがなく、PostgreSQL を起動できません。空きを作ってください。',
      'PostgreSQL cannot start for lack of disk space or shared memory. Make room for it.',
      lastLines,
    );
  }
  if (/could not (bind|create any TCP)/.test(lastLines)) {
    return new CliError(
      'PORT.IN_USE',
      'PostgreSQL のポートが、起動の途中でほかのプログラムに使われました。もう一度 npm start を実行してください。',
      'Another program took the port of PostgreSQL during the start. Run npm start again.',
      lastLines,
    );
  }
  return damagedCluster(cluster, lastLines);
}
