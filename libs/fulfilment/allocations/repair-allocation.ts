import { Injectable } from '@nestjs/common';
import { checkWithin, type PersonActor, UnitOfWork } from '#yui/platform';
import { sendPlanned } from '../offers/send-assignments.js';
import { type ApproveAllocationInput, approveSeenPlan } from './approve-allocation.js';
import { checkSplitOptions, requireReasons } from './split-options.js';

/**
 * Places again what a decline, an expiry, a partial answer or a hand-back left open, in one go: approves the plan the
 * coordinator saw and sends what is new of it. What facilities said yes to stays, open offers stay where that is
 * possible, and only the facilities whose share changes are told about it.
 */
@Injectable()
export class RepairAllocation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws what ApproveAllocation and SendAssignments throw; then nothing has changed */
  async execute(
    actor: PersonActor,
    input: ApproveAllocationInput,
  ): Promise<{ workOrderId: string; allocationId: string }> {
    const overrides = checkWithin('options', () => checkSplitOptions(input.options));
    requireReasons(overrides);
    return this.unitOfWork.command('repairAllocation', actor, input, async (tx) => {
      const { order, allocationId } = await approveSeenPlan(tx, actor, input, overrides);
      await sendPlanned(tx, order);
      return { workOrderId: order.id, allocationId };
    });
  }
}
