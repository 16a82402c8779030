import type { PartyActor, PersonActor, Transaction } from '#yui/platform';
import { lockOrderOfBuyer, lockOrderOfDesk, type WorkOrder } from '#yui/orders';
import { Amendment } from './amendment.entity.js';

interface Locked {
  readonly order: WorkOrder;
  readonly amendment: Amendment;
}

/**
 * The amendment, if it is of an order of the acting buyer and was proposed by whom the step asks for, with its order locked.
 * @throws ACCESS.NOT_FOUND
 */
export async function lockAmendmentOfBuyer(
  tx: Transaction,
  actor: PartyActor,
  { id, isProposedByBuyer }: Pick<Amendment, 'id' | 'isProposedByBuyer'>,
): Promise<Locked> {
  const { workOrderId } = await tx.get(Amendment, { id, isProposedByBuyer, buyerId: actor.organisationId });
  return { order: await lockOrderOfBuyer(tx, actor, workOrderId), amendment: await tx.get(Amendment, { id }) };
}

/**
 * The amendment, if it is of an order of the acting desk and was proposed by whom the step asks for, with its order locked.
 * @throws ACCESS.NOT_FOUND
 */
export async function lockAmendmentOfDesk(
  tx: Transaction,
  actor: PersonActor,
  { id, isProposedByBuyer }: Pick<Amendment, 'id' | 'isProposedByBuyer'>,
): Promise<Locked> {
  const { workOrderId } = await tx.get(Amendment, { id, isProposedByBuyer, deskId: actor.organisationId });
  return { order: await lockOrderOfDesk(tx, actor, workOrderId), amendment: await tx.get(Amendment, { id }) };
}
