import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CliError } from '../command.js';
import { identifyProcess, isStillRunning, type ProcessIdentity } from './process-identity.js';

/** How often a lock may change hands between looking and taking before we give up. */
const ATTEMPTS = 5;

/** Only one running product per data folder. A lock left behind by a killed launcher is taken over. */
export interface InstanceLock {
  release(): void;
}

/**
 * @throws CliError START.ALREADY_RUNNING when a living launcher holds the lock
 */
export function takeInstanceLock(dataFolder: string): InstanceLock {
  const file = path.join(dataFolder, 'yui.lock');
  const self = identifyProcess(process.pid);
  if (!self) throw new Error('cannot identify this process');
  const own = `${file}.${process.pid}`;
  // Written beside and linked into place: the lock never exists without its content.
  writeFileSync(own, JSON.stringify(self), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (tryLink(own, file)) return { release: () => releaseLock(file, self) };
      const holder = readHolder(file);
      if (holder && isStillRunning(holder)) throw alreadyRunning(holder.pid, dataFolder);
      removeStale(file, holder);
    }
    throw alreadyRunning(readHolder(file)?.pid ?? 0, dataFolder);
  } finally {
    rmSync(own, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the stale lock aside first: if another launcher has taken it over meanwhile, its lock is put back. */
function removeStale(file: string, expected: ProcessIdentity | undefined): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && moved.pid !== expected?.pid && isStillRunning(moved)) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): ProcessIdentity | undefined {
  try {
    const { pid, birth } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof birth === 'string' ? { pid, birth } : undefined;
  } catch {
    return undefined;
  }
}

function releaseLock(file: string, self: ProcessIdentity): void {
  const holder = readHolder(file);
  if (holder?.pid === self.pid && holder.birth === self.birth) rmSync(file, { force: true });
}

function alreadyRunning(pid: number, dataFolder: string): CliError {
  return new CliError(
    'START.ALREADY_RUNNING',
    `すでに動いています（プロセス ${pid}、データ: ${dataFolder}）。先にそちらを Ctrl-C で止めてください。`,
    `Yui is already running (process ${pid}, data: ${dataFolder}). Stop it with Ctrl-C first.`,
  );
}
