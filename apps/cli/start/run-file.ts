import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProcessIdentity } from './process-identity.js';

/** What other commands need to know about the running product. Holds the database password: readable by its owner only. */
export interface RunState {
  launcher: ProcessIdentity;
  /** By name: `postgres`, `mail`, `worker`, `api`. */
  children: Record<string, ProcessIdentity>;
  /** null until everything runs. */
  databaseUrl: string | null;
  apiUrl: string | null;
  workerHealthUrl: string | null;
  /** null: mail goes to a server outside. */
  mail: { smtpUrl: string; pageUrl: string } | null;
}

export function writeRunFile(dataFolder: string, state: RunState): void {
  const file = runFile(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** @returns undefined when no launcher left one, or it cannot be read */
export function readRunFile(dataFolder: string): RunState | undefined {
  try {
    return JSON.parse(readFileSync(runFile(dataFolder), 'utf8')) as RunState;
  } catch {
    return undefined;
  }
}

export function removeRunFile(dataFolder: string): void {
  rmSync(runFile(dataFolder), { force: true });
}

function runFile(dataFolder: string): string {
  return path.join(dataFolder, 'run.json');
}
