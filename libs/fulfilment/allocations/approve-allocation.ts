import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Facility, WorkType } from '#yui/directory';
import { explainOwnShare } from '#yui/matching';
import { checkWithin, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { AssignmentReason } from '../assignments/assignment-reason.entity.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { assignmentTransitions } from '../assignments/assignment.transitions.js';
import { keepAnswers } from '../assignments/keep-answers.js';
import { withdrawLocked } from '../offers/withdraw-assignment.js';
import { markCallUsed } from '#yui/sourcing';
import { lockOrderOfDesk, Step, type WorkOrder } from '#yui/orders';
import { AllocationShare } from './allocation-share.entity.js';
import { shareRow } from './share-row.js';
import { allocationErrors } from './allocation.errors.js';
import { Allocation } from './allocation.entity.js';
import { type AllocationPlan, planStep } from './plan-step.js';
import {
  checkSplitOptions,
  overridesAsJson,
  requireReasons,
  type SplitOptionsInput,
  type SplitOverrides,
} from './split-options.js';

export interface ApproveAllocationInput {
  readonly idempotencyKey: string;
  readonly stepId: string;
  readonly options?: SplitOptionsInput | null;
  /** The hash the plan showed: what is approved is what was seen. */
  readonly snapshotHash: string;
  /** The shares that were seen, so that a refusal can say what is different now. */
  readonly seenShares?: readonly { readonly facilityId: string; readonly units: number }[] | null;
}

const CHANGED_PLAN = '配分を見直したため / the split was made again';

/**
 * Makes a plan binding for the desk: a version of the allocation with all its reasons, and an assignment for each share
 * that is new. Offers that stay as they are are not touched; nothing is sent yet.
 */
@Injectable()
export class ApproveAllocation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ALLOCATION.REASON_MISSING, ALLOCATION.STALE when the plan would be another one by now; as PlanAllocation */
  async execute(
    actor: PersonActor,
    input: ApproveAllocationInput,
  ): Promise<{ workOrderId: string; allocationId: string }> {
    const overrides = checkWithin('options', () => checkSplitOptions(input.options));
    requireReasons(overrides);
    return this.unitOfWork.command('approveAllocation', actor, input, async (tx) => {
      const { order, allocationId } = await approveSeenPlan(tx, actor, input, overrides);
      return { workOrderId: order.id, allocationId };
    });
  }
}

/** @throws ALLOCATION.STALE, and what PlanAllocation throws */
export async function approveSeenPlan(
  tx: Transaction,
  actor: PersonActor,
  input: Omit<ApproveAllocationInput, 'idempotencyKey'>,
  overrides: SplitOverrides,
): Promise<{ order: WorkOrder; allocationId: string }> {
  const { workOrderId } = await tx.get(Step, { id: input.stepId });
  const order = await lockOrderOfDesk(tx, actor, workOrderId);
  // Read again: only under the lock of the order is it certain by when the step is due.
  const step = await tx.get(Step, { id: input.stepId });
  const plan = await planStep(tx, order, step, overrides);
  if (plan.result.snapshotHash !== input.snapshotHash) {
    throw allocationErrors.STALE({ changes: await describeChanges(tx, plan, input.seenShares ?? []) });
  }
  const allocationId = await writeAllocation(tx, actor, order, plan, overrides);
  if (overrides.callId !== null) await markCallUsed(tx, overrides.callId, allocationId);
  await replaceAssignments(tx, order, step, plan, allocationId);
  return { order, allocationId };
}

export async function writeAllocation(
  tx: Transaction,
  actor: Pick<PersonActor, 'accountId'>,
  order: WorkOrder,
  plan: AllocationPlan,
  overrides: SplitOverrides,
): Promise<string> {
  const { workOrderLineId, stepId, snapshot, result } = plan;
  const version = (await tx.manager.countBy(Allocation, { stepId })) + 1;
  await keepAnswers(tx, { stepId });
  await tx.manager.update(Allocation, { stepId, status: 'APPROVED' }, { status: 'REPLACED' });
  const id = tx.newId();
  await tx.manager.insert(Allocation, {
    id,
    workOrderLineId,
    stepId,
    version,
    status: 'APPROVED',
    quantity: result.quantity,
    placed: result.placed,
    unplaced: result.unplaced,
    engineVersion: result.engineVersion,
    snapshot,
    snapshotHash: result.snapshotHash,
    result,
    options: overridesAsJson(overrides),
    plannedBy: actor.accountId,
    plannedAt: tx.now,
  });
  const pinnedUnitsOf = (facilityId: string) => overrides.pinned.get(facilityId)?.units ?? 0;
  await tx.manager.insert(
    AllocationShare,
    result.shares
      .filter((share) => share.capacityUnits > 0 || share.units > 0 || pinnedUnitsOf(share.facilityId) > 0)
      .map((share) => ({ ...shareRow(id, result, share), pinnedUnits: pinnedUnitsOf(share.facilityId) })),
  );
  await tx.audit(
    'allocation.approve',
    { deskId: order.deskId, subjectType: 'Allocation', subjectId: id },
    {
      version,
      snapshotHash: result.snapshotHash,
      placed: result.placed,
      unplaced: result.unplaced,
      options: overridesAsJson(overrides),
    },
  );
  return id;
}

