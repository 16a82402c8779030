import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { Step } from '../steps/step.entity.js';
import { WorkOrder } from '../work-orders/work-order.entity.js';
import { type AllocationPlan, planStep } from './plan-step.js';
import { checkSplitOptions, type SplitOptionsInput } from './split-options.js';

export interface PlanAllocationInput {
  readonly stepId: string;
  readonly options?: SplitOptionsInput | null;
}

/** Shows how a step of a line would be split now, and why. Writes nothing. */
@Injectable()
export class PlanAllocation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ALLOCATION.NOT_ORDERED, ALLOCATION.NOTHING_TO_PLACE, ALLOCATION.OPTIONS_UNUSABLE */
  async execute(actor: PersonActor, input: PlanAllocationInput): Promise<AllocationPlan> {
    const overrides = checkSplitOptions(input.options);
    return this.unitOfWork.run(actor, async (tx) => {
      const step = await tx.get(Step, { id: input.stepId });
      const order = await tx.get(WorkOrder, {
        id: step.workOrderId,
        deskId: actor.organisationId,
        status: Not('DRAFT'),
      });
      return planStep(tx, order, step, overrides);
    });
  }
}
