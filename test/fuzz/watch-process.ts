import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 20;
const BYTES_PER_KB = 1024;

/** What was the worst while it was watched. */
interface Worst {
  /** How long one turn of the event loop kept everybody else waiting: processor time of this process, not what others took from it. */
  readonly stallMs: number;
  /** Memory of this process or of one it has started, whichever had most. */
  readonly memoryBytes: number;
}

interface Watch {
  /** Watches while this is at work; what the test does in between is its own affair. */
  during(work: () => Promise<void>): Promise<void>;
  worst(): Worst;
  end(): void;
}

/** Watches this process, in which the api runs, and those beside it. */
export function watchProcess(): Watch {
  let [stallMs, memoryBytes, isWatching] = [0, 0, false];
  let [expected, used] = [performance.now() + EVERY_MS, process.cpuUsage()];
  const look = setInterval(() => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(used);
    const lateMs = now - expected;
    if (isWatching) stallMs = Math.max(stallMs, Math.min(lateMs, (user + system) / 1000));
    memoryBytes = Math.max(memoryBytes, process.memoryUsage.rss(), ...childrenOf(process.pid).map(memoryOf));
    [expected, used] = [performance.now() + EVERY_MS, process.cpuUsage()];
  }, EVERY_MS);
  return {
    during: async (work) => {
      [isWatching, expected, used] = [true, performance.now() + EVERY_MS, process.cpuUsage()];
      try {
        await work();
      } finally {
        isWatching = false;
      }
    },
    worst: () => ({ stallMs, memoryBytes }),
    end: () => clearInterval(look),
  };
}

/** On Linux; elsewhere none is known. */
function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function memoryOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * BYTES_PER_KB;
  } catch {
    return 0;
  }
}
