import { Buyer } from '#yui/directory';
import { WorkOrder } from '#yui/orders';
import { accessErrors, organisationKindOf, type PersonActor } from '#yui/platform';
import { type EntityManager, Not } from 'typeorm';
import { governmentErrors } from './government.errors.js';

/**
 * An order of a government, as its buyer and its desk may see it.
 * @throws ACCESS.NOT_FOUND, GOVERNMENT.NOT_A_GOVERNMENT
 */
export async function orderOfGovernment(
  db: EntityManager,
  actor: PersonActor,
  workOrderId: string,
): Promise<{ readonly order: WorkOrder; readonly buyer: Buyer }> {
  const kind = organisationKindOf(actor.role);
  const { organisationId } = actor;
  const own =
    kind === 'BUYER' ? { buyerId: organisationId } : { deskId: organisationId, status: Not('DRAFT' as const) };
  const order = kind === 'BUYER' || kind === 'DESK' ? await db.findOneBy(WorkOrder, { id: workOrderId, ...own }) : null;
  if (!order) throw accessErrors.NOT_FOUND();
  const buyer = await db.findOneByOrFail(Buyer, { id: order.buyerId });
  if (buyer.kind !== 'GOVERNMENT') throw governmentErrors.NOT_A_GOVERNMENT();
  return { order, buyer };
}
