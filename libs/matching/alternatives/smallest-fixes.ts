import { buildModel } from '../split/model.js';
import { solve } from '../split/solve.js';
import { controlOf } from '../split/split.js';
import type { SplitResult, SplitSnapshot } from '../snapshot/types.js';

/** A single change that would place more of the line, checked by solving it. */
export type Fix = {
  /** Units placed with the fix; the whole quantity when it solves everything. */
  placed: number;
} & (
  | { kind: 'MORE_FACILITIES'; maxFacilities: number }
  | { kind: 'SMALLER_LOT'; lotSize: number }
  | { kind: 'LATER_DATE'; days: number }
  | { kind: 'LOWER_MINIMUM_LOT'; facilityId: string; minimumLot: number }
  | { kind: 'MORE_CAPACITY'; units: number }
);

/**
 * The smallest single changes that would place what is unplaced: one more facility (or a few), a smaller lot, a later
 * date (needs `laterCapacityUnits`), a lower minimum lot at one facility, so many units of capacity more. Those that
 * place everything come first; a change that places nothing more is left out. Empty when nothing is unplaced.
 */
export function smallestFixes(snapshot: SplitSnapshot, result: SplitResult): Fix[] {
  if (result.unplaced === 0) return [];
  const fixes = [
    moreFacilities(snapshot, result),
    smallerLot(snapshot, result),
    laterDate(snapshot, result),
    lowerMinimumLot(snapshot, result),
    moreCapacity(snapshot),
  ].filter((fix) => fix !== null);
  return fixes.sort((a, b) => b.placed - a.placed);
}

/** Many splits are tried: one that is this hard counts with the best that was found of it. */
const MAX_EFFORT = 1_000_000;

/** Of a split tried for a fix only this matters: no reasons, no hash. */
function placedBy(snapshot: SplitSnapshot): number {
  const model = buildModel(snapshot);
  const effortLimit = Math.min(MAX_EFFORT, snapshot.effortLimit ?? Infinity);
  const { placed } = solve(model.core, model.lots, model.limit, controlOf({ ...snapshot, effortLimit }, {}));
  return placed * snapshot.lotSize + model.pinnedUnits;
}

function moreFacilities(snapshot: SplitSnapshot, result: SplitResult): Fix | null {
  if (snapshot.maxFacilities === null) return null;
  const placedWith = (maxFacilities: number | null): number => placedBy({ ...snapshot, maxFacilities });
  const most = placedWith(null);
  if (most <= result.placed) return null;
  let low = snapshot.maxFacilities;
  let high = snapshot.candidates.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (placedWith(middle) >= most) high = middle;
    else low = middle;
  }
  return { kind: 'MORE_FACILITIES', maxFacilities: high, placed: most };
}

/** The largest lot, among those that divide the present one, that places the most. */
function smallerLot(snapshot: SplitSnapshot, result: SplitResult): Fix | null {
  let best: Fix | null = null;
  for (let parts = 2; parts <= snapshot.lotSize; parts++) {
    if (snapshot.lotSize % parts !== 0) continue;
    const lotSize = snapshot.lotSize / parts;
    const placed = placedBy({ ...snapshot, lotSize });
    if (placed > (best?.placed ?? result.placed)) best = { kind: 'SMALLER_LOT', lotSize, placed };
    if (placed === snapshot.quantity) break;
  }
  return best;
}

function laterDate(snapshot: SplitSnapshot, result: SplitResult): Fix | null {
  const days = Math.max(0, ...snapshot.candidates.map((candidate) => candidate.laterCapacityUnits?.length ?? 0));
  let best: Fix | null = null;
  for (let day = 1; day <= days; day++) {
    const candidates = snapshot.candidates.map((candidate) => {
      const later = candidate.laterCapacityUnits ?? [];
      const capacityUnits = later[Math.min(day, later.length) - 1] ?? candidate.capacityUnits;
      return { ...candidate, capacityUnits };
    });
    const placed = placedBy({ ...snapshot, candidates });
    if (placed > (best?.placed ?? result.placed)) best = { kind: 'LATER_DATE', days: day, placed };
    if (placed === snapshot.quantity) break;
  }
  return best;
}

/** So many facilities are tried, those that can do the most first. */
const MAX_TRIED = 24;

/** One facility that could help if it accepted as little as what is missing (or as it can do, if that is less). */
function lowerMinimumLot(snapshot: SplitSnapshot, result: SplitResult): Fix | null {
  const asked = Math.ceil(result.unplaced / snapshot.lotSize) * snapshot.lotSize;
  const stuck = result.shares
    .filter(({ units, reason }) => units === 0 && reason.code !== 'INELIGIBLE' && reason.code !== 'PINNED')
    .map((share) => ({ ...share, lowered: Math.min(asked, share.capacityUnits) }))
    .filter(({ lowered, minimumLot }) => lowered > 0 && lowered < minimumLot)
    .sort((a, b) => b.capacityUnits - a.capacityUnits)
    .slice(0, MAX_TRIED);
  let best: Fix | null = null;
  for (const { facilityId, capacityUnits, lowered: minimumLot } of stuck) {
    // Without what it takes the others place no more than now: nobody from here on can gain more than its capacity.
    if (best !== null && best.placed >= Math.min(snapshot.quantity, result.placed + capacityUnits)) break;
    const candidates = snapshot.candidates.map((candidate) =>
      candidate.facilityId === facilityId ? { ...candidate, minimumLot } : candidate,
    );
    const placed = placedBy({ ...snapshot, candidates });
    if (placed > (best?.placed ?? result.placed)) best = { kind: 'LOWER_MINIMUM_LOT', facilityId, minimumLot, placed };
  }
  return best;
}

/** Only when capacities themselves are too small: what all of them together lack. */
function moreCapacity(snapshot: SplitSnapshot): Fix | null {
  let sum = 0;
  for (const candidate of snapshot.candidates) {
    if (candidate.pinnedUnits !== undefined && candidate.pinnedUnits !== null) sum += candidate.pinnedUnits;
    else if (!candidate.ineligible) sum += candidate.capacityUnits - (candidate.capacityUnits % snapshot.lotSize);
  }
  const units = snapshot.quantity - sum;
  return units > 0 ? { kind: 'MORE_CAPACITY', units, placed: snapshot.quantity } : null;
}
