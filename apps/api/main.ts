import { Logger } from 'nestjs-pino';
import { errorForLog, loadConfig, passingErrorFor, requireNarrowUser, startInTime } from '#yui/platform';
import { createApi } from './app.module.js';
import { prepareToLeave } from './prepare-to-leave.js';

/** How long a balancer has to notice that this process is leaving, before it stops listening. */
const NOTICE_MS = 1000;
/** Requests that are not through by then are cut off. */
const DRAIN_DEADLINE_MS = 8000;

async function start(): Promise<void> {
  const config = loadConfig(process.env);
  await requireNarrowUser(config.DATABASE_URL, 'yui_app');
  // A replica that is away is no reason not to start.
  if (config.DATABASE_REPLICA_URL !== null) {
    await requireNarrowUser(config.DATABASE_REPLICA_URL, 'yui_app').catch((error: unknown) => {
      if (passingErrorFor(error) === null) throw error;
    });
  }
  const app = await createApi(config);
  const logger = app.get(Logger);
  const leave = prepareToLeave(app);
  let isLeaving = false;

  const onSignal = (signal: string) => {
    if (isLeaving) return;
    isLeaving = true;
    logger.log({ msg: 'leaving', signal });
    setTimeout(() => {
      logger.error({ msg: 'requests were cut off' });
      process.exit(1);
    }, NOTICE_MS + DRAIN_DEADLINE_MS).unref();
    leave(NOTICE_MS).then(
      () => logger.log({ msg: 'left' }),
      (error: unknown) => {
        logger.error({ msg: 'could not leave in order', error: errorForLog(error) });
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);

  await app.listen({ host: config.API_HOST, port: config.API_PORT });
  logger.log({ msg: 'listening', host: config.API_HOST, port: config.API_PORT });
}

await startInTime(start);
