import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PaperQueries } from '#yui/contracts';
import { PAPER_STYLESHEET, PAPER_TITLES, renderHtml } from '#yui/papers';
import { accessErrors, BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';
import { markAsDownload } from '../http/download.js';
import { actorOf } from '../http/request-gate.js';
import { pdfPathOf } from './describe-paper.js';

const STYLESHEET_PATH = '/papers/paper.css';
const A_DAY = 'public, max-age=86400';

/** What is no id names no paper. */
const Id = () => Param('id', new ParseUUIDPipe({ exceptionFactory: () => accessErrors.NOT_FOUND() }));

/** Papers as files and as pages. Anyone who may not see one is told what they are told of one that is not there. */
@Controller('papers')
export class PaperController {
  constructor(private readonly queries: PaperQueries) {}

  @Grant('PUBLIC')
  @Get('paper.css')
  async stylesheet(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return reply.header('cache-control', A_DAY).type('text/css; charset=utf-8').send(PAPER_STYLESHEET);
  }

  /** The same words as the PDF, for screen readers and small screens. */
  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Get(':id')
  async page(@Id() id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const paper = await this.queries.open(actorOf(request), id);
    const pdfUrl = paper.renderedAt === null ? null : pdfPathOf(id);
    const html = renderHtml(paper.data, { stylesheetUrl: STYLESHEET_PATH, pdfUrl });
    return reply.type('text/html; charset=utf-8').send(html);
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Get(':id/pdf')
  async pdf(@Id() id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { paper, pdf } = await this.queries.download(actorOf(request), id);
    const fileName = `${PAPER_TITLES[paper.kind]}_${paper.number}.pdf`;
    return markAsDownload(reply, { fileName, mediaType: 'application/pdf' })
      .header('etag', `"${paper.sha256}"`)
      .send(Buffer.from(pdf));
  }
}
