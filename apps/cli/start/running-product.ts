import { CliError } from '../command.js';
import { isStillRunning } from './process-identity.js';
import { readRunFile, type RunState } from './run-file.js';
import { readStartSettings } from './start-settings.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The product that `npm start` keeps running on this data folder, if it does. */
export function findRunningProduct(env: Environment): RunState | undefined {
  const state = readRunFile(readStartSettings(env).dataFolder);
  return state && isStillRunning(state.launcher) ? state : undefined;
}

/** Like findDatabaseUrl, for commands that cannot do without. @throws CliError DATABASE.NOT_NAMED */
export function requireDatabaseUrl(env: Environment): string {
  const databaseUrl = findDatabaseUrl(env);
  if (databaseUrl !== undefined) return databaseUrl;
  throw new CliError(
    'DATABASE.NOT_NAMED',
    'DATABASE_URL を設定するか、先に npm start で起動してください。',
    'Set DATABASE_URL, or run npm start first.',
  );
}

/** DATABASE_URL, or the database of the running product. */
export function findDatabaseUrl(env: Environment): string | undefined {
  return env.DATABASE_URL || findRunningProduct(env)?.databaseUrl || undefined;
}
