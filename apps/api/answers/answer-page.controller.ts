import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerByLink, type LinkAnswer, ShowAnswerLink } from '#yui/fulfilment';
import { type Config, CONFIG, DomainError } from '#yui/platform';
import { reportUnexpected } from '../graphql/format-error.js';
import { httpErrors } from '../http/http.errors.js';
import { RateLimits } from '../http/rate-limits.js';
import { isOwnOrigin } from '../http/request-gate.js';
import { retryAfter, statusOfPassing } from '../http/unavailable.js';
import { ANSWER_PAGE_POLICY, answerFaultPage, answerPage } from './answer-page.js';

/** A guess costs as much as many requests of somebody who is signed in. */
const UNITS_OF_PAGE = 5;

const FORM = 'application/x-www-form-urlencoded';

/**
 * A plain page on which an offer is answered by the link of a mail: no account, no script. Opening it changes nothing,
 * since programs that look at mails open links as well; pressing a button does.
 */
@Controller('answer')
export class AnswerPageController {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
    private readonly offers: ShowAnswerLink,
    private readonly answers: AnswerByLink,
    private readonly rateLimits: RateLimits,
  ) {}

  @Get()
  async show(@Query('token') token: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.render(request, reply, async () => {
      const known = typeof token === 'string' ? token : '';
      return { status: 200, html: answerPage(await this.offers.execute(known, comingFrom(request)), known) };
    });
  }

  /** Answers, and leads back to the page, so that opening it once more does nothing. */
  @Post()
  async answer(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.render(request, reply, async () => {
      this.requireOwnForm(request);
      const { token, said } = readForm(body);
      try {
        await this.answers.execute(token, said, comingFrom(request));
      } catch (error) {
        if (!(error instanceof DomainError) || isAboutNoOffer(error)) throw error;
        const offer = await this.offers.execute(token, comingFrom(request));
        void reply.headers(retryAfter(error.code));
        return {
          status: statusOf(error),
          html: answerPage(offer, token, { ja: error.messageJa, en: error.messageEn }),
        };
      }
      return { status: 303, location: `/answer?token=${encodeURIComponent(token)}` };
    });
  }

  /** A form of our own page: nothing else may be sent here, whoever knows the token. @throws HTTP.FOREIGN_ORIGIN */
  private requireOwnForm({ headers }: FastifyRequest): void {
    const isForm = headers['content-type']?.split(';')[0]?.trim().toLowerCase() === FORM;
    const site = headers['sec-fetch-site'];
    const isOurs = headers.origin === undefined || isOwnOrigin(headers.origin, headers.host, this.publicOrigin());
    if (!isForm || !isOurs || (site !== undefined && site !== 'same-origin')) throw httpErrors.FOREIGN_ORIGIN();
  }

  private publicOrigin(): string {
    return new URL(this.config.PUBLIC_URL).origin;
  }

  private async render(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<{ status: number; html: string } | { status: 303; location: string }>,
  ): Promise<FastifyReply> {
    void reply.headers({ 'content-security-policy': ANSWER_PAGE_POLICY, 'cache-control': 'no-store' });
    try {
      const tooSoon = await this.rateLimits.take({ caller: null, place: { address: request.ip } }, UNITS_OF_PAGE);
      if (tooSoon) return await fail(reply.header('retry-after', tooSoon.seconds), 429, tooSoon.error);
      const answer = await work();
      if ('location' in answer) return await reply.redirect(answer.location, answer.status);
      return await html(reply, answer.status, answer.html);
    } catch (error) {
      const told = error instanceof DomainError ? error : reportUnexpected(error);
      return fail(reply.headers(retryAfter(told.code)), statusOf(told), told);
    }
  }
}

/** Then there is no page of an offer to say it on. */
function isAboutNoOffer({ code }: DomainError): boolean {
  return code === 'ANSWER_LINK.UNKNOWN' || code === 'PLATFORM.UNAVAILABLE';
}

function statusOf(error: DomainError): number {
  if (error.code === 'ANSWER_LINK.UNKNOWN') return 404;
  if (error.code === 'HTTP.FOREIGN_ORIGIN') return 403;
  if (error.code === 'INTERNAL') return 500;
  return statusOfPassing(error.code) ?? 409;
}

async function fail(reply: FastifyReply, status: number, error: DomainError): Promise<FastifyReply> {
  return html(reply, status, answerFaultPage({ ja: error.messageJa, en: error.messageEn }));
}

async function html(reply: FastifyReply, status: number, content: string): Promise<FastifyReply> {
  return reply.code(status).type('text/html; charset=utf-8').send(content);
}

function comingFrom(request: FastifyRequest): { requestId: string; address: string } {
  return { requestId: request.id, address: request.ip };
}

function readForm(body: unknown): { token: string; said: LinkAnswer } {
  const form = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  const answer = field('answer');
  if (answer === 'ACCEPT') return { token: field('token'), said: { answer } };
  if (answer === 'DECLINE') return { token: field('token'), said: { answer, reason: field('reason') } };
  throw httpErrors.FOREIGN_ORIGIN();
}
