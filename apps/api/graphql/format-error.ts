import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '#yui/platform';
import { answerOf } from '../http/bilingual.js';
import { reportUnexpected } from '../http/report-unexpected.js';
import { requestErrors, SUGGESTION } from './request.errors.js';

/** What Apollo calls the faults of a request, and what we call them. */
const REQUEST_FAULTS: Readonly<Record<string, keyof typeof requestErrors>> = {
  GRAPHQL_PARSE_FAILED: 'UNREADABLE',
  GRAPHQL_VALIDATION_FAILED: 'INVALID',
  BAD_USER_INPUT: 'INPUT_INVALID',
  BAD_REQUEST: 'REFUSED',
  OPERATION_RESOLUTION_FAILURE: 'REFUSED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'REFUSED',
};

const NOT_STORABLE = 'a text holds a character that cannot be stored (U+0000)';

/**
 * Every error that leaves the house goes through here. What was foreseen is told in two languages; what was not is
 * written to the log under a number, and only the number is told.
 */
export function errorFormatter(isSchemaHidden: boolean) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { path, locations } = formatted;
    const at = path ? { path } : {};
    const where = locations ? { ...at, locations } : at;
    const foreseen = foreseenError(error);
    if (foreseen) return { ...answerOf(foreseen), ...where };
    const fault = REQUEST_FAULTS[String(formatted.extensions?.code)];
    if (!fault && isUnstorable(error))
      return { ...answerOf(requestErrors.INPUT_INVALID({ reason: NOT_STORABLE })), ...at };
    if (!fault) return { ...answerOf(reportUnexpected(unwrapped(error))), ...at };
    const reason = isSchemaHidden ? formatted.message.replace(SUGGESTION, '') : formatted.message;
    return { ...answerOf(requestErrors[fault]({ reason })), ...where };
  };
}

/** PostgreSQL takes no text with a NUL in it; use cases leave it out, and this answers for those who forgot. */
function isUnstorable(error: unknown): boolean {
  const { code } = unwrapped(error) as { code?: unknown };
  return code === '22021' || code === '22P05';
}

function foreseenError(error: unknown): DomainError | null {
  const cause = unwrapped(error);
  return cause instanceof DomainError ? cause : null;
}

/** The error that was thrown, from under the ones of the GraphQL machinery around it. */
function unwrapped(error: unknown): unknown {
  let cause = unwrapResolverError(error);
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
