import { compareText, ENGINE_VERSION } from '../snapshot/snapshot.js';
import { checkBatch, hashBatch } from './check-batch.js';
import { planAlike } from './plan-alike.js';
import { planMixed } from './plan-mixed.js';
import type { BatchSolution } from './solution.js';
import type { BatchLine, BatchResult, BatchShare, BatchSnapshot } from './types.js';

/**
 * Plans many lines that share the capacity of the same facilities by period: as much work placed as possible, then the
 * load per person over all lines as level as possible (the objective of `split`, summed over the plan).
 *
 * Exact when every unit (or lot) takes the same time and counts the same (`proof.status` OPTIMAL); with different ones it
 * is an integer program: the best plan found, and proven bounds. Throws BATCH.INVALID_INPUT, SPLIT.NUMBERS_TOO_LARGE.
 */
export function planBatch(snapshot: BatchSnapshot): BatchResult {
  checkBatch(snapshot);
  const asked = [...snapshot.lines].sort((a, b) => compareText(a.lineId, b.lineId));
  const lines = asked.map(inLots);
  const isAlike = lines.every((line) => isSameUnit(line, lines[0]!));
  const alike = isAlike ? planAlike(snapshot, lines) : null;
  const solution = alike?.solution ?? planMixed(snapshot, lines, alike?.start ?? null);
  return toResult(snapshot, asked, solution);
}

/** The line with the lot as its unit. */
const inLots = (line: BatchLine): BatchLine => ({
  ...line,
  quantity: Math.floor(line.quantity / line.lotSize),
  lotSize: 1,
  secondsPerUnit: line.secondsPerUnit * line.lotSize,
  measurePerUnit: line.measurePerUnit * line.lotSize,
});

const wholeLots = (line: BatchLine): number => line.quantity - (line.quantity % line.lotSize);

const isSameUnit = (a: BatchLine, b: BatchLine): boolean =>
  a.secondsPerUnit === b.secondsPerUnit && a.measurePerUnit === b.measurePerUnit;

/** `lines` sorted by id, as asked for. */
function toResult(snapshot: BatchSnapshot, lines: readonly BatchLine[], solution: BatchSolution): BatchResult {
  const { costs } = solution;
  const shares = solution.shares.map((share) => ({ ...share, units: share.units * lines[share.line]!.lotSize }));
  const { facilities } = costs;
  const ids = facilities.map((facility) => facility.facilityId);
  const byId = ids.map((_, row) => row).sort((a, b) => compareText(ids[a]!, ids[b]!));
  const rank = new Int32Array(ids.length);
  byId.forEach((row, k) => (rank[row] = k));
  const units = new Float64Array(ids.length);
  const seconds = new Float64Array(ids.length);
  const measure = new Float64Array(ids.length);
  const placedOf = new Float64Array(lines.length);
  let placedSeconds = 0;
  for (const share of shares) {
    const line = lines[share.line]!;
    units[share.row]! += share.units;
    seconds[share.row]! += share.units * line.secondsPerUnit;
    measure[share.row]! += share.units * line.measurePerUnit;
    placedOf[share.line]! += share.units;
    placedSeconds += share.units * line.secondsPerUnit;
  }
  const placed = placedOf.reduce((sum, count) => sum + count, 0);
  return {
    engineVersion: ENGINE_VERSION,
    snapshotHash: hashBatch(snapshot),
    batchKey: snapshot.batchKey,
    rule: snapshot.rule,
    measure: snapshot.measure,
    placed,
    unplaced: lines.reduce((sum, line) => sum + line.quantity, 0) - placed,
    placedSeconds,
    objective: solution.objective.toString(),
    proof: solution.proof,
    shares: shares
      .sort((a, b) => a.line - b.line || rank[a.row]! - rank[b.row]!)
      .map((share): BatchShare => ({
        lineId: lines[share.line]!.lineId,
        facilityId: ids[share.row]!,
        units: share.units,
      })),
    lines: lines.map((line, i) => ({
      lineId: line.lineId,
      placed: placedOf[i]!,
      unplaced: line.quantity - placedOf[i]!,
    })),
    facilities: byId.map((row) => {
      const facility = facilities[row]!;
      return {
        facilityId: facility.facilityId,
        units: units[row]!,
        workSeconds: seconds[row]!,
        ratioBefore: facility.balance / facility.weight,
        loadRatio: (facility.balance + measure[row]!) / facility.weight,
      };
    }),
    groups: [...solution.groups]
      .map((group) => ({ ...group, rows: group.rows.sort((a, b) => rank[a]! - rank[b]!) }))
      .sort((a, b) => a.level - b.level || rank[a.rows[0]!]! - rank[b.rows[0]!]!)
      .map((group) => ({
        levelRatio: group.level === Infinity ? null : costs.ratioOf(group.level),
        facilityIds: group.rows.map((row) => ids[row]!),
        lineIds: group.lines.sort((a, b) => a - b).map((line) => lines[line]!.lineId),
      })),
    bottlenecks: solution.stuck
      .map((group) => ({
        unplacedUnits: group.lines.reduce((sum, line) => sum + wholeLots(lines[line]!) - placedOf[line]!, 0),
        lineIds: group.lines.map((line) => lines[line]!.lineId).sort(compareText),
        facilities: [...group.facilities]
          .sort(([a], [b]) => rank[a]! - rank[b]!)
          .map(([row, untilPeriod]) => ({ facilityId: ids[row]!, untilPeriod })),
      }))
      .sort((a, b) => compareText(a.lineIds[0]!, b.lineIds[0]!)),
  };
}
