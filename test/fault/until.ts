import { setTimeout as pause } from 'node:timers/promises';

export async function until(what: string, isSo: () => Promise<boolean> | boolean, deadlineMs: number): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`not in ${deadlineMs} ms: ${what}`);
    await pause(25);
  }
}
