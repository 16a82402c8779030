import { Injectable } from '@nestjs/common';
import { MatchingError, replay, type ShareChange, type SplitSnapshot } from '#yui/matching';
import { accessErrors, type PersonActor, UnitOfWork } from '#yui/platform';
import { WorkOrder, WorkOrderLine } from '#yui/orders';
import { AllocationShare } from './allocation-share.entity.js';
import { Allocation } from './allocation.entity.js';

export interface Replay {
  readonly allocationId: string;
  /** The stored inputs are unchanged and give every facility the same units again. */
  readonly isIdentical: boolean;
  /** False: the stored inputs or the engine are not those of then, and nothing was computed. */
  readonly isReplayable: boolean;
  readonly differences: readonly ShareChange[];
}

/** Computes an approved split again from what was stored with it. Writes nothing. */
@Injectable()
export class ReplayAllocation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, input: { allocationId: string }): Promise<Replay> {
    return this.unitOfWork.run(actor, async (tx) => {
      const allocation = await tx.get(Allocation, { id: input.allocationId });
      const line = await tx.get(WorkOrderLine, { id: allocation.workOrderLineId });
      const order = await tx.get(WorkOrder, { id: line.workOrderId });
      if (order.deskId !== actor.organisationId) throw accessErrors.NOT_FOUND();
      const stored = await tx.manager.findBy(AllocationShare, { allocationId: allocation.id });
      const again = tryReplay(allocation);
      if (!again) return { allocationId: allocation.id, isIdentical: false, isReplayable: false, differences: [] };
      const storedUnits = new Map(stored.map(({ facilityId, units }) => [facilityId, units]));
      const differences = [...new Set([...storedUnits.keys(), ...again.keys()])]
        .sort()
        .map((facilityId) => ({
          facilityId,
          fromUnits: storedUnits.get(facilityId) ?? 0,
          toUnits: again.get(facilityId) ?? 0,
        }))
        .filter((share) => share.fromUnits !== share.toUnits);
      return { allocationId: allocation.id, isIdentical: differences.length === 0, isReplayable: true, differences };
    });
  }
}

function tryReplay(allocation: Allocation): Map<string, number> | null {
  try {
    const result = replay(allocation.snapshot as SplitSnapshot, allocation.snapshotHash);
    return new Map(result.shares.map((share) => [share.facilityId, share.units]));
  } catch (error) {
    if (error instanceof MatchingError) return null;
    throw error;
  }
}
