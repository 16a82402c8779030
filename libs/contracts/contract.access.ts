import { accessErrors, organisationKindOf, type PersonActor } from '#yui/platform';

/**
 * Which contracts are this organisation's: a desk's are all of its orders, a buyer's and a facility's are those it is a
 * party to. So a buyer never sees what a desk pays a facility, and a facility never another facility.
 * @throws ACCESS.NOT_FOUND for everybody else
 */
export function ownContracts(actor: PersonActor): { deskId: string } | { buyerId: string } | { facilityId: string } {
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return { deskId: actor.organisationId };
    case 'BUYER':
      return { buyerId: actor.organisationId };
    case 'FACILITY':
      return { facilityId: actor.organisationId };
    default:
      throw accessErrors.NOT_FOUND();
  }
}
