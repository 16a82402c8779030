import type { BatchProof, BatchResult } from '../batch/types.js';
import { compareText } from '../snapshot/snapshot.js';
import type { Measure } from '../snapshot/types.js';

/** What is to be said of a plan of many lines, one fact for one sentence. */
export type BatchFact =
  | { kind: 'PLACED'; placed: number; quantity: number; lineCount: number; facilityCount: number }
  /** These lines can be done by these facilities only (perhaps by none), and together they have no more time. */
  | { kind: 'BOTTLENECK'; unplacedUnits: number; lineIds: readonly string[]; facilityIds: readonly string[] }
  /** What is left of quantities that are no whole number of lots. */
  | { kind: 'LESS_THAN_A_LOT'; units: number }
  | LevelFact
  /** These get nothing: no work can go there, or they stand above the others already. */
  | { kind: 'NOTHING'; facilityIds: readonly string[] }
  | { kind: 'PROOF'; status: BatchProof['status']; gap: number | null; perhapsMore: number };

/** Facilities brought to one level, or full. Nothing that stands higher can be moved to those that stand lower and are not full. */
export interface LevelFact {
  kind: 'LEVEL';
  /** ALL: there is only one level. LOWEST, ABOVE: others stand higher, or lower. Without meaning where `ratio` is null. */
  position: 'ALL' | 'LOWEST' | 'ABOVE';
  measure: Measure;
  /** Measure per person; null: these facilities are full. */
  ratio: number | null;
  facilityIds: readonly string[];
  /** Lines that have shares here. */
  lineIds: readonly string[];
}

/** The facts of a plan, most important first. Empty when nothing was asked for. */
export function batchFacts(result: BatchResult): BatchFact[] {
  if (result.lines.length === 0) return [];
  const facts: BatchFact[] = [
    {
      kind: 'PLACED',
      placed: result.placed,
      quantity: result.placed + result.unplaced,
      lineCount: result.lines.length,
      facilityCount: result.facilities.filter((facility) => facility.units > 0).length,
    },
  ];
  let stuck = 0;
  for (const { unplacedUnits, lineIds, facilities } of result.bottlenecks) {
    stuck += unplacedUnits;
    facts.push({ kind: 'BOTTLENECK', unplacedUnits, lineIds, facilityIds: facilities.map((own) => own.facilityId) });
  }
  const isExact = result.proof.status === 'OPTIMAL';
  if (isExact && result.unplaced > stuck) facts.push({ kind: 'LESS_THAN_A_LOT', units: result.unplaced - stuck });
  facts.push(...levelFacts(result));
  const most = result.proof.placedSecondsAtMost;
  const perhapsMore = most > 0 ? Math.max(0, most - result.placedSeconds) / most : 0;
  facts.push({ kind: 'PROOF', status: result.proof.status, gap: result.proof.gap, perhapsMore });
  return facts;
}

function levelFacts(result: BatchResult): BatchFact[] {
  const linesAt = new Map<string, Set<string>>();
  for (const { facilityId, lineId } of result.shares) {
    linesAt.set(facilityId, (linesAt.get(facilityId) ?? new Set()).add(lineId));
  }
  const stuck = new Set(result.bottlenecks.flatMap((own) => own.facilities.map((facility) => facility.facilityId)));
  const levels: LevelFact[] = [];
  const without: string[] = [];
  for (const { levelRatio, facilityIds } of result.groups) {
    if (levelRatio === null && facilityIds.every((id) => stuck.has(id))) continue;
    const lineIds = [...new Set(facilityIds.flatMap((id) => [...(linesAt.get(id) ?? [])]))].sort(compareText);
    if (lineIds.length === 0) without.push(...facilityIds);
    else
      levels.push({
        kind: 'LEVEL',
        position: 'ABOVE',
        measure: result.measure,
        ratio: levelRatio,
        facilityIds,
        lineIds,
      });
  }
  // Lowest first; the full ones stand last, whatever they have.
  const isOnlyOne = levels.filter((level) => level.ratio !== null).length === 1;
  if (levels[0]) levels[0].position = isOnlyOne ? 'ALL' : 'LOWEST';
  return without.length === 0 ? levels : [...levels, { kind: 'NOTHING', facilityIds: without.sort(compareText) }];
}
