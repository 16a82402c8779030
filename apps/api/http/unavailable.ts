/** After so many seconds it is worth trying again: a database that restarts is back, somebody else's change is through. */
const RETRY_AFTER_SECONDS = 2;

/** What passes by itself, and with which status every door of the api says so. */
const STATUSES: Readonly<Record<string, number>> = {
  'PLATFORM.BUSY': 503,
  'PLATFORM.UNAVAILABLE': 503,
  'PLATFORM.NO_SPACE': 507,
};

/** @returns null: it is nothing that passes by itself */
export function statusOfPassing(code: string): number | null {
  return STATUSES[code] ?? null;
}

/** The header that says when to come again, or none. */
export function retryAfter(code: string): Record<string, string> {
  return statusOfPassing(code) === 503 ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {};
}
