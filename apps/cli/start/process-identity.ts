import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that can be told apart from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When it was born, in the words of the operating system; only good for comparing. */
  birth: string;
}

/** Index of `starttime` among the fields of /proc/<pid>/stat that follow the name of the program (proc(5), field 22). */
const START_TIME_FIELD = 19;

/** @returns undefined when there is no such process, or only its exit status is left */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const birth = process.platform === 'linux' ? readLinuxBirth(pid) : askPs(pid, 'lstart=');
  return birth === undefined ? undefined : { pid, birth };
}

export function isStillRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.birth === identity.birth;
}

/** The command line a process was started with; empty when there is none to read. */
export function readCommandLine(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'command=') ?? '';
  return readIfThere(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? '';
}

function readLinuxBirth(pid: number): string | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name of the program stands in brackets and may itself hold brackets and spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${readIfThere('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[START_TIME_FIELD]}`;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function askPs(pid: number, column: string): string | undefined {
  try {
    const answer = execFileSync('ps', ['-p', String(pid), '-o', column], { stdio: ['ignore', 'pipe', 'ignore'] });
    return String(answer).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** One signal of an escalation and how long the process then has to leave. */
export interface StopStep {
  signal: NodeJS.Signals;
  deadlineMs: number;
}

/**
 * Sends each signal in turn until the process is gone.
 * @returns whether it is gone
 * @throws the error of `kill` when the process belongs to somebody else
 */
export async function stopProcess(identity: ProcessIdentity, steps: readonly StopStep[]): Promise<boolean> {
  for (const { signal, deadlineMs } of steps) {
    if (!isStillRunning(identity)) return true;
    sendSignal(identity.pid, signal);
    if (await waitUntilGone(identity, deadlineMs)) return true;
  }
  return !isStillRunning(identity);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export async function waitUntilGone(identity: ProcessIdentity, deadlineMs: number): Promise<boolean> {
  const deadline = performance.now() + deadlineMs;
  while (isStillRunning(identity)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
