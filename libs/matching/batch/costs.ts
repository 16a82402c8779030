import { MatchingError } from '../snapshot/errors.js';
import { buildModel } from '../split/model.js';
import type { SplitCore } from '../split/core.js';
import type { BatchFacility, BatchSnapshot } from './types.js';

export interface BatchCosts {
  core: SplitCore;
  /** Facilities of the snapshot in the order in which ties are won: the rows of everything else. */
  facilities: BatchFacility[];
  /** Row of a facility by its position in the snapshot. */
  rowOf: Int32Array;
  /** Measure per person behind a key of the core. */
  ratioOf: (key: number) => number;
}

/** Amounts are counted in 32 bits. */
const MAX_STEPS = 2 ** 30;

/**
 * The objective of the split of one line, over what all lines together add: rows take whole steps of `measurePerStep`;
 * `maxSteps` is the most that a facility can take. Throws SPLIT.NUMBERS_TOO_LARGE when keys would not be exact.
 */
export function batchCosts(
  snapshot: BatchSnapshot,
  measurePerStep: number,
  maxSteps: (facility: BatchFacility) => number,
): BatchCosts {
  const position = new Map(snapshot.facilities.map((facility, at) => [facility.facilityId, at]));
  const model = buildModel({
    orderKey: snapshot.batchKey,
    quantity: MAX_STEPS,
    lotSize: 1,
    maxFacilities: null,
    rule: snapshot.rule,
    measure: snapshot.measure,
    candidates: snapshot.facilities.map((facility) => ({
      facilityId: facility.facilityId,
      capacityUnits: maxSteps(facility),
      minimumLot: 0,
      weight: facility.weight,
      balance: facility.balance,
      measurePerUnit: measurePerStep,
    })),
  });
  if (model.roundingGap !== 0) throw new MatchingError('SPLIT.NUMBERS_TOO_LARGE', { batchKey: snapshot.batchKey });
  const rowOf = new Int32Array(snapshot.facilities.length);
  const facilities = model.free.map((candidate, row) => {
    const at = position.get(candidate.facilityId)!;
    rowOf[at] = row;
    return snapshot.facilities[at]!;
  });
  return { core: model.core, facilities, rowOf, ratioOf: model.ratioOf ?? (() => 0) };
}

/** Σ cost of what every row takes, exact. */
export function exactObjective(core: SplitCore, taken: ArrayLike<number>): bigint {
  let sum = 0n;
  for (let row = 0; row < core.size; row++) {
    const steps = taken[row]!;
    if (steps === 0) continue;
    const average = core.curve[row]! * steps + core.base[row]!;
    sum +=
      Math.abs(average) * steps < Number.MAX_SAFE_INTEGER ? BigInt(average * steps) : BigInt(average) * BigInt(steps);
  }
  return sum;
}
