import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerAmendmentByLink } from '#yui/changes';
import { AnswerByLink, AnswerCallByLink } from '#yui/fulfilment';
import { type Config, CONFIG, DomainError, Grant } from '#yui/platform';
import { reportUnexpected } from '../http/report-unexpected.js';
import { httpErrors } from '../http/http.errors.js';
import { RateLimits } from '../http/rate-limits.js';
import { refusalPage } from '../http/refusal-page.js';
import { Refusals } from '../http/refusals.js';
import { isOwnOrigin } from '../http/request-gate.js';
import { retryAfter, statusOfPassing } from '../http/unavailable.js';
import { callPage, callReviewPage } from './call-page.js';
import { changePage, changeReviewPage } from './change-page.js';
import { offerPage, offerReviewPage } from './offer-page.js';
import { type Bilingual, PLAIN_PAGE_POLICY, type Typed } from '../pages/page-frame.js';
import { callAnswerOf, changeAnswerOf, offerAnswerOf, readForm } from './read-answer-form.js';

/** A guess costs as much as many requests of somebody who is signed in. */
const UNITS_OF_PAGE = 5;

const FORM = 'application/x-www-form-urlencoded';

interface CameFrom {
  readonly requestId: string;
  readonly address: string;
}

/** One thing that is answered by links of mails: what is shown of it, and what an answer does. */
interface Answerable {
  show(token: string, from: CameFrom, again?: { fault: Bilingual | null; typed: Typed }): Promise<string>;
  review(token: string, from: CameFrom, typed: Typed): Promise<string>;
  confirm(token: string, from: CameFrom, typed: Typed): Promise<void>;
}

/**
 * Plain pages on which offers, calls and proposed changes are answered by the link of a mail: no account, no script. Opening one changes
 * nothing, since programs that look at mails open links as well; an answer is looked at once more before it is sent. The
 * token stands in the path: there no log of ours and no `Referer` holds it.
 */
