import { loadConfig, startInTime } from '#yui/platform';
import { createWorker } from './worker.module.js';

const worker = await startInTime(async () => createWorker(loadConfig(process.env)));
// What was under way is done: an end in order, not one by a signal.
worker.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
