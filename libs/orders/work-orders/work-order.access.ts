import { Not } from 'typeorm';
import type { PersonActor, Transaction } from '#yui/platform';
import { WorkOrder } from './work-order.entity.js';

/** The order, if it is the acting buyer's own; nobody else changes it until the end. @throws ACCESS.NOT_FOUND */
export async function lockOrderOfBuyer(tx: Transaction, actor: PersonActor, id: string): Promise<WorkOrder> {
  return tx.lock(WorkOrder, { id, buyerId: actor.organisationId });
}

/** The order, if it was sent to the acting desk or drafted by it; other drafts are the buyer's alone. @throws ACCESS.NOT_FOUND */
export async function lockOrderOfDesk(tx: Transaction, actor: PersonActor, id: string): Promise<WorkOrder> {
  const own = { id, deskId: actor.organisationId };
  return tx.lock(WorkOrder, [
    { ...own, status: Not('DRAFT') },
    { ...own, isDraftedByDesk: true },
  ]);
}
