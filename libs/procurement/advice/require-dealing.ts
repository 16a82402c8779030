import { DeskBuyer } from '#yui/directory';
import { accessErrors, organisationKindOf, type PersonActor, type Transaction } from '#yui/platform';

/** A buyer the desk serves, or the desk itself. @throws ACCESS.NOT_FOUND */
export async function requireDealing(tx: Transaction, actor: PersonActor, deskId: string): Promise<void> {
  if (organisationKindOf(actor.role) === 'BUYER') {
    await tx.get(DeskBuyer, { deskId, buyerId: actor.organisationId });
  } else if (actor.organisationId !== deskId) {
    throw accessErrors.NOT_FOUND();
  }
}
