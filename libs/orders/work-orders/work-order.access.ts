import { type FindOptionsWhere, Not } from 'typeorm';
import type { PartyActor, PersonActor, Transaction } from '#yui/platform';
import { WorkOrder } from './work-order.entity.js';

/**
 * The order, if it is the acting buyer's own; nobody else changes it until the end. A desk that enters something for the buyer
 * finds no draft the buyer keeps to itself.
 * @throws ACCESS.NOT_FOUND
 */
export async function lockOrderOfBuyer(tx: Transaction, actor: PartyActor, id: string): Promise<WorkOrder> {
  const own = { id, buyerId: actor.organisationId };
  return tx.lock(WorkOrder, actor.entering ? knownToDesk(own) : own);
}

/** The order, if it was sent to the acting desk or drafted by it; other drafts are the buyer's alone. @throws ACCESS.NOT_FOUND */
export async function lockOrderOfDesk(tx: Transaction, actor: PersonActor, id: string): Promise<WorkOrder> {
  return tx.lock(WorkOrder, knownToDesk({ id, deskId: actor.organisationId }));
}

const knownToDesk = (own: FindOptionsWhere<WorkOrder>): FindOptionsWhere<WorkOrder>[] => [
  { ...own, status: Not('DRAFT') },
  { ...own, isDraftedByDesk: true },
];
