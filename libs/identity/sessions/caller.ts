import type { PersonActor } from '#yui/platform';
import { secondFactorErrors, signInErrors } from '../accounts/identity.errors.js';
import type { SecondFactorStep } from './second-factor-step.js';

/** What a machine may do: read what its owner's role may see, place and change orders as that role. */
export const TOKEN_SCOPES = ['READ', 'ORDER'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What of a request goes into the audit: its id in the log, and where it came from. */
export type RequestMark = Pick<PersonActor, 'requestId' | 'address'>;

/** The session a request came with. */
export interface CallerSession {
  readonly id: string;
  /** What has to happen before the session may do anything else. */
  readonly secondFactorStep: SecondFactorStep;
  /** The person proved who they are a moment ago, to us and not to somebody else. */
  readonly isFresh: boolean;
  readonly expiresAt: Date;
}

/** Whose request it is, and how that is known: a person's session or a machine's token. */
export type Caller =
  | { readonly actor: PersonActor; readonly session: CallerSession; readonly scopes: null }
  | { readonly actor: PersonActor; readonly session: null; readonly scopes: readonly TokenScope[] };

/** A person in a session. */
export type PersonCaller = Extract<Caller, { scopes: null }>;

/**
 * What lasts longer than a session (another way to sign in, a token of a machine, where money and mail go) is changed only
 * by somebody who has just signed in: an open screen is not enough.
 * @throws SIGN_IN.AGAIN, SECOND_FACTOR.DUE
 */
export function requireFresh(session: CallerSession): void {
  if (['CODE', 'PASSKEY'].includes(session.secondFactorStep)) throw secondFactorErrors.DUE();
  if (!session.isFresh) throw signInErrors.AGAIN();
}
