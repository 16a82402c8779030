import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type Fix, smallestFixes } from '#yui/matching';
import { checkWithin, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { Step, WorkOrder } from '#yui/orders';
import { type AllocationPlan, planStep } from './plan-step.js';
import { readLaterCapacities } from './read-later-capacities.js';
import { checkSplitOptions, type SplitOptionsInput } from './split-options.js';

/** How many days later a desk would ask the buyer for, at most. */
export const MAX_DAYS_LATER = 14;

export interface PlanAllocationInput {
  readonly stepId: string;
  readonly options?: SplitOptionsInput | null;
}

export interface AllocationPreview extends AllocationPlan {
  /** The smallest single changes that would place what is unplaced, the best first. */
  readonly fixes: readonly Fix[];
}

/** Shows how a step of a line would be split now, why, and what would help. Writes nothing. */
@Injectable()
export class PlanAllocation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ALLOCATION.NOT_ORDERED, ALLOCATION.NOTHING_TO_PLACE, ALLOCATION.OPTIONS_UNUSABLE */
  async execute(actor: PersonActor, input: PlanAllocationInput): Promise<AllocationPreview> {
    const overrides = checkWithin('options', () => checkSplitOptions(input.options));
    return this.unitOfWork.run(actor, async (tx) => {
      const { order, step } = await stepOfDesk(tx, actor, input.stepId);
      const plan = await planStep(tx, order, step, overrides);
      return { ...plan, fixes: await fixesOf(tx, plan) };
    });
  }
}

/** @throws ACCESS.NOT_FOUND */
export async function stepOfDesk(
  tx: Transaction,
  actor: PersonActor,
  stepId: string,
): Promise<{ order: WorkOrder; step: Step }> {
  const step = await tx.get(Step, { id: stepId });
  const own = { id: step.workOrderId, deskId: actor.organisationId, status: Not('DRAFT' as const) };
  return { order: await tx.get(WorkOrder, own), step };
}

async function fixesOf(tx: Transaction, plan: AllocationPlan): Promise<Fix[]> {
  const { snapshot, result } = plan;
  if (result.unplaced === 0) return [];
  const laterOf = await readLaterCapacities(tx, plan, MAX_DAYS_LATER);
  const candidates = snapshot.candidates.map((row) => ({
    ...row,
    laterCapacityUnits: laterOf.get(row.facilityId) ?? [],
  }));
  return smallestFixes({ ...snapshot, candidates }, result);
}