@Controller('answer')
export class AnswerPageController {
  private readonly offer: Answerable;
  private readonly call: Answerable;
  private readonly change: Answerable;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
    offers: AnswerByLink,
    calls: AnswerCallByLink,
    changes: AnswerAmendmentByLink,
    private readonly rateLimits: RateLimits,
    private readonly refusals: Refusals,
  ) {
    this.offer = {
      show: async (token, from, again) => offerPage(await offers.show(token, from), pathOf(token), again),
      review: async (token, from, typed) =>
        offerReviewPage(await offers.review(token, offerAnswerOf(typed), from), pathOf(token), typed),
      confirm: async (token, from, typed) => void (await offers.execute(token, offerAnswerOf(typed), from)),
    };
    this.call = {
      show: async (token, from, again) => callPage(await calls.show(token, from), callPathOf(token), again),
      review: async (token, from, typed) =>
        callReviewPage(await calls.review(token, callAnswerOf(typed), from), callPathOf(token), typed),
      confirm: async (token, from, typed) => void (await calls.execute(token, callAnswerOf(typed), from)),
    };
    this.change = {
      show: async (token, from, again) => changePage(await changes.show(token, from), changePathOf(token), again),
      review: async (token, from, typed) =>
        changeReviewPage(await changes.review(token, changeAnswerOf(typed), from), changePathOf(token), typed),
      confirm: async (token, from, typed) => void (await changes.execute(token, changeAnswerOf(typed), from)),
    };
  }

  @Grant('PUBLIC')
  @Get(':token')
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.render(request, reply, async (from) => ({ status: 200, html: await this.offer.show(token, from) }));
  }

  @Grant('PUBLIC')
  @Post(':token')
  async answer(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.render(request, reply, async (from) =>
      this.take(this.offer, token, pathOf(token), body, request, from),
    );
  }

  @Grant('PUBLIC')
  @Get('calls/:token')
  async showCall(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.render(request, reply, async (from) => ({ status: 200, html: await this.call.show(token, from) }));
  }

  @Grant('PUBLIC')
  @Post('calls/:token')
  async answerCall(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.render(request, reply, async (from) =>
      this.take(this.call, token, callPathOf(token), body, request, from),
    );
  }

  @Grant('PUBLIC')
  @Get('changes/:token')
  async showChange(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.render(request, reply, async (from) => ({ status: 200, html: await this.change.show(token, from) }));
  }

  @Grant('PUBLIC')
  @Post('changes/:token')
  async answerChange(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.render(request, reply, async (from) =>
      this.take(this.change, token, changePathOf(token), body, request, from),
    );
  }

  /** Takes a form. What was confirmed leads back to the page, so that opening it once more does nothing. */
  private async take(
    subject: Answerable,
    token: string,
    path: string,
    body: unknown,
    request: FastifyRequest,
    from: CameFrom,
  ): Promise<Rendered> {
    this.requireOwnForm(request);
    const { step, typed } = readForm(body);
    if (step === 'edit') return { status: 200, html: await subject.show(token, from, { fault: null, typed }) };
    try {
      if (step === 'review') return { status: 200, html: await subject.review(token, from, typed) };
      await subject.confirm(token, from, typed);
      return { status: 303, location: path };
    } catch (error) {
      if (!(error instanceof DomainError) || isAboutNothing(error)) throw error;
      const fault = { ja: error.messageJa, en: error.messageEn };
      const html = await subject.show(token, from, { fault, typed });
      return { status: statusOf(error), html, headers: retryAfter(error.code) };
    }
  }

  /** A form of our own page: nothing else may be sent here, no matter who knows the token. @throws HTTP.FOREIGN_ORIGIN */
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
    work: (from: CameFrom) => Promise<Rendered>,
  ): Promise<FastifyReply> {
    void reply.headers({ 'content-security-policy': PLAIN_PAGE_POLICY, 'cache-control': 'no-store' });
    try {
      const tooSoon = await this.rateLimits.take({ caller: null, place: { address: request.ip } }, UNITS_OF_PAGE);
      if (tooSoon) {
        return await this.fail(request, reply.header('retry-after', tooSoon.seconds), 429, tooSoon.error);
      }
      const answer = await work({ requestId: request.id, address: request.ip });
      if ('location' in answer) return await reply.redirect(answer.location, answer.status);
      return await html(reply.headers(answer.headers ?? {}), answer.status, answer.html);
    } catch (error) {
      const told = error instanceof DomainError ? error : reportUnexpected(error);
      return this.fail(request, reply.headers(retryAfter(told.code)), statusOf(told), told);
    }
  }

  /** Always a page: a program has no business here. */
  private async fail(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    error: DomainError,
  ): Promise<FastifyReply> {
    this.refusals.note(request, error.code, null);
    return html(reply, status, refusalPage(status, error, request.id));
  }
}

type Rendered =
  | { readonly status: number; readonly html: string; readonly headers?: Record<string, string> }
  | { readonly status: 303; readonly location: string };

const pathOf = (token: string) => `/answer/${encodeURIComponent(token)}`;
const changePathOf = (token: string) => `/answer/changes/${encodeURIComponent(token)}`;
const callPathOf = (token: string) => `/answer/calls/${encodeURIComponent(token)}`;

/** Then there is no page of an offer or a call to say it on. */
function isAboutNothing({ code }: DomainError): boolean {
  return (
    code === 'ANSWER_LINK.UNKNOWN' ||
    code === 'ANSWER_LINK.REPLACED' ||
    code === 'PLATFORM.UNAVAILABLE' ||
    code.startsWith('HTTP.')
  );
}

function statusOf(error: DomainError): number {
  if (error.code === 'ANSWER_LINK.UNKNOWN') return 404;
  if (error.code === 'ANSWER_LINK.REPLACED') return 410;
  if (error.code === 'HTTP.FOREIGN_ORIGIN') return 403;
  if (error.code === 'INTERNAL') return 500;
  return statusOfPassing(error.code) ?? 409;
}

async function html(reply: FastifyReply, status: number, content: string): Promise<FastifyReply> {
  return reply.code(status).type('text/html; charset=utf-8').send(content);
}
