import type { ApolloServerPlugin } from '@apollo/server';
import { retryAfter, statusOfPassing } from '../http/unavailable.js';
import type { RequestContext } from './request-context.js';

const UNAVAILABLE = 'PLATFORM.UNAVAILABLE';

/**
 * When the database is away, the answer of GraphQL says so with its status as well: balancers, monitors and programs look
 * at nothing else. Other errors stay answers (200): somebody who is refused has been served.
 */
export function tellUnavailable(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single') return;
          const isAway = body.singleResult.errors?.some(({ extensions }) => extensions?.code === UNAVAILABLE);
          if (!isAway) return;
          http.status = statusOfPassing(UNAVAILABLE) ?? 503;
          for (const [name, value] of Object.entries(retryAfter(UNAVAILABLE))) http.headers.set(name, value);
        },
      };
    },
  };
}
