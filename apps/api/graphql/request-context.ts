import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply } from 'fastify';
import { enterFor } from '#yui/correspondence';
import type { Caller, PersonCaller, Place } from '#yui/identity';
import { accessErrors, type PersonActor } from '#yui/platform';
import { enteredForIn } from './entered-for-in.js';
import type { Loaders } from './loaders.js';

/** What belongs to one request, and is made for each. */
export interface RequestContext {
  /** Null: nobody is signed in. */
  readonly caller: Caller | null;
  /** The actor of the caller. */
  readonly actor: PersonActor | null;
  readonly sessionToken: string | null;
  readonly place: Place;
  /** Names the sign-in through a provider that this browser has begun. */
  readonly providerSecret: string | null;
  readonly requestId: string;
  readonly reply: FastifyReply;
  /** The request has a body over 1 MB: only an operation that needs it may run. */
  readonly isLarge: boolean;
  /** Null: nobody is signed in. */
  readonly loaders: Loaders | null;
}

export function contextOf(context: ExecutionContext): RequestContext {
  return GqlExecutionContext.create(context).getContext<RequestContext>();
}

/**
 * The signed-in person and the role the request acts under; for a step that a desk enters for a party, that party.
 * @throws ACCESS.SIGN_IN_REQUIRED, ACCESS.NOT_FOUND, ENTERED_FOR.PARTY_MISSING
 */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): PersonActor => {
  const { actor } = contextOf(context);
  if (!actor) throw accessErrors.SIGN_IN_REQUIRED();
  const entered = enteredForIn(context);
  return entered ? enterFor(actor, entered.operation, entered.input) : actor;
});

/** Who is asking, a person or a machine. @throws ACCESS.SIGN_IN_REQUIRED */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = contextOf(context);
  if (!caller) throw accessErrors.SIGN_IN_REQUIRED();
  return caller;
});

/** The signed-in person with their session; never a machine. @throws ACCESS.SIGN_IN_REQUIRED */
export const CurrentPerson = createParamDecorator((_data: unknown, context: ExecutionContext): PersonCaller => {
  const { caller } = contextOf(context);
  if (!caller?.session) throw accessErrors.SIGN_IN_REQUIRED();
  return caller;
});

export const CurrentRequest = createParamDecorator((_data: unknown, context: ExecutionContext) => contextOf(context));

/** Reads for nested fields. @throws ACCESS.SIGN_IN_REQUIRED */
export const Load = createParamDecorator((_data: unknown, context: ExecutionContext): Loaders => {
  const { loaders } = contextOf(context);
  if (!loaders) throw accessErrors.SIGN_IN_REQUIRED();
  return loaders;
});
