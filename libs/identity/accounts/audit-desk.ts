import { type Actor, organisationKindOf } from '#yui/platform';

/** The desk whose administrators may read what this actor did; what buyers and facilities do among themselves is theirs. */
export function deskOf(actor: Actor): string | null {
  return actor.role !== 'SYSTEM' && organisationKindOf(actor.role) === 'DESK' ? actor.organisationId : null;
}
