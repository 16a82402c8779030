import { objectiveOf } from '../split/core.js';
import { buildModel } from '../split/model.js';
import { solve } from '../split/solve.js';
import { controlOf, split, toResult } from '../split/split.js';
import type { SplitCandidate, SplitOptions, SplitResult, SplitSnapshot } from '../snapshot/types.js';
import { changesBetween, type ShareChange } from './share-changes.js';

/** One thing a coordinator may try before deciding. */
export type Change =
  | { kind: 'QUANTITY'; quantity: number }
  | { kind: 'LOT_SIZE'; lotSize: number }
  | { kind: 'MAX_FACILITIES'; maxFacilities: number | null }
  | { kind: 'EXCLUDE'; facilityId: string }
  | { kind: 'PIN'; facilityId: string; units: number }
  | { kind: 'CAPACITY'; facilityId: string; capacityUnits: number }
  | { kind: 'MINIMUM_LOT'; facilityId: string; minimumLot: number }
  | { kind: 'FORCE_IN'; facilityId: string };

export interface WhatIf {
  /** False only for FORCE_IN: with this facility the same quantity cannot be placed. */
  isPossible: boolean;
  before: SplitResult;
  result: SplitResult;
  changed: ShareChange[];
  /** Smallest and largest measure per person over the facilities that could take part. */
  spreadBefore: Spread;
  spreadAfter: Spread;
}

export interface Spread {
  lowest: number;
  highest: number;
}

/** What the split would be after one change; `before` saves solving the present one again. */
export function whatIf(
  snapshot: SplitSnapshot,
  change: Change,
  before: SplitResult = split(snapshot),
  options: SplitOptions = {},
): WhatIf {
  const forced = change.kind === 'FORCE_IN' ? forceIn(snapshot, change.facilityId, options) : null;
  const result = change.kind === 'FORCE_IN' ? forced : split(applyChange(snapshot, change), options);
  const after = result ?? before;
  return {
    isPossible: result !== null && after.placed >= (change.kind === 'FORCE_IN' ? before.placed : 0),
    before,
    result: after,
    changed: changesBetween(before.shares, after.shares),
    spreadBefore: spreadOf(before),
    spreadAfter: spreadOf(after),
  };
}

function applyChange(snapshot: SplitSnapshot, change: Exclude<Change, { kind: 'FORCE_IN' }>): SplitSnapshot {
  switch (change.kind) {
    case 'QUANTITY':
      return { ...snapshot, quantity: change.quantity };
    case 'LOT_SIZE':
      return { ...snapshot, lotSize: change.lotSize };
    case 'MAX_FACILITIES':
      return { ...snapshot, maxFacilities: change.maxFacilities };
    case 'EXCLUDE':
      return withCandidate(snapshot, change.facilityId, { ineligible: { code: 'EXCLUDED_BY_COORDINATOR' } });
    case 'PIN':
      return withCandidate(snapshot, change.facilityId, { pinnedUnits: change.units });
    case 'CAPACITY':
      return withCandidate(snapshot, change.facilityId, { capacityUnits: change.capacityUnits });
    case 'MINIMUM_LOT':
      return withCandidate(snapshot, change.facilityId, { minimumLot: change.minimumLot });
  }
}

function withCandidate(snapshot: SplitSnapshot, facilityId: string, facts: Partial<SplitCandidate>): SplitSnapshot {
  const candidates = snapshot.candidates.map((candidate) =>
    candidate.facilityId === facilityId ? { ...candidate, ...facts } : candidate,
  );
  return { ...snapshot, candidates };
}

/** Larger than any gain of taking part or not: a bonus of this size keeps a row in whenever that is possible. */
const BONUS = 2 ** 50;

/** The best split in which the facility takes part; null when it cannot at all. */
function forceIn(snapshot: SplitSnapshot, facilityId: string, options: SplitOptions): SplitResult | null {
  const model = buildModel(snapshot);
  const row = model.free.findIndex((candidate) => candidate.facilityId === facilityId);
  if (row < 0 || model.core.high[row]! < model.core.low[row]!) return null;
  const fixed = model.core.fixed.slice();
  fixed[row]! -= BONUS;
  const control = controlOf(snapshot, options);
  const solution = solve({ ...model.core, fixed }, model.lots, model.limit, control);
  return solution.lots[row]! > 0 ? toResult(model, control, solution) : null;
}

/**
 * What it would cost to force a facility in: how much the objective rises, 0 if it takes part anyway; null when the
 * same quantity could not be placed with it. Comparable with `SplitResult.objective`.
 */
export function costOfForcingIn(snapshot: SplitSnapshot, facilityId: string): bigint | null {
  const model = buildModel(snapshot);
  const control = controlOf(snapshot, {});
  const free = solve(model.core, model.lots, model.limit, control);
  const forced = forceIn(snapshot, facilityId, {});
  if (forced === null || forced.placed !== free.placed * snapshot.lotSize + model.pinnedUnits) return null;
  return BigInt(forced.objective) - objectiveOf(model.core, free.lots);
}

function spreadOf(result: SplitResult): Spread {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const share of result.shares) {
    if (share.reason.code === 'INELIGIBLE') continue;
    lowest = Math.min(lowest, share.loadRatio);
    highest = Math.max(highest, share.loadRatio);
  }
  return lowest <= highest ? { lowest, highest } : { lowest: 0, highest: 0 };
}
