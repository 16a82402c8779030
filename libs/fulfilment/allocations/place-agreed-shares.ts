import { In } from 'typeorm';
import { Capability, Facility, memberFacilityIds } from '#yui/directory';
import { Step, type WorkOrder } from '#yui/orders';
import { DomainError, type Transaction } from '#yui/platform';
import { advanceOrder } from '../assignments/advance-order.js';
import { sendPlanned } from '../offers/send-assignments.js';
import { allocationErrors } from './allocation.errors.js';
import { replaceAssignments, standingUnder, writeAllocation } from './approve-allocation.js';
import { type AllocationPlan, planStep } from './plan-step.js';
import type { SplitOverrides } from './split-options.js';

/** What a facility is to do of an order, and whether it said yes to it before there was one. */
export interface AgreedShare {
  readonly facilityId: string;
  readonly units: number;
  readonly hasAgreed: boolean;
}

const REASON = '年間契約の分担 / the standing division';

/**
 * Gives a locked order of one step to the facilities that were found for it before. Who has agreed is bound, the others are
 * asked; the rest, and what cannot go where it was to go any more, is open, and the desk splits it as any other.
 * @param plannedBy the account in whose name the split is kept
 * @returns whether every unit is bound
 */
export async function placeAgreedShares(
  tx: Transaction,
  order: WorkOrder,
  shares: readonly AgreedShare[],
  plannedBy: string,
): Promise<boolean> {
  const step = await tx.get(Step, { workOrderId: order.id });
  const able = await stillAble(tx, order, step, shares);
  const overrides = await overridesOf(tx, order, able, REASON);
  const plan = able.length > 0 ? await planIfPossible(tx, order, step, overrides) : null;
  if (plan === null || plan.result.placed === 0) return false;
  const allocationId = await writeAllocation(tx, { accountId: plannedBy }, order, plan, overrides);
  await replaceAssignments(tx, order, step, plan, allocationId);
  const agreedUnits = new Map(able.flatMap((row) => (row.hasAgreed ? [[row.facilityId, row.units]] : [])));
  try {
    await sendPlanned(tx, order, (share) => agreedUnits.get(share.facilityId) === share.offeredUnits);
  } catch (error) {
    // Before anything is sent: an item that the law asks for is not decided. The plan stays, for the desk to complete.
    if (error instanceof DomainError) return false;
    throw error;
  }
  await advanceOrder(tx, order);
  return order.status === 'IN_PRODUCTION';
}

/**
 * Plans the shares of a locked order of one step as they were agreed before there was an order, and asks nobody else.
 * Nothing is sent yet. What cannot be placed is not planned: compare the assignments. Nobody who is asked already loses a
 * share by it: open assignments are among the shares, with the same units, or nothing is planned.
 * @throws ALLOCATION.OPEN_SHARES_WOULD_END, and as planStep
 */
export async function planAgreedShares(
  tx: Transaction,
  order: WorkOrder,
  shares: readonly Omit<AgreedShare, 'hasAgreed'>[],
  { plannedBy, reason }: { readonly plannedBy: string; readonly reason: string },
): Promise<void> {
  const step = await tx.get(Step, { workOrderId: order.id });
  const overrides = await overridesOf(tx, order, shares, reason);
  const plan = await planStep(tx, order, step, overrides);
  await requireNoneEnded(tx, plan);
  const allocationId = await writeAllocation(tx, { accountId: plannedBy }, order, plan, overrides);
  await replaceAssignments(tx, order, step, plan, allocationId);
}

/** @throws ALLOCATION.OPEN_SHARES_WOULD_END */
async function requireNoneEnded(tx: Transaction, plan: AllocationPlan): Promise<void> {
  const ids = standingUnder(plan).ended.map(({ facilityId }) => facilityId);
  if (ids.length === 0) return;
  const facilities = await tx.manager.find(Facility, { where: { id: In(ids) }, order: { name: 'ASC' } });
  throw allocationErrors.OPEN_SHARES_WOULD_END({ names: facilities.map(({ name }) => name).join('、') });
}

/** Without facilities that have left, or do this work no more. */
async function stillAble(
  tx: Transaction,
  order: WorkOrder,
  step: Step,
  shares: readonly AgreedShare[],
): Promise<AgreedShare[]> {
  const members = new Set(await memberFacilityIds(tx.manager, order.deskId));
  const those = In(shares.map(({ facilityId }) => facilityId));
  const { workTypeCode } = step;
  const offering = await tx.manager.findBy(Capability, { facilityId: those, workTypeCode, isOffered: true });
  const able = new Set(offering.map(({ facilityId }) => facilityId));
  return shares.filter(({ facilityId }) => members.has(facilityId) && able.has(facilityId));
}

async function overridesOf(
  tx: Transaction,
  order: WorkOrder,
  shares: readonly Omit<AgreedShare, 'hasAgreed'>[],
  reason: string,
): Promise<SplitOverrides> {
  const pinned = new Map(shares.map(({ facilityId, units }) => [facilityId, { units, reason }]));
  // What is open stays open: the desk decides who else is asked.
  const others = (await memberFacilityIds(tx.manager, order.deskId)).filter((id) => !pinned.has(id));
  return {
    prices: 'QUOTED',
    reason,
    callId: null,
    isTakingLate: false,
    excluded: new Map(others.map((id) => [id, reason])),
    pinned,
  };
}

/** The split as the desk wanted it, or null where it cannot be made at all: then the order is split as any other. Only reads. */
async function planIfPossible(
  tx: Transaction,
  order: WorkOrder,
  step: Step,
  overrides: SplitOverrides,
): Promise<AllocationPlan | null> {
  try {
    return await planStep(tx, order, step, overrides);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
