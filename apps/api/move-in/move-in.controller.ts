import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MoveInQueries, TEMPLATE_FILE_NAME } from '#yui/move-in';
import { Grant } from '#yui/platform';
import { markAsDownload } from '../http/download.js';
import { RateLimits } from '../http/rate-limits.js';
import { actorOf, admissionOf } from '../http/request-gate.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const UNITS_OF_TEMPLATE = 20;

/** The workbook a desk fills in when it moves in. */
@Controller()
export class MoveInController {
  constructor(
    private readonly queries: MoveInQueries,
    private readonly rateLimits: RateLimits,
  ) {}

  /** `GET /move-in.xlsx` @throws RATE.LIMITED */
  @Grant(['DESK_ADMIN'])
  @Get('move-in.xlsx')
  async template(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = actorOf(request);
    const tooSoon = await this.rateLimits.take(admissionOf(request), UNITS_OF_TEMPLATE);
    if (tooSoon) throw tooSoon.error;
    const bytes = await this.queries.template(actor);
    await markAsDownload(reply, { fileName: TEMPLATE_FILE_NAME, mediaType: MEDIA_TYPE }).send(Buffer.from(bytes));
  }
}
