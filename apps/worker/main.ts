import { loadConfig, requireNarrowUser, startInTime } from '#yui/platform';
import { createWorker } from './worker.module.js';

const worker = await startInTime(async () => {
  const config = loadConfig(process.env);
  await requireNarrowUser(config.DATABASE_URL, 'yui_worker');
  return createWorker(config);
});
// What was under way is done: an end in order, not one by a signal.
worker.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
