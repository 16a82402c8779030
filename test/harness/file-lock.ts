import { mkdirSync, rmdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Lets one process at a time do the work; the others wait. A process that dies inside keeps the lock until the run ends. */
export async function withFileLock<T>(lockFolder: string, deadlineMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + deadlineMs;
  while (!tryMake(lockFolder)) {
    if (performance.now() > deadline) throw new Error(`${lockFolder} was not released in ${deadlineMs} ms`);
    await sleep(25);
  }
  try {
    return await work();
  } finally {
    rmdirSync(lockFolder);
  }
}

function tryMake(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
