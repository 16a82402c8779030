import { setTimeout as sleep } from 'node:timers/promises';
import { TOTP } from 'otpauth';

const PERIOD_MS = 30_000;

/** The app on a telephone. @param steps which code: 0 the present one, 1 the next */
export function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + steps * PERIOD_MS });
}

/** Waits out the end of a time step, so that what follows stays within one. */
export async function earlyInStep(): Promise<void> {
  const leftMs = PERIOD_MS - (Date.now() % PERIOD_MS);
  if (leftMs < 5000) await sleep(leftMs + 50);
}
