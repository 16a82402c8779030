import { ConfigError, DomainError, loadConfig } from '#yui/platform';
import { createWorker } from './worker.module.js';

/** Exit code for settings that cannot be used: a supervisor need not try again. */
const BAD_SETTINGS = 78;

try {
  const worker = await createWorker(loadConfig(process.env));
  // What was under way is done: an end in order, not one by a signal.
  worker.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(error instanceof ConfigError ? BAD_SETTINGS : 1);
}

/** What was foreseen says what to do; of anything else its origin helps. */
function describe(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DomainError) return `${error.messageJa}\n${error.messageEn} [${error.code}]`;
  return String((error as Error).stack);
}
