import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { SecurityLog } from '../http/security-log.js';
import type { RequestContext } from './request-context.js';

/** Tells the log of the doors what an answer refuses, field by field. */
export function noteRefusals(log: SecurityLog): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, contextValue, response: { body } }) {
          if (body.kind !== 'single') return;
          const { requestId, place, caller } = contextValue;
          for (const { path, extensions } of body.singleResult.errors ?? []) {
            const asked = askedBy(operation, path?.[0]);
            log.note(String(extensions?.code), { requestId, address: place.address, caller, asked });
          }
        },
      };
    },
  };
}

/** The name the schema has for it: an alias is up to the one who asks, and in no log. */
function askedBy(operation: OperationDefinitionNode | undefined, key: string | number | undefined): string {
  const field = operation?.selectionSet.selections.find(
    (selection) => selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value === key,
  );
  return field?.kind === Kind.FIELD ? `${operation?.operation} ${field.name.value}` : 'GraphQL';
}
