import { ConfigError } from '../config/load-config.js';
import { DomainError } from '../errors/domain-error.js';

/** Exit code for settings that cannot be used: a supervisor need not try again. */
const BAD_SETTINGS = 78;
/** A process that is not ready by then never will be: it ends, and a supervisor starts another. */
const MAX_START_MS = 120_000;

/** Starts a process, or ends it saying why; never something between the two. */
export async function startInTime<T>(start: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => end(new Error(`The process was not ready after ${MAX_START_MS} ms`)), MAX_START_MS);
  try {
    return await start();
  } catch (error) {
    return end(error);
  } finally {
    clearTimeout(timer);
  }
}

function end(error: unknown): never {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(error instanceof ConfigError ? BAD_SETTINGS : 1);
}

/** What was foreseen says what to do; of anything else its origin helps. */
function describe(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DomainError) return `${error.messageJa}\n${error.messageEn} [${error.code}]`;
  return error instanceof Error ? String(error.stack) : String(error);
}
