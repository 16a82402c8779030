import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessErrors, Grant } from '#yui/platform';
import { admissionOf } from '../http/request-gate.js';
import { LiveStreams, messageOf } from './live-streams.js';

/**
 * What happens to the organisation somebody acts for, as it happens (server-sent events): kinds and ids, and no content. A
 * browser that comes back with the id of what it saw last is told that more may have happened, and asks again for what it
 * shows.
 */
@Controller('events')
export class EventStreamController {
  constructor(private readonly streams: LiveStreams) {}

  @Grant('SIGNED_IN')
  @Get()
  stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { caller } = admissionOf(request);
    if (!caller?.session) throw accessErrors.SIGN_IN_REQUIRED();
    if (!this.streams.hasRoomFor(caller.session.id)) {
      // The one answer after which a browser does not come back by itself; pages ask now and then instead.
      void reply.code(204).send();
      return;
    }
    const headers = Object.entries(reply.getHeaders()).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    reply.hijack();
    reply.raw.writeHead(200, {
      ...Object.fromEntries(headers),
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(request.headers['last-event-id'] === undefined ? ': welcome\n\n' : messageOf(null));
    this.streams.open(caller, reply.raw);
  }
}
