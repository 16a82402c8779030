import { Buyer, DeskBuyer } from '#yui/directory';
import { accessErrors, organisationKindOf, type PersonActor, type Transaction } from '#yui/platform';
import { governmentErrors } from './government.errors.js';

/**
 * The rules of a government are kept by itself, and by the administrators of the desks it orders from: many offices have
 * nobody who would.
 * @returns the desk in whose audit it belongs
 * @throws ACCESS.NOT_FOUND, GOVERNMENT.NOT_A_GOVERNMENT
 */
export async function requireRuleKeeper(
  tx: Transaction,
  actor: PersonActor,
  buyerId: string,
): Promise<{ readonly deskId: string | null }> {
  const isItself = actor.role === 'BUYER_ADMIN' && actor.organisationId === buyerId;
  const isDesk = actor.role === 'DESK_ADMIN';
  if (!isItself && !isDesk) throw accessErrors.NOT_FOUND();
  if (isDesk) await tx.get(DeskBuyer, { deskId: actor.organisationId, buyerId });
  const buyer = await tx.get(Buyer, { id: buyerId });
  if (buyer.kind !== 'GOVERNMENT') throw governmentErrors.NOT_A_GOVERNMENT();
  return { deskId: organisationKindOf(actor.role) === 'DESK' ? actor.organisationId : null };
}
