import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { DomainError } from '#yui/platform';
import { type RateLimits, UNITS_OF_REQUEST } from '../http/rate-limits.js';
import { costErrors, costOf, MAX_COST } from './cost.js';
import { inputFaults } from './input-faults.js';
import type { RequestContext } from './request-context.js';

const UNITS_OF_CHANGE = 5;
/** Every so much cost is another unit. */
const COST_OF_UNIT = 500;

/** Looks at every operation once it is known to be valid and before anything of it runs: what it costs, and how often. */
export function operationGate(rateLimits: RateLimits): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          // No operation of that name: it is refused further on.
          if (!operation) return;
          const variables = request.variables ?? {};
          const faults = inputFaults(schema, document, request.operationName ?? null, variables);
          if (faults) throw refusal(faults, isMalformed(faults) ? 400 : 200);
          const cost = costOf(schema, document, operation, variables);
          if (cost > MAX_COST) throw refusal(costErrors.TOO_COSTLY({ cost, most: MAX_COST }), 400);
          const isChange = operation.operation === OperationTypeNode.MUTATION;
          const units = (isChange ? UNITS_OF_CHANGE : UNITS_OF_REQUEST) + Math.floor(cost / COST_OF_UNIT);
          // The request itself has been counted when it came.
          if (units === UNITS_OF_REQUEST) return;
          const tooSoon = await rateLimits.take(contextValue, units - UNITS_OF_REQUEST);
          if (tooSoon) throw refusal(tooSoon.error, 429, [['retry-after', String(tooSoon.seconds)]]);
        },
      };
    },
  };
}

/** Not what the schema says, as against a value that cannot be taken. */
function isMalformed({ details }: DomainError): boolean {
  return (details.fields ?? []).some(({ code }) => code === 'GRAPHQL.INPUT_INVALID');
}

function refusal(error: DomainError, status: number, headers: [string, string][] = []): GraphQLError {
  const http = { status, headers: new HeaderMap(headers) };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}
