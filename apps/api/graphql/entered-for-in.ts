import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { EnteredForInput } from '#yui/correspondence';

interface Entered {
  /** As the API calls it. */
  readonly operation: string;
  readonly input: EnteredForInput;
}

/** What a mutation is asked to be entered for; null: the acting organisation does it itself. */
export function enteredForIn(context: ExecutionContext): Entered | null {
  const graphql = GqlExecutionContext.create(context);
  const { parentType, fieldName } = graphql.getInfo<GraphQLResolveInfo>();
  if (parentType.name !== 'Mutation') return null;
  const { input } = graphql.getArgs<{ input?: { enteredFor?: EnteredForInput | null } }>();
  return input?.enteredFor ? { operation: fieldName, input: input.enteredFor } : null;
}
