import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const RUN_FOLDER_PREFIX = 'yui-test-';
const STOP_DEADLINE_MS = 10_000;
/** A file system in memory, as Linux has one: a database of a spec is there in 40 ms instead of 900. */
const MEMORY = '/dev/shm';
const MEMORY_WANTED_BYTES = 4 * 2 ** 30;

/** A folder for what one run of specs or benchmarks shares; `endRun` takes it away, or the next run when this is killed. */
export function beginRun() {
  sweep();
  const folder = mkdtempSync(path.join(hasMemory() ? MEMORY : tmpdir(), RUN_FOLDER_PREFIX));
  writeFileSync(path.join(folder, 'owner.pid'), String(process.pid));
  return folder;
}

function hasMemory() {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= MEMORY_WANTED_BYTES;
  } catch {
    return false;
  }
}

/** Stops what a run of Jest has started and removes its folder. */
export async function endRun(folder) {
  const pid = killPostgres(folder, 'SIGINT');
  const deadline = Date.now() + STOP_DEADLINE_MS;
  while (pid && isAlive(pid) && Date.now() < deadline) await sleep(20);
  rmSync(folder, { recursive: true, force: true });
}

/** Ends what runs that were killed have left. */
function sweep() {
  for (const parent of [tmpdir(), MEMORY].filter((place) => existsSync(place))) {
    for (const name of readdirSync(parent)) {
      if (name.startsWith(RUN_FOLDER_PREFIX)) sweepFolder(path.join(parent, name));
    }
  }
}

function sweepFolder(folder) {
  if (!existsSync(path.join(folder, 'owner.pid'))) return;
  if (statSync(folder).uid !== process.getuid?.()) return;
  if (isAlive(readNumber(path.join(folder, 'owner.pid')))) return;
  killPostgres(folder, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
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
