import { type CanActivate, type ExecutionContext, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext, GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { apiTokenErrors, type Caller, secondFactorErrors } from '#yui/identity';
import { ENTERED_OPERATIONS } from '#yui/correspondence';
import { accessErrors, organisationKindOf } from '#yui/platform';
import { enteredForIn } from './graphql/entered-for-in.js';
import { contextOf } from './graphql/request-context.js';
import { admissionOf } from './http/request-gate.js';
import { httpErrors, MAX_USUAL_MB } from './http/http.errors.js';
import { POLICY } from './policy.js';
import { BEFORE_SECOND_FACTOR, LARGE_OPERATIONS, MACHINE_OPERATIONS } from './reach.js';

const outdated = 'apps/api/policy.ts is not current (npm run schema).';

/** Stands before every operation. What the policy does not grant is answered like a thing that does not exist. */
@Injectable()
export class PolicyGuard implements CanActivate, OnApplicationBootstrap {
  constructor(private readonly schemaHost: GraphQLSchemaHost) {}

  onApplicationBootstrap(): void {
    const { missing, needless } = comparePolicy(this.schemaHost.schema);
    if (missing.length > 0) throw new Error(`${outdated} It says nothing about ${missing.join(', ')}`);
    if (needless.length > 0) throw new Error(`${outdated} It grants what is not there: ${needless.join(', ')}`);
  }

  canActivate(context: ExecutionContext): true {
    if (context.getType<GqlContextType>() !== 'graphql') {
      const route = `${context.getClass().name}.${context.getHandler().name}`;
      requireGrant(route, admissionOf(context.switchToHttp().getRequest<FastifyRequest>()).caller);
      return true;
    }
    const { parentType, fieldName } = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    const operation = `${parentType.name}.${fieldName}`;
    const { caller, isLarge } = contextOf(context);
    requireGrant(operation, caller, enteredForIn(context) !== null);
    if (isLarge && !LARGE_OPERATIONS.includes(operation)) throw httpErrors.BODY_TOO_LARGE({ most: MAX_USUAL_MB });
    return true;
  }
}

/** @throws ACCESS.NOT_FOUND for what the policy does not grant, ACCESS.SIGN_IN_REQUIRED, SECOND_FACTOR.DUE */
function requireGrant(operation: string, caller: Caller | null, isEnteredFor = false): void {
  const grant = POLICY[operation];
  if (grant === undefined) throw accessErrors.NOT_FOUND();
  if (grant === 'PUBLIC') return;
  if (!caller) throw accessErrors.SIGN_IN_REQUIRED();
  if (isEnteredFor) requireEntering(operation, caller);
  else if (!grant.includes(caller.actor.role)) throw accessErrors.NOT_FOUND();
  requireWithinReach(caller, operation, isEnteredFor);
}

/**
 * A desk enters for others what the table of these steps names, and each only for those who may do it themselves.
 * @throws ACCESS.NOT_FOUND for everybody else, and for everything else
 */
function requireEntering(operation: string, { actor }: Caller): void {
  const isEntered = operation.replace('Mutation.', '') in ENTERED_OPERATIONS;
  if (!isEntered || organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
}

/**
 * A machine does only what its token is for, and enters nothing for others: who said so, people know. A person does only what
 * brings the second factor, as long as that is owed.
 * @throws API_TOKEN.NOT_FOR_TOKENS, API_TOKEN.SCOPE_MISSING, SECOND_FACTOR.DUE
 */
function requireWithinReach({ session, scopes }: Caller, operation: string, isEnteredFor: boolean): void {
  if (session === null) {
    const scope = MACHINE_OPERATIONS[operation];
    if (scope === undefined || isEnteredFor) throw apiTokenErrors.NOT_FOR_TOKENS();
    if (!scopes.includes(scope)) throw apiTokenErrors.SCOPE_MISSING({ scope });
  } else if (session.secondFactorStep !== 'NONE') {
    if (!BEFORE_SECOND_FACTOR[session.secondFactorStep].includes(operation)) throw secondFactorErrors.DUE();
  }
}

/** Operations of the schema without a line in the policy, and lines of the policy without an operation. */
export function comparePolicy(schema: GraphQLSchema): { missing: string[]; needless: string[] } {
  const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
  );
  const granted = Object.keys(POLICY);
  return {
    missing: operations.filter((operation) => !granted.includes(operation)),
    needless: granted.filter((key) => /^(Query|Mutation|Subscription)\./.test(key) && !operations.includes(key)),
  };
}
