const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long after each failed attempt the next one is made: about three days in all. */
const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const;

/** When a delivery that has failed so often is tried again; null: not any more. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const wait = WAITS_MS[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** 410: the receiver says that it is gone for good. */
const GONE = 410;
const MAX_FAILURES = 20;
const MIN_FAILING_MS = 24 * HOUR_MS;

/** Whether a webhook is paused after a failure: it was tried to the end, is gone, or fails for a day. */
export function isToBePaused(failed: {
  readonly responseStatus: number | null;
  readonly isLastAttempt: boolean;
  readonly failures: number;
  readonly failingSince: Date;
  readonly now: Date;
}): boolean {
  if (failed.responseStatus === GONE || failed.isLastAttempt) return true;
  return failed.failures >= MAX_FAILURES && failed.now.getTime() - failed.failingSince.getTime() >= MIN_FAILING_MS;
}
