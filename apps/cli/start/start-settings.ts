import path from 'node:path';
import type { Config } from '#yui/platform';
import { CliError } from '../command.js';
import { PROJECT_ROOT } from '../project-root.js';
import type { WantedPort } from './ports.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings only the launcher reads; those of the processes are in `#yui/platform`. */
export interface StartSettings {
  /** YUI_DATA_DIR: where everything lives that must outlast a restart. */
  dataFolder: string;
  mailSmtpPort: number;
  mailHttpPort: number;
  /** POSTGRES_PORT; null: one is chosen and remembered. */
  postgresPort: number | null;
  runsPostgres: boolean;
  /** API_DATABASE_URL and WORKER_DATABASE_URL: whom the processes sign in as on a server of somebody else; null: found out. */
  apiDatabaseUrl: string | null;
  workerDatabaseUrl: string | null;
  runsMailCatcher: boolean;
  /** SAMPLE_DATA: its passwords are known to everybody, so a database from outside gets it only when asked for. */
  hasSampleData: boolean;
  /** Somebody wrote SAMPLE_DATA=true, and so knows of it. */
  isSampleDataWanted: boolean;
}

const DEFAULT_SMTP_PORT = 4025;
const DEFAULT_MAIL_PAGE_PORT = 4080;
const LOOPBACK = '127.0.0.1';
const NOT_YET_KNOWN = 'postgres://not-yet-known@127.0.0.1/yui';

/** @throws CliError START.BAD_SETTING */
export function readStartSettings(env: Environment): StartSettings {
  return {
    dataFolder: path.resolve(PROJECT_ROOT, env.YUI_DATA_DIR || '.data'),
    mailSmtpPort: readPort(env, 'MAIL_SMTP_PORT') ?? DEFAULT_SMTP_PORT,
    mailHttpPort: readPort(env, 'MAIL_HTTP_PORT') ?? DEFAULT_MAIL_PAGE_PORT,
    postgresPort: readPort(env, 'POSTGRES_PORT') ?? null,
    runsPostgres: !env.DATABASE_URL,
    apiDatabaseUrl: env.API_DATABASE_URL || null,
    workerDatabaseUrl: env.WORKER_DATABASE_URL || null,
    runsMailCatcher: !env.SMTP_URL,
    hasSampleData: readFlag(env, 'SAMPLE_DATA') ?? !env.DATABASE_URL,
    isSampleDataWanted: readFlag(env, 'SAMPLE_DATA') ?? false,
  };
}

function readFlag(env: Environment, name: string): boolean | undefined {
  const text = env[name];
  if (!text) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new CliError(
    'START.BAD_SETTING',
    `設定 ${name} は true か false にしてください。`,
    `Setting ${name} must be true or false.`,
  );
}

/** @throws CliError START.BAD_SETTING */
export function readPort(env: Environment, name: string): number | undefined {
  const text = env[name];
  if (!text) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new CliError(
    'START.BAD_SETTING',
    `設定 ${name} は 1 から 65535 までの整数にしてください。`,
    `Setting ${name} must be a whole number from 1 to 65535.`,
  );
}

/** The environment of api and worker: what the launcher was given, plus the addresses of what it runs itself. */
export function childEnvironment(
  env: Environment,
  settings: StartSettings,
  databaseUrl: string,
): Record<string, string | undefined> {
  return {
    ...env,
    NODE_ENV: env.NODE_ENV || 'production',
    DATABASE_URL: settings.runsPostgres ? databaseUrl : env.DATABASE_URL,
    // The demo lets the time of the sample pass; real data keep real time.
    // Anyone who tries the product out does not want to wait an hour for a mail.
    MAIL_GATHER_MINUTES: env.MAIL_GATHER_MINUTES || (settings.hasSampleData ? '0' : undefined),
    CLOCK_MOVABLE: env.CLOCK_MOVABLE || (settings.hasSampleData ? 'true' : undefined),
    STORAGE_DIR: env.STORAGE_DIR || path.join(settings.dataFolder, 'files'),
    SMTP_URL: settings.runsMailCatcher ? `smtp://${LOOPBACK}:${settings.mailSmtpPort}` : env.SMTP_URL,
    // Follows the port; one that is no number is reported for itself.
    PUBLIC_URL: env.PUBLIC_URL || (/^\d+$/.test(env.API_PORT ?? '') ? `http://localhost:${env.API_PORT}` : undefined),
  };
}

/**
 * Checks the settings of the processes before anything is started.
 * @throws CliError START.BAD_SETTING listing every problem
 */
export async function requireGoodConfig(env: Environment, settings: StartSettings): Promise<Config> {
  const { ConfigError, loadConfig } = await import('#yui/platform');
  try {
    return loadConfig(childEnvironment(env, settings, NOT_YET_KNOWN));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new CliError(
      'START.BAD_SETTING',
      error.problems.map((problem) => problem.messageJa).join(' '),
      error.problems.map((problem) => problem.messageEn).join(' '),
    );
  }
}

/**
 * The passwords of the sample are known to everybody: it is shown to this machine alone, unless somebody says otherwise.
 * @throws CliError START.SAMPLE_IN_PUBLIC
 */
export function requirePrivateSample(settings: StartSettings, config: Pick<Config, 'API_HOST'>): void {
  if (!settings.hasSampleData || settings.isSampleDataWanted || isLoopback(config.API_HOST)) return;
  throw new CliError(
    'START.SAMPLE_IN_PUBLIC',
    `見本のデータのパスワードは公開されているため、${config.API_HOST} では公開しません。実際に使うときは SAMPLE_DATA=false、承知のうえで見本を公開するときは SAMPLE_DATA=true を設定してください。`,
    `Everybody knows the passwords of the sample data, so they are not served at ${config.API_HOST}. Set SAMPLE_DATA=false for real use, or SAMPLE_DATA=true to serve the sample knowingly.`,
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.endsWith('.localhost') || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The ports api, worker and mail catcher will listen on. */
export function listWantedPorts(settings: StartSettings, config: Config): WantedPort[] {
  const ports: WantedPort[] = [
    { purposeJa: 'API', purposeEn: 'API', setting: 'API_PORT', host: config.API_HOST, port: config.API_PORT },
    {
      purposeJa: 'ワーカーの状態確認',
      purposeEn: 'worker health',
      setting: 'WORKER_HEALTH_PORT',
      host: config.WORKER_HOST,
      port: config.WORKER_HEALTH_PORT,
    },
  ];
  if (settings.runsMailCatcher) {
    ports.push(
      {
        purposeJa: 'メール受信（SMTP）',
        purposeEn: 'mail catcher SMTP',
        setting: 'MAIL_SMTP_PORT',
        host: LOOPBACK,
        port: settings.mailSmtpPort,
        isOpened: false,
      },
      {
        purposeJa: 'メール閲覧',
        purposeEn: 'mail catcher page',
        setting: 'MAIL_HTTP_PORT',
        host: LOOPBACK,
        port: settings.mailHttpPort,
      },
    );
  }
  return ports;
}

/** POSTGRES_PORT, where it was given. It is looked at apart: a PostgreSQL left by a killed launcher may still hold it. */
export function listWantedPostgresPort({ postgresPort }: StartSettings): WantedPort[] {
  if (postgresPort === null) return [];
  const purpose = 'PostgreSQL';
  return [
    {
      purposeJa: purpose,
      purposeEn: purpose,
      setting: 'POSTGRES_PORT',
      host: LOOPBACK,
      port: postgresPort,
      isOpened: false,
    },
  ];
}
