import path from 'node:path';
import type { Config } from '#yui/platform';
import { builtFile } from '../project-root.js';
import { importantCliLine, importantJsonLine, importantPostgresLine, type LineFilter } from './child-log.js';
import { programPath } from './postgres-binaries.js';
import { POSTGRES_STOP, postgresArguments } from './postgres-cluster.js';
import { isAnswering } from './postgres-database.js';
import type { PostgresFolder, PostgresSecrets } from './postgres-folder.js';
import type { StopStep } from './process-identity.js';
import type { StartSettings } from './start-settings.js';
import type { ChildSpec } from './supervised-child.js';

type Environment = Record<string, string | undefined>;

/** A child as the launcher knows it, before its output has somewhere to go. */
export interface ProductChild extends Omit<ChildSpec, 'onLine'> {
  important: LineFilter;
}

/** How long a process may take to finish what it is doing after SIGTERM. */
function termThenKill(deadlineMs: number): StopStep[] {
  return [
    { signal: 'SIGTERM', deadlineMs },
    { signal: 'SIGKILL', deadlineMs: 2_000 },
  ];
}

export function postgresChild(place: PostgresFolder, secrets: PostgresSecrets): ProductChild {
  return {
    name: 'postgres',
    command: programPath(place.nativeFolder, 'postgres'),
    args: postgresArguments(place.cluster, secrets.port, true),
    env: { ...process.env, LC_MESSAGES: 'C', TZ: 'UTC' },
    cwd: place.folder,
    ...place.account,
    isTied: false,
    isReady: () => isAnswering(secrets),
    // Recovery after a power cut reads back everything since the last checkpoint.
    readyDeadlineMs: 120_000,
    stop: POSTGRES_STOP,
    important: importantPostgresLine,
  };
}

export function mailChild(settings: StartSettings): ProductChild {
  const child = nodeChild('mail', [builtFile('apps/cli/main'), 'mail-catcher'], {
    env: {
      ...process.env,
      SMTP_PORT: String(settings.mailSmtpPort),
      HTTP_PORT: String(settings.mailHttpPort),
      MAIL_FOLDER: path.join(settings.dataFolder, 'mails'),
    },
    healthUrl: `${mailPageUrl(settings)}/health`,
    stop: termThenKill(3_000),
  });
  return { ...child, important: importantCliLine };
}

export function workerChild(env: Environment, config: Config): ProductChild {
  return nodeChild('worker', [builtFile('apps/worker/main')], {
    env,
    healthUrl: workerHealthUrl(config),
    stop: termThenKill(20_000),
  });
}

export function apiChild(env: Environment, config: Config): ProductChild {
  return nodeChild('api', [builtFile('apps/api/main')], {
    env,
    healthUrl: `${apiUrl(config)}/health/ready`,
    stop: termThenKill(10_000),
  });
}

function nodeChild(
  name: string,
  args: string[],
  { env, healthUrl, stop }: { env: Environment; healthUrl: string; stop: StopStep[] },
): ProductChild {
  return {
    name,
    command: process.execPath,
    args: ['--enable-source-maps', '--import', builtFile('apps/cli/start/leave-with-launcher'), ...args],
    env,
    isTied: true,
    isReady: () => answersOk(healthUrl),
    readyDeadlineMs: 60_000,
    stop,
    important: importantJsonLine,
  };
}

async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

export function apiUrl(config: Pick<Config, 'API_HOST' | 'API_PORT'>): string {
  return `http://${reachableHost(config.API_HOST)}:${config.API_PORT}`;
}

export function workerHealthUrl(config: Pick<Config, 'WORKER_HOST' | 'WORKER_HEALTH_PORT'>): string {
  return `http://${reachableHost(config.WORKER_HOST)}:${config.WORKER_HEALTH_PORT}/health/ready`;
}

export function mailPageUrl(settings: Pick<StartSettings, 'mailHttpPort'>): string {
  return `http://127.0.0.1:${settings.mailHttpPort}`;
}

/** A process that listens on every address is asked on loopback. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
