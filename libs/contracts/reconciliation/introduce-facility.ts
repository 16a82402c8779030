import type { WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import { writeTimeline } from '../contract/write-timeline.js';

/** 斡旋型: the buyer chose a facility, and the desk introduces the two. */
export async function introduceFacility(
  tx: Transaction,
  order: WorkOrder,
  { chosenFacilityId }: { readonly chosenFacilityId: string | null },
): Promise<void> {
  const id = tx.newId();
  const parties = { side: 'BUYER_FACILITY' as const, buyerId: order.buyerId, facilityId: chosenFacilityId };
  await tx.manager.insert(Contract, {
    id,
    deskId: order.deskId,
    workOrderId: order.id,
    type: 'REFERRAL',
    status: 'INTRODUCED',
    createdAt: tx.now,
    ...parties,
  });
  await tx.audit('contract.introduce', { deskId: order.deskId, subjectType: 'Contract', subjectId: id }, parties);
  await writeTimeline(tx, await tx.get(Contract, { id }), 'STEP_INTRODUCE');
}
