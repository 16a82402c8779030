/** What the log may hold of an error: what it is and where it arose, never what anybody had written. */
export interface LoggedError {
  readonly name: string;
  /** Of the database (SQLSTATE), of the mail server or of Node.js. */
  readonly code?: string;
  /** Names in the schema; never values. */
  readonly table?: string | undefined;
  readonly constraint?: string | undefined;
  readonly message?: string;
  readonly frames: readonly string[];
}

interface Known extends Error {
  readonly code?: string | number;
  readonly responseCode?: number;
  readonly driverError?: { readonly table?: string; readonly constraint?: string };
}

const MAX_FRAMES = 12;
const SQL_STATE = /^[0-9A-Z]{5}$/;

/**
 * Databases and mail servers repeat what they were sent (a value that does not fit, an address they do not know): of
 * theirs only the code is kept. Of other messages what stands in quotes or looks like a mail address is omitted.
 */
export function errorForLog(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const { name, code, responseCode, driverError, message, stack } = error as Known;
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const known = { name, frames: frames.slice(0, MAX_FRAMES).map((line) => line.trim()) };
  if (responseCode !== undefined) return { ...known, code: String(responseCode) };
  const { table, constraint } = driverError ?? {};
  if (typeof code === 'string' && SQL_STATE.test(code)) return { ...known, code, table, constraint };
  return { ...known, ...(code === undefined ? {} : { code: String(code) }), message: withoutValues(message) };
}

function withoutValues(message: string): string {
  return message.replace(/"[^"]*"|'[^']*'|`[^`]*`|「[^」]*」/g, '…').replace(/\S+@\S+/g, '…');
}
