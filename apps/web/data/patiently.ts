import { isFault, NoAnswer } from './fault.js';

const PAUSE_MS = 5_000;
/** Far longer than the largest workbook takes on a busy machine. */
const MAX_MS = 15 * 60_000;

/** One answer of a request that takes minutes. */
export const LONG_PATIENCE_MS = 5 * 60_000;

/** What is said while the first request is still at work, or the way to it is cut. */
const UNDER_WAY = ['PLATFORM.BUSY', 'PLATFORM.UNAVAILABLE', 'MOVE_IN.UNDER_WAY', 'IMPORT.BUSY'];

/**
 * Asks for something that takes minutes until there is an answer, also when the connection is cut on the way. `request` has to send
 * the same idempotency key each time, so that it is done once, and who asks again is told what the first came to.
 * @throws Fault when the api says no, NoAnswer when nothing came in a quarter of an hour
 */
export async function patiently<Result>(
  request: () => Promise<Result>,
  { pauseMs = PAUSE_MS, maxMs = MAX_MS }: { readonly pauseMs?: number; readonly maxMs?: number } = {},
): Promise<Result> {
  const until = performance.now() + maxMs;
  for (;;) {
    try {
      return await request();
    } catch (error) {
      const isUnderWay = error instanceof NoAnswer || isFault(error, ...UNDER_WAY);
      if (!isUnderWay || performance.now() + pauseMs > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
