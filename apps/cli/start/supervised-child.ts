import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, type ProcessIdentity, stopProcess, type StopStep } from './process-identity.js';

/** How to run, judge and stop one child process. */
export interface ChildSpec {
  name: string;
  command: string;
  args: readonly string[];
  env: Record<string, string | undefined>;
  cwd?: string;
  uid?: number;
  gid?: number;
  /** Opens a channel whose end tells the child that the launcher was killed. */
  isTied: boolean;
  /** Asked again and again after a start until it says yes. */
  isReady(): Promise<boolean>;
  readyDeadlineMs: number;
  stop: readonly StopStep[];
  onLine(line: string): void;
}

/** What happens to children over time; the launcher turns it into lines for the person at the terminal. */
export type ChildEvent =
  | { kind: 'started' | 'ready'; child: ProcessIdentity }
  | { kind: 'died'; code: number | null; signal: NodeJS.Signals | null; restartInMs: number };

/** A child that ended, or gave no sign of readiness, before it was ever ready. */
export class ChildFailedError extends Error {
  constructor(
    readonly childName: string,
    readonly reason: 'exited' | 'not ready in time' | 'not started',
    message: string,
  ) {
    super(message);
  }
}

export interface RestartPolicy {
  firstDelayMs: number;
  longestDelayMs: number;
  /** A child that lived this long starts again with the first delay. */
  steadyAfterMs: number;
}

export const RESTART_POLICY: RestartPolicy = { firstDelayMs: 500, longestDelayMs: 30_000, steadyAfterMs: 10_000 };

const READY_POLL_MS = 50;

/** Keeps one child process alive from `start` to `stop`. */
export class SupervisedChild {
  private process: ChildProcess | undefined;
  private identity: ProcessIdentity | undefined;
  private restartTimer: NodeJS.Timeout | undefined;
  private deathsInARow = 0;
  private startedAt = 0;
  private isStopping = false;
  private hasBeenReady = false;

  constructor(
    private readonly spec: ChildSpec,
    private readonly onEvent: (spec: ChildSpec, event: ChildEvent) => void,
    private readonly policy: RestartPolicy = RESTART_POLICY,
  ) {}

  /** @throws ChildFailedError when the child does not become ready the first time; it is not restarted then */
  async start(): Promise<void> {
    const failed = this.spawn();
    await Promise.race([failed, this.waitUntilReady()]);
    this.hasBeenReady = true;
  }

  /** Ends the child by its stop steps, or at once with the last of them. */
  async stop(options: { isForced: boolean } = { isForced: false }): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restartTimer);
    if (this.identity) await stopProcess(this.identity, options.isForced ? this.spec.stop.slice(-1) : this.spec.stop);
  }

  /** Resolves never, rejects when the child ends before it was ready. */
  private spawn(): Promise<never> {
    const { spec } = this;
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: spec.env,
      uid: spec.uid,
      gid: spec.gid,
      // A process group of its own: Ctrl-C reaches the launcher alone, which stops the children in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', ...(spec.isTied ? (['ipc'] as const) : [])],
    });
    this.process = child;
    this.startedAt = performance.now();
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => spec.onLine(line));
    }
    this.identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
    if (this.identity) this.onEvent(spec, { kind: 'started', child: this.identity });
    const failed = new Promise<never>((_, reject) => {
      child.once('error', (error) => reject(new ChildFailedError(spec.name, 'not started', error.message)));
      child.once('close', (code, signal) => {
        if (this.process !== child) return;
        reject(new ChildFailedError(spec.name, 'exited', `${spec.name} ended (${signal ?? `exit code ${code}`})`));
        this.identity = undefined;
        if (this.hasBeenReady && !this.isStopping) this.restartLater(code, signal);
      });
    });
    // After the first start nobody waits for it any more.
    failed.catch(() => undefined);
    return failed;
  }

  private restartLater(code: number | null, signal: NodeJS.Signals | null): void {
    if (performance.now() - this.startedAt > this.policy.steadyAfterMs) this.deathsInARow = 0;
    const restartInMs = Math.min(this.policy.firstDelayMs * 2 ** this.deathsInARow, this.policy.longestDelayMs);
    this.deathsInARow += 1;
    this.onEvent(this.spec, { kind: 'died', code, signal, restartInMs });
    this.restartTimer = setTimeout(() => {
      void this.spawn().catch(() => undefined);
      void this.waitUntilReady().catch(() => undefined);
    }, restartInMs);
  }

  private async waitUntilReady(): Promise<void> {
    const { spec, process: child } = this;
    const deadline = performance.now() + spec.readyDeadlineMs;
    while (this.process === child && this.identity && !this.isStopping) {
      if (await spec.isReady()) {
        if (this.process === child && this.identity) this.onEvent(spec, { kind: 'ready', child: this.identity });
        return;
      }
      if (performance.now() > deadline) {
        throw new ChildFailedError(
          spec.name,
          'not ready in time',
          `${spec.name} is not ready after ${spec.readyDeadlineMs} ms`,
        );
      }
      await sleep(READY_POLL_MS);
    }
    // The child is gone or going: what ended it is told elsewhere.
    await new Promise<never>(() => undefined);
  }
}
