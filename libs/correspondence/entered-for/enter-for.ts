import { randomUUID } from 'node:crypto';
import { accessErrors, organisationKindOf, type PersonActor, type Said } from '#yui/platform';
import { enteredForErrors } from './entered-for.errors.js';
import { ENTERED_OPERATIONS } from './entered-operations.js';

export interface EnteredForInput extends Said {
  /** For whom: one of the two. */
  readonly buyerId?: string | null;
  readonly facilityId?: string | null;
}

/**
 * A coordinator as who acts for this party: use cases see the party, rows and audit the desk. Whether that party lets the
 * desk, and has to do with it, is asked within the transaction of the command.
 * @throws ACCESS.NOT_FOUND for all but desks, and for what nobody enters for others; ENTERED_FOR.PARTY_MISSING
 */
export function enterFor(actor: PersonActor, operation: string, { buyerId, facilityId, ...said }: EnteredForInput) {
  const entered = ENTERED_OPERATIONS[operation];
  if (!entered || organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
  const party = buyerId ?? facilityId;
  if (!party || (buyerId && facilityId)) throw enteredForErrors.PARTY_MISSING().at('enteredFor');
  if (!entered.for.includes(buyerId ? 'BUYER' : 'FACILITY')) throw accessErrors.NOT_FOUND();
  const { role, organisationId } = actor;
  return {
    ...actor,
    role: buyerId ? 'BUYER_MEMBER' : 'FACILITY_MEMBER',
    organisationId: party,
    entering: { id: randomUUID(), desk: { role, organisationId }, said },
  } satisfies PersonActor;
}
