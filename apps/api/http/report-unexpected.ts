import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DomainError, errorForLog, passingErrorFor } from '#yui/platform';

const logger = new Logger('Errors');

/**
 * The error to answer with. What passes by itself (the database is away) is told as such; anything else is written to the
 * log under a number, and only the number is told.
 */
export function reportUnexpected(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const passing = passingErrorFor(error);
  if (passing) {
    logger.warn({ msg: 'cannot be served now', code: passing.code, error: errorForLog(error) });
    return passing;
  }
  const errorId = randomUUID();
  logger.error({ msg: 'unexpected error', errorId, error: errorForLog(error) });
  return new DomainError(
    'INTERNAL',
    {
      ja: '予期しない問題が起きました。続くときは、番号 {errorId} を添えてお知らせください。',
      en: 'Something unexpected went wrong. If it keeps happening, report it with the number {errorId}.',
    },
    { errorId },
  );
}
