import { type ArgumentsHost, Catch, HttpException, ServiceUnavailableException } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { HttpServer } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#yui/platform';
import { type Pages, wantsPage } from '../pages/pages.js';
import { reportUnexpected } from './report-unexpected.js';
import { httpErrors, MAX_LARGE_MB } from './http.errors.js';
import type { Refusals } from './refusals.js';
import { admissionOf } from './request-gate.js';
import { statusOfPassing } from './unavailable.js';

/**
 * Errors of GraphQL go on untouched: the formatter answers and logs them. Around it, a request may fail before it is
 * one (a body that is no JSON, a page that is not there); such answers have the same shape, and people get a page. Who has to
 * sign in first is led there, and back.
 */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  constructor(
    httpAdapter: HttpServer,
    private readonly pages: Pages | null,
    private readonly refusals: Refusals,
  ) {
    super(httpAdapter);
  }

  override catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') return exception;
    // The health page describes itself in the body of its 503.
    if (exception instanceof ServiceUnavailableException) {
      super.catch(exception, host);
      return undefined;
    }
    const error = errorOf(exception);
    const status = error.code === 'INTERNAL' ? 500 : statusOf(exception, error);
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const { caller } = admissionOf(request);
    if (this.pages && wantsPage(request) && status === 401) {
      this.refusals.note(request, error.code, caller);
      return reply.redirect(`/sign-in?to=${encodeURIComponent(request.url)}`, 303);
    }
    return this.refusals.send(request, reply, { status, error, caller });
  }
}

/** What is not named is answered like a thing that does not exist. */
const STATUS_OF: Readonly<Record<string, number>> = {
  'ACCESS.SIGN_IN_REQUIRED': 401,
  'SECOND_FACTOR.DUE': 403,
  'RATE.LIMITED': 429,
  'GRAPHQL.INPUT_INVALID': 400,
  'API_TOKEN.NOT_FOR_TOKENS': 403,
  'API_TOKEN.SCOPE_MISSING': 403,
  'JOURNAL.PERIOD': 400,
  'EXPORT.FILTER_UNREADABLE': 400,
  'EXPORT.TOO_MANY_ROWS': 413,
  'PAPER.NOT_READY': 409,
  'LETTER.NOTHING_TO_PRINT': 409,
  'LETTER.OVERTAKEN': 409,
  'LETTER.UNDER_WAY': 409,
  'LETTER.UNWRITABLE': 409,
  'LETTER.PAPERS_AWAY': 503,
  'ATTACHMENT.EMPTY': 400,
  'ATTACHMENT.TOO_LARGE': 413,
  'ATTACHMENT.TOO_MANY': 409,
  'ATTACHMENT.TYPE_UNSUPPORTED': 415,
  'ATTACHMENT.IMAGE_UNREADABLE': 415,
  'ATTACHMENT.IMAGE_TOO_LARGE': 413,
  'ATTACHMENT.NO_PREVIEW': 415,
  'ATTACHMENT.BUSY': 503,
  'ATTACHMENT.INFECTED': 415,
  'ATTACHMENT.SCANNER_AWAY': 503,
};

function statusOf(exception: unknown, error: DomainError): number {
  const passing = statusOfPassing(error.code);
  if (passing !== null) return passing;
  if (exception instanceof DomainError) {
    return STATUS_OF[exception.code] ?? (exception.code.startsWith('INPUT.') ? 400 : 404);
  }
  return statusNamedBy(exception);
}

function statusNamedBy(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  const { statusCode } = exception as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}

function errorOf(exception: unknown): DomainError {
  if (exception instanceof DomainError) return exception;
  switch (statusNamedBy(exception)) {
    case 400:
      return httpErrors.BODY_UNREADABLE();
    case 404:
      return httpErrors.NOT_FOUND();
    case 413:
      return httpErrors.BODY_TOO_LARGE({ most: MAX_LARGE_MB });
    case 415:
      return httpErrors.JSON_ONLY();
    default:
      return reportUnexpected(exception);
  }
}
