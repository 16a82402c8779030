import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { Metrics } from '#yui/platform';
import { nameRequest } from '../http/trace-requests.js';
import type { RequestContext } from './request-context.js';

/** Times every request by the first operation it asks for, as the schema calls it, and by whether anything was refused. */
export function timeRequests(metrics: Metrics): ApolloServerPlugin<RequestContext> {
  const timer = metrics.timer('yui_request_seconds', 'GraphQL requests, by the first operation they ask for.');
  return {
    async requestDidStart() {
      const stop = timer.startTimer();
      return {
        async didResolveOperation({ operation }) {
          nameRequest(nameOf(operation));
        },
        async willSendResponse({ operation, response: { body } }) {
          const isRefused = body.kind === 'single' && (body.singleResult.errors?.length ?? 0) > 0;
          stop({ name: nameOf(operation), outcome: isRefused ? 'refused' : 'done' });
        },
      };
    },
  };
}

/** Names are few: those of the schema. What is not valid has none. */
function nameOf(operation: OperationDefinitionNode | undefined): string {
  const first = operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  return first === undefined ? 'invalid' : `${operation?.operation} ${first.name.value}`;
}
