import { MatchingError, split, type SplitResult, type SplitSnapshot } from '#yui/matching';
import { groupBy } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { allocationErrors } from './allocation.errors.js';

export interface OfferChange {
  readonly facilityId: string;
  readonly fromUnits: number;
  readonly toUnits: number;
}

export interface KeepingSplit {
  /** With the kept offers pinned, so that the split can be computed again from it alone. */
  readonly snapshot: SplitSnapshot;
  readonly result: SplitResult;
  readonly changes: readonly OfferChange[];
}

type OpenOffer = Pick<Assignment, 'facilityId' | 'offeredUnits'>;

/**
 * Splits a quantity of which a part is offered already and waits for answers. Open offers stay as they are, and what is
 * missing is split fairly over the other facilities. Only when that leaves units without a place, although they would
 * have one, all open offers are split anew.
 * @throws ALLOCATION.OPTIONS_UNUSABLE
 */
export function splitKeepingOffers(snapshot: SplitSnapshot, offers: readonly OpenOffer[]): KeepingSplit {
  const offered = unitsByFacility(offers);
  const anew = solve(snapshot);
  const keeping = offered.size === 0 ? null : keepOffers(snapshot, offered);
  if (!keeping || keeping.result.placed < anew.placed) {
    return { snapshot, result: anew, changes: changesFrom(offered, anew) };
  }
  return { ...keeping, changes: changesFrom(offered, keeping.result) };
}

/** Null when the offers cannot all be kept: one is no longer possible, or together they are too many. */
function keepOffers(
  snapshot: SplitSnapshot,
  offered: ReadonlyMap<string, number>,
): Pick<KeepingSplit, 'snapshot' | 'result'> | null {
  const candidates = snapshot.candidates.map((candidate) => {
    const units = offered.get(candidate.facilityId);
    const isFree = units !== undefined && (candidate.pinnedUnits ?? null) === null && !candidate.ineligible;
    return isFree && units <= candidate.capacityUnits ? { ...candidate, pinnedUnits: units } : candidate;
  });
  const pinned = candidates.reduce((sum, candidate) => sum + (candidate.pinnedUnits ?? 0), 0);
  if (pinned > snapshot.quantity) return null;
  const kept = { ...snapshot, candidates };
  const result = solve(kept);
  const shares = result.shares.map((share) =>
    share.reason.code === 'PINNED' && offered.get(share.facilityId) === share.units
      ? { ...share, reason: { ...share.reason, code: 'KEPT' as const } }
      : share,
  );
  return { snapshot: kept, result: { ...result, shares } };
}

function solve(snapshot: SplitSnapshot): SplitResult {
  try {
    return split(snapshot);
  } catch (error) {
    if (!(error instanceof MatchingError)) throw error;
    throw allocationErrors.OPTIONS_UNUSABLE({ field: error.code });
  }
}

function unitsByFacility(offers: readonly OpenOffer[]): Map<string, number> {
  const groups = groupBy(offers, (offer) => offer.facilityId);
  return new Map([...groups].map(([id, own]) => [id, own.reduce((sum, offer) => sum + offer.offeredUnits, 0)]));
}

function changesFrom(offered: ReadonlyMap<string, number>, result: SplitResult): OfferChange[] {
  return result.shares
    .map(({ facilityId, units }) => ({ facilityId, fromUnits: offered.get(facilityId) ?? 0, toUnits: units }))
    .filter((change) => change.fromUnits !== change.toUnits);
}
