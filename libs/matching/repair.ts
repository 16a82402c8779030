import { split } from './split/split.js';
import type { SplitCandidate, SplitOptions, SplitResult, SplitSnapshot } from './split/types.js';

export interface PreviousShare {
  facilityId: string;
  units: number;
}

export interface ShareChange {
  facilityId: string;
  fromUnits: number;
  toUnits: number;
}

export interface RepairResult extends SplitResult {
  /** The facilities that must hear of it, sorted by id; everybody else keeps what was offered. */
  changed: ShareChange[];
}

/**
 * Splits the remainder after a decline, an expiry, a partial answer or an amendment.
 *
 * `pinned` are answers that stand (accepted, partly accepted; 0 = declined). `previous` are the open offers. As much as
 * can be placed, then as few open offers changed as possible, then fairness.
 */
export function repair(
  snapshot: SplitSnapshot,
  previous: readonly PreviousShare[],
  pinned: readonly PreviousShare[],
  options: SplitOptions = {},
): RepairResult {
  const answers = new Map(pinned.map((share) => [share.facilityId, share.units]));
  const before = new Map(previous.map((share) => [share.facilityId, share.units]));
  const base: SplitSnapshot = {
    ...snapshot,
    candidates: snapshot.candidates.map((candidate) => pinTo(candidate, answers.get(candidate.facilityId))),
  };
  const result = split(base, options);
  const changed = result.shares
    .filter((share) => !answers.has(share.facilityId))
    .map((share) => ({
      facilityId: share.facilityId,
      fromUnits: before.get(share.facilityId) ?? 0,
      toUnits: share.units,
    }))
    .filter((change) => change.fromUnits !== change.toUnits);
  return { ...result, changed };
}

function pinTo(candidate: SplitCandidate, units: number | undefined): SplitCandidate {
  return units === undefined ? candidate : { ...candidate, pinnedUnits: units };
}