/** What becomes of the open assignments: those with the same share stay, the others end. */
export function standingUnder(plan: AllocationPlan): {
  /** The facilities that keep what they have. */
  readonly kept: ReadonlySet<string>;
  readonly ended: readonly Assignment[];
} {
  const shareOf = new Map(plan.result.shares.map((share) => [share.facilityId, share.units]));
  const kept = new Set<string>();
  const ended: Assignment[] = [];
  for (const open of plan.openAssignments) {
    const isKept =
      !kept.has(open.facilityId) &&
      shareOf.get(open.facilityId) === open.offeredUnits &&
      open.unitPriceSen === priceOf(plan, open.facilityId) &&
      open.dueOn === plan.facilityDueOn;
    if (isKept) kept.add(open.facilityId);
    else ended.push(open);
  }
  return { kept, ended };
}

/** Open assignments with the same share stay; others are taken back and planned again. */
export async function replaceAssignments(
  tx: Transaction,
  order: WorkOrder,
  step: Step,
  plan: AllocationPlan,
  allocationId: string,
): Promise<void> {
  const { measure, shares } = plan.result;
  const { kept, ended } = standingUnder(plan);
  for (const { id } of ended) await withdrawLocked(tx, await tx.lock(Assignment, { id }), CHANGED_PLAN);
  const { unit } = await tx.get(WorkType, { code: step.workTypeCode });
  for (const share of shares) {
    const { facilityId, units } = share;
    const secondsPerUnit = plan.secondsPerUnitOf.get(facilityId);
    if (units === 0 || kept.has(facilityId) || secondsPerUnit === undefined) continue;
    const id = tx.newId();
    await tx.manager.insert(Assignment, {
      id,
      deskId: order.deskId,
      workOrderId: order.id,
      workOrderLineId: plan.workOrderLineId,
      stepId: plan.stepId,
      allocationId,
      facilityId,
      status: assignmentTransitions.initial,
      offeredUnits: units,
      reducedUnits: 0,
      unitPriceSen: priceOf(plan, facilityId),
      secondsPerUnit,
      dueOn: plan.facilityDueOn,
      doneUnits: 0,
      createdAt: tx.now,
    });
    const reason = explainOwnShare(measure, share, unit);
    if (reason) {
      await tx.manager.insert(AssignmentReason, { assignmentId: id, deskId: order.deskId, facilityId, ...reason });
    }
    await tx.audit(
      'assignment.plan',
      { deskId: order.deskId, subjectType: 'Assignment', subjectId: id },
      { facilityId, units },
    );
  }
}

/** What a facility gets for one unit: what it answered to the call the plan was made from, else what was quoted. */
function priceOf(plan: AllocationPlan, facilityId: string): number {
  return plan.unitPriceSenOf.get(facilityId) ?? plan.facilityUnitPriceSen;
}

/** What the coordinator saw against what would come out now, one line a facility: `Life time: 8000 → 7200`. */
async function describeChanges(
  tx: Transaction,
  plan: AllocationPlan,
  seen: readonly { readonly facilityId: string; readonly units: number }[],
): Promise<string[]> {
  if (seen.length === 0) return [];
  const before = new Map(seen.map((share) => [share.facilityId, share.units]));
  const changed = plan.result.shares.filter((share) => share.units !== (before.get(share.facilityId) ?? 0));
  const facilities = await tx.manager.findBy(Facility, { id: In(changed.map((share) => share.facilityId)) });
  const nameOf = new Map(facilities.map((facility) => [facility.id, facility.name]));
  return changed.map(
    (share) => `${nameOf.get(share.facilityId)}: ${before.get(share.facilityId) ?? 0} → ${share.units}`,
  );
}
