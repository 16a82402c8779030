import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PrintLetters } from '#yui/notifications';
import { accessErrors, DESK_ROLES, Grant } from '#yui/platform';
import { markAsDownload } from '../http/download.js';
import { RateLimits } from '../http/rate-limits.js';
import { actorOf, admissionOf } from '../http/request-gate.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Up to 100 letters are set, each with its papers. */
const UNITS_OF_ALL = 100;
const UNITS_OF_ONE = 5;

/** Letters to be sent by fax or post, as one file. Its links work, so it is made for this one download and kept nowhere. */
@Controller('letters')
export class LetterController {
  constructor(
    private readonly print: PrintLetters,
    private readonly rateLimits: RateLimits,
  ) {}

  /** Prints all letters that wait for it, or with `id` one of them, also once more. @throws RATE.LIMITED, LETTER.* */
  @Grant(DESK_ROLES)
  @Post('pdf')
  async pdf(
    @Query('id') id: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const ids = id === undefined ? null : [idIn(id)];
    const tooSoon = await this.rateLimits.take(admissionOf(request), ids === null ? UNITS_OF_ALL : UNITS_OF_ONE);
    if (tooSoon) throw tooSoon.error;
    const { fileName, pdf } = await this.print.execute(actorOf(request), ids);
    return markAsDownload(reply.status(200), { fileName, mediaType: 'application/pdf' }).send(Buffer.from(pdf));
  }
}

/** @throws ACCESS.NOT_FOUND */
function idIn(value: unknown): string {
  if (typeof value !== 'string' || !UUID.test(value)) throw accessErrors.NOT_FOUND();
  return value;
}
