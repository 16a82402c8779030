import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessErrors, BUYER_ROLES, DESK_ROLES, Grant } from '#yui/platform';
import { PrintPublication } from '#yui/procurement';
import { markAsDownload } from '../http/download.js';
import { actorOf } from '../http/request-gate.js';

@Controller('publications')
export class PublicationController {
  constructor(private readonly print: PrintPublication) {}

  @Grant([...BUYER_ROLES, ...DESK_ROLES])
  @Get(':id/pdf')
  async pdf(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: () => accessErrors.NOT_FOUND() })) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { fileName, pdf } = await this.print.execute(actorOf(request), id);
    return markAsDownload(reply, { fileName, mediaType: 'application/pdf' }).send(Buffer.from(pdf));
  }
}
