import { isStillRunning } from './process-identity.js';
import { readRunFile, type RunState } from './run-file.js';
import { readStartSettings } from './start-settings.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The product that `npm start` keeps running on this data folder, if it does. */
export function findRunningProduct(env: Environment): RunState | undefined {
  const state = readRunFile(readStartSettings(env).dataFolder);
  return state && isStillRunning(state.launcher) ? state : undefined;
}

/** DATABASE_URL, or the database of the running product. */
export function findDatabaseUrl(env: Environment): string | undefined {
  return env.DATABASE_URL || findRunningProduct(env)?.databaseUrl || undefined;
}
