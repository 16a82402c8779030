import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TransferQueries } from '#yui/contracts';
import { accessErrors, DESK_ROLES, Grant } from '#yui/platform';
import { markAsDownload } from '../http/download.js';
import { actorOf } from '../http/request-gate.js';

/** What is no id names no file. */
const Id = () => Param('id', new ParseUUIDPipe({ exceptionFactory: () => accessErrors.NOT_FOUND() }));

/** Files of transfers, as a bank takes them: fixed length, in JIS X 0201. */
@Controller('transfers')
export class TransferController {
  constructor(private readonly queries: TransferQueries) {}

  @Grant(DESK_ROLES)
  @Get(':id')
  async download(@Id() id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { run, file } = await this.queries.download(actorOf(request), id);
    const fileName = `総合振込_${run.transferOn}.txt`;
    return markAsDownload(reply, { fileName, mediaType: 'text/plain; charset=shift_jis' })
      .header('etag', `"${run.sha256}"`)
      .send(file);
  }
}
