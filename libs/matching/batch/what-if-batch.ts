import { compareText } from '../snapshot/snapshot.js';
import { planBatch } from './plan-batch.js';
import type { BatchFacility, BatchLine, BatchResult, BatchSnapshot } from './types.js';

/** A trial: facilities and lines named here replace those with the same id, or join. */
export interface BatchChange {
  facilities?: readonly BatchFacility[];
  /** `eligible`: positions in the changed list: known facilities keep theirs, new ones follow in the order given. */
  lines?: readonly BatchLine[];
  withoutLineIds?: readonly string[];
}

export interface BatchShareChange {
  lineId: string;
  facilityId: string;
  fromUnits: number;
  toUnits: number;
}

export interface BatchWhatIf {
  after: BatchResult;
  /** How many units more (or, negative, fewer) are placed, and stay unplaced. */
  placedMore: number;
  unplacedMore: number;
  /** Sorted by line id, then facility id. The whole plan is made again: shares may move without need. */
  changed: BatchShareChange[];
}

/** The plan if something were different, against `before`, the plan of the snapshot as it is. Changes nothing. */
export function whatIfBatch(snapshot: BatchSnapshot, before: BatchResult, change: BatchChange): BatchWhatIf {
  const left = new Set(change.withoutLineIds ?? []);
  const after = planBatch({
    ...snapshot,
    facilities: replace(snapshot.facilities, change.facilities ?? [], (facility) => facility.facilityId),
    lines: replace(snapshot.lines, change.lines ?? [], (line) => line.lineId).filter((line) => !left.has(line.lineId)),
  });
  return {
    after,
    placedMore: after.placed - before.placed,
    unplacedMore: after.unplaced - before.unplaced,
    changed: compare(before, after),
  };
}

/** Those that are known keep their place. */
function replace<T>(known: readonly T[], given: readonly T[], idOf: (item: T) => string): T[] {
  const byId = new Map(known.map((item) => [idOf(item), item]));
  for (const item of given) byId.set(idOf(item), item);
  return [...byId.values()];
}

function compare(before: BatchResult, after: BatchResult): BatchShareChange[] {
  const changes = new Map<string, BatchShareChange>();
  const at = (lineId: string, facilityId: string): BatchShareChange => {
    const key = JSON.stringify([lineId, facilityId]);
    const known = changes.get(key) ?? { lineId, facilityId, fromUnits: 0, toUnits: 0 };
    changes.set(key, known);
    return known;
  };
  for (const share of before.shares) at(share.lineId, share.facilityId).fromUnits = share.units;
  for (const share of after.shares) at(share.lineId, share.facilityId).toUnits = share.units;
  return [...changes.values()]
    .filter((change) => change.fromUnits !== change.toUnits)
    .sort((a, b) => compareText(a.lineId, b.lineId) || compareText(a.facilityId, b.facilityId));
}
