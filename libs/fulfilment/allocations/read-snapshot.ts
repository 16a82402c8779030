import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Facility } from '#yui/directory';
import { ENGINE_VERSION, hashSnapshot } from '#yui/matching';
import { type PersonActor, requireInteger, type Transaction, UnitOfWork } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { isCommitted } from '../assignments/placement.js';
import { MAX_DAYS_LATER, type PlanAllocationInput, stepOfDesk } from './plan-allocation.js';
import { readStepToSplit, type StepToSplit } from './plan-step.js';
import { readLaterCapacities } from './read-later-capacities.js';
import { checkSplitOptions } from './split-options.js';
import { type SplitParameters, splitParameters } from './split-parameters.js';

export interface ReadSnapshotInput extends PlanAllocationInput {
  /** For so many days after the date what each facility could do, too: 0 to 14. */
  readonly laterDays?: number | null;
}

/** All that the split of a step is made from, for a page that computes it itself. */
export interface AllocationSnapshot extends StepToSplit {
  readonly order: { readonly id: string; readonly number: string; readonly title: string };
  /** Of all facilities of the desk. */
  readonly facilities: ReadonlyMap<string, Facility>;
  /** What facilities said yes to. */
  readonly committed: readonly Assignment[];
  readonly engineVersion: string;
  /** Of the inputs without the open offers: another one means that something changed. */
  readonly snapshotHash: string;
  /** What holds when nothing is set differently. */
  readonly deskParameters: SplitParameters;
  /** By facility; empty unless asked for. */
  readonly laterCapacityUnits: ReadonlyMap<string, readonly number[]>;
}

/** What a page needs to split a step itself while a coordinator tries things. Writes nothing. */
@Injectable()
export class ReadSnapshot {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws what PlanAllocation throws, INPUT.NUMBER_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: ReadSnapshotInput): Promise<AllocationSnapshot> {
    const overrides = checkSplitOptions(input.options);
    const laterDays = requireInteger('laterDays', input.laterDays ?? 0, 0, MAX_DAYS_LATER);
    return this.unitOfWork.run(actor, async (tx) => {
      const { order, step } = await stepOfDesk(tx, actor, input.stepId);
      const toSplit = await readStepToSplit(tx, order, step, overrides);
      const { snapshot, context } = toSplit;
      const prices = [...toSplit.unitPriceSenOf.values()];
      return {
        ...toSplit,
        order,
        facilities: await facilitiesOf(
          tx,
          snapshot.candidates.map(({ facilityId }) => facilityId),
        ),
        committed: context.assignments.filter(isCommitted),
        engineVersion: ENGINE_VERSION,
        snapshotHash: hashSnapshot(snapshot),
        deskParameters: splitParameters(context.desk, checkSplitOptions(null), prices),
        laterCapacityUnits: laterDays === 0 ? new Map() : await readLaterCapacities(tx, toSplit, laterDays),
      };
    });
  }
}

async function facilitiesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, Facility>> {
  const facilities = await tx.manager.findBy(Facility, { id: In([...ids]) });
  return new Map(facilities.map((facility) => [facility.id, facility]));
}
