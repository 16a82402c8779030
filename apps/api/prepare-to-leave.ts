import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '#yui/platform';

/**
 * Makes the api able to leave without failing anybody; call it before it listens. The returned function does it: the
 * process says it is not ready, goes on answering for `noticeMs` while balancers take note and clients are told to come
 * back on another connection, then finishes what is under way and closes.
 */
export function prepareToLeave(app: NestFastifyApplication): (noticeMs: number) => Promise<void> {
  let isLeaving = false;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_request, reply) => {
      if (isLeaving) void reply.header('connection', 'close');
    });
  return async (noticeMs) => {
    isLeaving = true;
    app.get(Readiness).leave();
    await pause(noticeMs);
    await app.close();
  };
}
