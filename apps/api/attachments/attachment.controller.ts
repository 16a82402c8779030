import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddAttachment, ATTACHMENT_SUBJECTS, AttachmentQueries, PREVIEW_SIDES } from '#yui/correspondence';
import { accessErrors, BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, Grant } from '#yui/platform';
import { DOWNLOAD_POLICY, markAsDownload } from '../http/download.js';
import { actorOf } from '../http/request-gate.js';

/** Files go beside GraphQL, as they are. What they are about, and who may read them, GraphQL says. */
@Controller('attachments')
export class AttachmentController {
  constructor(
    private readonly add: AddAttachment,
    private readonly queries: AttachmentQueries,
  ) {}

  /**
   * Adds a file: the body is the file itself. `subjectType` and `subjectId` say what it is about, `fileName` what it is
   * called, `isForFacilities=true` that every facility that is offered a share of the order reads it.
   */
  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Post()
  async upload(
    @Query() query: Readonly<Record<string, unknown>>,
    @Body() bytes: unknown,
    @Req() request: FastifyRequest,
  ): Promise<{ attachmentId: string }> {
    const subjectType = ATTACHMENT_SUBJECTS.find((type) => type === query.subjectType);
    if (!subjectType) throw accessErrors.NOT_FOUND();
    return this.add.execute(actorOf(request), {
      subjectType,
      subjectId: idIn(query.subjectId),
      fileName: typeof query.fileName === 'string' ? query.fileName : '',
      bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0),
      isForFacilities: query.isForFacilities === 'true',
    });
  }

  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Get(':id')
  async download(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, fileName, mediaType } = await this.queries.download(actorOf(request), idIn(id));
    await markAsDownload(reply, { fileName, mediaType }).send(bytes);
  }

  /** A picture made small: `size` is its longest side in pixels, 320 or 960. What is no picture has none. */
  @Grant([...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES])
  @Get(':id/preview')
  async preview(
    @Param('id') id: string,
    @Query('size') size: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const side = PREVIEW_SIDES.find((pixels) => String(pixels) === size);
    if (side === undefined) throw accessErrors.NOT_FOUND();
    const bytes = await this.queries.preview(actorOf(request), idIn(id), side);
    await reply
      .headers({
        'content-type': 'image/webp',
        'content-disposition': 'inline',
        'content-security-policy': DOWNLOAD_POLICY,
        // A file never changes; another person at this browser does not learn its id.
        'cache-control': 'private, max-age=86400, immutable',
      })
      .send(bytes);
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws ACCESS.NOT_FOUND */
function idIn(value: unknown): string {
  if (typeof value !== 'string' || !UUID.test(value)) throw accessErrors.NOT_FOUND();
  return value;
}
