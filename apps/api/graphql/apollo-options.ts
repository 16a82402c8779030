import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config, Metrics } from '#yui/platform';
import type { RateLimits } from '../http/rate-limits.js';
import type { SecurityLog } from '../http/security-log.js';
import { admissionOf, GRAPHQL_PATH } from '../http/request-gate.js';
import { describe } from './describe.js';
import { errorFormatter } from './format-error.js';
import { limitOperations, MAX_TOKENS } from './limits.js';
import type { LoaderFactory } from './loaders.js';
import { noteRefusals } from './note-refusals.js';
import { operationGate } from './operation-gate.js';
import type { RequestContext } from './request-context.js';
import { timeRequests } from './time-requests.js';
import { tellUnavailable } from './unavailable-plugin.js';

const MAX_VALIDATION_ERRORS = 10;

/** How GraphQL is answered: nothing is told about the schema, nothing runs that is larger than our own pages need. */
export function apolloOptions(
  config: Config,
  loaderFactory: LoaderFactory,
  rateLimits: RateLimits,
  securityLog: SecurityLog,
  metrics: Metrics,
): ApolloDriverConfig {
  const isIntrospectionAllowed = config.GRAPHQL_INTROSPECTION;
  return {
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    transformSchema: describe,
    // That the schema can be introspected is tested; looking again at every start takes a quarter of building it.
    buildSchemaOptions: { skipCheck: true },
    sortSchema: true,
    graphiql: false,
    introspection: isIntrospectionAllowed,
    hideSchemaDetailsFromClientErrors: !isIntrospectionAllowed,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    // Refused by the parser itself, before a long document costs anything.
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limitOperations(isIntrospectionAllowed)],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    plugins: [operationGate(rateLimits), tellUnavailable(), noteRefusals(securityLog), timeRequests(metrics)],
    autoTransformHttpErrors: false,
    formatError: errorFormatter(!isIntrospectionAllowed),
    context: (request: FastifyRequest, reply: FastifyReply): RequestContext => {
      const { caller, ...admission } = admissionOf(request);
      const actor = caller?.actor ?? null;
      const loaders = actor ? loaderFactory.create(actor) : null;
      return { ...admission, caller, actor, requestId: request.id, reply, loaders };
    },
  };
}
