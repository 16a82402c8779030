import type { AgreedTerms } from '#yui/orders';
import type { PersonActor, Transaction } from '#yui/platform';
import { StandingOrderPrice } from './standing-order-price.entity.js';
import { StandingOrderTerms } from './standing-order-terms.entity.js';
import { StandingOrder } from './standing-order.entity.js';
import { standingOrderErrors } from './standing-order.errors.js';

/**
 * Everybody who changes a standing order or its occurrences takes the standing order first; then orders, assignments and
 * the turns of facilities as always.
 * @throws ACCESS.NOT_FOUND
 */
export async function lockStandingOrderOfDesk(tx: Transaction, actor: PersonActor, id: string): Promise<StandingOrder> {
  return tx.lock(StandingOrder, { id, deskId: actor.organisationId });
}

/** @throws ACCESS.NOT_FOUND */
export async function lockStandingOrderOfBuyer(
  tx: Transaction,
  actor: PersonActor,
  id: string,
): Promise<StandingOrder> {
  return tx.lock(StandingOrder, { id, buyerId: actor.organisationId });
}

/** What facilities get for what the price is for; null: the usual after the fee. Seen by the desk, and while the buyer agrees or calls off. */
export async function facilityPriceOf(tx: Transaction, { id }: StandingOrder): Promise<number | null> {
  const price = await tx.manager.findOneBy(StandingOrderPrice, { standingOrderId: id });
  return price?.facilityPriceSen ?? null;
}

/** Fee and terms that hold for all its dates. */
export async function agreedTerms(tx: Transaction, { id }: Pick<StandingOrder, 'id'>): Promise<AgreedTerms> {
  const terms: AgreedTerms & { standingOrderId?: string } = {
    ...(await tx.get(StandingOrderTerms, { standingOrderId: id })),
  };
  delete terms.standingOrderId;
  return terms;
}

/** @throws STANDING_ORDER.NOT_ACTIVE */
export function requireActive(standing: StandingOrder): void {
  if (standing.status !== 'ACTIVE') throw standingOrderErrors.NOT_ACTIVE();
}
