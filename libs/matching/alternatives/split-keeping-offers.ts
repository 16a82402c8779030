import type { SplitResult, SplitShare, SplitSnapshot } from '../snapshot/types.js';
import { split } from '../split/split.js';
import { repair } from './repair.js';
import { changesBetween, type ShareChange, type ShareUnits } from './share-changes.js';

export interface KeepingSplit {
  /** With the kept offers pinned, so that the split can be computed again from it alone. */
  readonly snapshot: SplitSnapshot;
  readonly result: SplitResult;
  /** The facilities that would hear of it; all others keep what they were offered. */
  readonly changes: readonly ShareChange[];
}

/** Planned or offered, and not answered yet. A facility may have several. */
export interface OpenOffer {
  readonly facilityId: string;
  readonly offeredUnits: number;
}

/**
 * Splits a quantity of which a part is offered already and waits for answers. Open offers stay as they are, and what is
 * missing is split fairly over the other facilities. Only when that leaves units without a place, although they would
 * have one, or the offers are too many by now, open offers change: as few as possible, and where that is not to be had all.
 * Throws as `split` does.
 */
export function splitKeepingOffers(snapshot: SplitSnapshot, offers: readonly OpenOffer[]): KeepingSplit {
  const offered = unitsByFacility(offers);
  const fresh = split(snapshot);
  const placesAll = (keeping: Kept | null): keeping is Kept => keeping?.result.placed === fresh.placed;
  if (offered.size > 0) {
    const keepingAll = keepOffers(snapshot, offered);
    if (placesAll(keepingAll)) return { ...keepingAll, changes: changesFrom(offered, keepingAll.result) };
    const most = withoutFewest(snapshot, offered, keepingAll);
    const asked = keepingAll ? snapshot : askNobodyNew(snapshot, offered);
    const keepingMost = most.size > 0 ? keepOffers(asked, most) : null;
    if (placesAll(keepingMost)) return { ...keepingMost, changes: changesFrom(offered, keepingMost.result) };
  }
  return { snapshot, result: fresh, changes: changesFrom(offered, fresh) };
}

/** The open offers without the fewest that have to change so that everything has a place. */
function withoutFewest(
  snapshot: SplitSnapshot,
  offered: ReadonlyMap<string, number>,
  keepingAll: Kept | null,
): Map<string, number> {
  // What others can take beside the offers does not count: they have heard of nothing yet.
  const before: readonly ShareUnits[] =
    keepingAll?.result.shares ?? [...offered].map(([facilityId, units]) => ({ facilityId, units }));
  const { changed } = repair(snapshot, before, []);
  const moved = new Set(changed.map(({ facilityId }) => facilityId));
  return new Map([...offered].filter(([facilityId]) => !moved.has(facilityId)));
}

const NOBODY_NEW = '打診済みの量で足りるため / what is offered is enough';

/** Where more is offered than there is to place, offers shrink, and nobody else is asked. */
function askNobodyNew(snapshot: SplitSnapshot, offered: ReadonlyMap<string, number>): SplitSnapshot {
  const candidates = snapshot.candidates.map((candidate) => {
    const isNew = !offered.has(candidate.facilityId) && (candidate.pinnedUnits ?? null) === null;
    const ineligible = candidate.ineligible ?? { code: 'OTHER' as const, note: NOBODY_NEW };
    return isNew ? { ...candidate, ineligible } : candidate;
  });
  return { ...snapshot, candidates };
}

type Kept = Pick<KeepingSplit, 'snapshot' | 'result'>;

/** Null when the offers cannot all be kept: one is no longer possible, or together they are too many. */
function keepOffers(snapshot: SplitSnapshot, offered: ReadonlyMap<string, number>): Kept | null {
  const candidates = snapshot.candidates.map((candidate) => {
    const units = offered.get(candidate.facilityId);
    const isFree = units !== undefined && (candidate.pinnedUnits ?? null) === null && !candidate.ineligible;
    return isFree && units <= candidate.capacityUnits ? { ...candidate, pinnedUnits: units } : candidate;
  });
  const pinned = candidates.reduce((sum, candidate) => sum + (candidate.pinnedUnits ?? 0), 0);
  if (pinned > snapshot.quantity) return null;
  const kept = { ...snapshot, candidates };
  const result = split(kept);
  const isEnough = pinned === snapshot.quantity;
  const shares = result.shares.map((share): SplitShare => {
    const { units, reason } = share;
    if (reason.code === 'PINNED' && offered.get(share.facilityId) === units) {
      return { ...share, reason: { ...reason, code: 'KEPT' } };
    }
    // Where nothing is left to split there is no level that somebody could be above.
    const isFree = reason.code !== 'PINNED' && reason.code !== 'INELIGIBLE' && reason.code !== 'NO_CAPACITY';
    if (!isEnough || !isFree) return share;
    return { ...share, reason: { code: 'INELIGIBLE', ineligible: { code: 'OTHER', note: NOBODY_NEW } } };
  });
  return { snapshot: kept, result: { ...result, shares } };
}

function unitsByFacility(offers: readonly OpenOffer[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const { facilityId, offeredUnits } of offers) {
    units.set(facilityId, (units.get(facilityId) ?? 0) + offeredUnits);
  }
  return units;
}

function changesFrom(offered: ReadonlyMap<string, number>, { shares }: SplitResult): ShareChange[] {
  return changesBetween(
    [...offered].map(([facilityId, units]) => ({ facilityId, units })),
    shares,
  );
}
