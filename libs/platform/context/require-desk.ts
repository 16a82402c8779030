import { accessErrors } from '../errors/platform.errors.js';
import { organisationKindOf, type PersonActor } from './actor.js';

/** The desk that acts. @throws ACCESS.NOT_FOUND for everybody who acts for something else */
export function requireDesk(actor: PersonActor): string {
  if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
  return actor.organisationId;
}
