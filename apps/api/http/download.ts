import type { FastifyReply } from 'fastify';

/** A file as a browser gets it. */
export interface Download {
  /** As people know it, also in Japanese. */
  readonly fileName: string;
  /** Such as `application/pdf`. */
  readonly mediaType: string;
}

/** Nothing of a file runs, even when somebody opens it in a window of its own. */
export const DOWNLOAD_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/**
 * Says of an answer that it is a file to keep: never shown as a page, whatever somebody has put in it.
 * @see RFC 6266, RFC 8187
 */
export function markAsDownload(reply: FastifyReply, { fileName, mediaType }: Download): FastifyReply {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%/]/g, '_');
  const encoded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return reply.headers({
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': DOWNLOAD_POLICY,
    'cache-control': 'private, no-store',
  });
}
