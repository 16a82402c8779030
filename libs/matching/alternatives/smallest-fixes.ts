import { split } from '../split/split.js';
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

function moreFacilities(snapshot: SplitSnapshot, result: SplitResult): Fix | null {
  if (snapshot.maxFacilities === null) return null;
  const placedWith = (maxFacilities: number | null): number => split({ ...snapshot, maxFacilities }).placed;
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
    const { placed } = split({ ...snapshot, lotSize });
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
    const { placed } = split({ ...snapshot, candidates });
    if (placed > (best?.placed ?? result.placed)) best = { kind: 'LATER_DATE', days: day, placed };
    if (placed === snapshot.quantity) break;
  }
  return best;
}

/** One facility that could help if it accepted as little as what is missing (or as it can do, if that is less). */
function lowerMinimumLot(snapshot: SplitSnapshot, result: SplitResult): Fix | null {
  let best: Fix | null = null;
  for (const share of result.shares) {
    if (share.units > 0 || share.reason.code === 'INELIGIBLE' || share.reason.code === 'PINNED') continue;
    const asked = Math.ceil(result.unplaced / snapshot.lotSize) * snapshot.lotSize;
    const minimumLot = Math.min(asked, share.capacityUnits);
    if (minimumLot <= 0 || minimumLot >= share.minimumLot) continue;
    const candidates = snapshot.candidates.map((candidate) =>
      candidate.facilityId === share.facilityId ? { ...candidate, minimumLot } : candidate,
    );
    const { placed } = split({ ...snapshot, candidates });
    if (placed <= (best?.placed ?? result.placed)) continue;
    best = { kind: 'LOWER_MINIMUM_LOT', facilityId: share.facilityId, minimumLot, placed };
    if (placed === snapshot.quantity) break;
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
