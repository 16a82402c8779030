import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const RUN_FOLDER_PREFIX = 'yui-test-';
const STOP_DEADLINE_MS = 10_000;

/** Stops what a run of Jest has started and removes its folder. */
export async function endRun(folder) {
  const pid = killPostgres(folder, 'SIGINT');
  const deadline = Date.now() + STOP_DEADLINE_MS;
  while (pid && isAlive(pid) && Date.now() < deadline) await sleep(20);
  rmSync(folder, { recursive: true, force: true });
}

/** Ends what runs that were killed have left. */
export function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const folder = path.join(tmpdir(), name);
    if (!name.startsWith(RUN_FOLDER_PREFIX) || !existsSync(path.join(folder, 'owner.pid'))) continue;
    if (statSync(folder).uid !== process.getuid?.()) continue;
    if (isAlive(readNumber(path.join(folder, 'owner.pid')))) continue;
    killPostgres(folder, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** PostgreSQL notes its own process number in its folder and removes the note when it leaves. */
function killPostgres(folder, signal) {
  const pid = readNumber(path.join(folder, 'postgres', 'cluster', 'postmaster.pid'));
  // The number may belong to another program by now.
  if (!isAlive(pid) || !commandLineOf(pid).includes(folder)) return undefined;
  process.kill(pid, signal);
  return pid;
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function commandLineOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function readNumber(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return undefined;
  }
}
