import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DomainError } from '#yui/platform';
import { PLAIN_PAGE_POLICY } from '../pages/page-frame.js';
import { answerOf } from './bilingual.js';
import { headersOfStatus } from './headers-of-status.js';
import { refusalPage } from './refusal-page.js';
import type { Asker, SecurityLog } from './security-log.js';
import { retryAfter } from './unavailable.js';

/** Somebody who reads, whatever the method: a browser that follows a link or sends a form. */
export function wantsHtml({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return (headers.accept ?? '').includes('text/html');
}

/**
 * The one way a request ends that is not served, whichever door it came to: noted for who watches the doors, and told in
 * the form the other side reads, as a page or as JSON of one shape.
 */
export class Refusals {
  constructor(private readonly log: SecurityLog) {}

  /** @param caller null: nobody is signed in, or it is not known yet */
  note(request: FastifyRequest, code: string, caller: Asker['caller'], asked = routeOf(request)): void {
    this.log.note(code, { requestId: request.id, address: request.ip, caller, asked });
  }

  /** @param allowed the methods there are at this address */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    refused: {
      readonly status: number;
      readonly error: DomainError;
      readonly caller?: Asker['caller'];
      readonly allowed?: readonly string[];
    },
  ): Promise<FastifyReply> {
    const { status, error, caller = null, allowed = ['POST'] } = refused;
    this.note(request, error.code, caller);
    void reply.code(status).headers({ ...headersOfStatus(status, allowed), ...retryAfter(error.code) });
    if (!wantsHtml(request)) return reply.type('application/json; charset=utf-8').send({ errors: [answerOf(error)] });
    return reply
      .headers({ 'content-security-policy': PLAIN_PAGE_POLICY, vary: 'accept' })
      .type('text/html; charset=utf-8')
      .send(refusalPage(status, error, request.id));
  }
}

/** As it is written in the code: no id, and no secret of a path. */
function routeOf({ method, routeOptions }: FastifyRequest): string {
  return `${method} ${routeOptions.url ?? 'unknown'}`;
}
