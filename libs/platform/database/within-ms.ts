import { setTimeout as pause } from 'node:timers/promises';

/** @returns null when it took longer; an answer that had arrived while the process itself stood still counts */
export async function withinMs<T>(limitMs: number, work: Promise<T>): Promise<T | null> {
  const isOver = new AbortController();
  const late = pause(limitMs, null, { signal: isOver.signal }).then(async () => {
    // Timers come before what arrived meanwhile: it gets its turn first.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    return null;
  });
  late.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    isOver.abort();
  }
}
