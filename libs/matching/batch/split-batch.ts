import { canonicalJson, compareText, ENGINE_VERSION, hashText } from '../snapshot.js';
import { costOf, type SplitCore } from '../split/core.js';
import { buildModel } from '../split/model.js';
import { decompose } from './decompose.js';
import { BatchNetwork } from './network.js';
import { orderedByRank, resolveBatch, type ResolvedBatch } from './resolve.js';
import { roundToPieces, type Pieces } from './round-to-pieces.js';
import type { BatchGroup, BatchLine, BatchResult, BatchShare, BatchSnapshot } from './types.js';

/**
 * Splits many lines at once over facilities whose capacity they share by period: as much work as can be placed, then
 * as fair as possible over the facilities' totals.
 *
 * Exact when all lines share one indivisible piece of work (same lot size × work per unit). Otherwise the problem is a
 * MILP: work is split exactly, rounded to whole lots, and the proof states the gap to any split of the work placed.
 * Throws BATCH.INVALID_INPUT naming the first wrong field, SPLIT.NUMBERS_TOO_LARGE.
 */
export function splitBatch(snapshot: BatchSnapshot): BatchResult {
  const batch = resolveBatch(snapshot);
  const pieces = snapshot.lines.map((line) => (line.workPerUnit ?? 1) * (line.lotSize ?? 1));
  const isUniform = pieces.every((piece) => piece === pieces[0]);
  const grid = isUniform ? (pieces[0] ?? 1) : 1;
  const model = costModel(snapshot, batch, grid);
  const wanted = snapshot.lines.map((line, j) => Math.floor(line.quantity / (line.lotSize ?? 1)) * (pieces[j]! / grid));
  const network = solveNetwork(snapshot, batch, model, wanted);
  if (isUniform) return toResult(snapshot, batch, model, network, flowPieces(network), pieces, 0);
  const rounded = roundToPieces(snapshot, model.rowOf, model.core, network, pieces);
  const placedWork = rounded.perLine.map((count, j) => count * pieces[j]!);
  const relaxed = solveNetwork(snapshot, batch, model, placedWork);
  const bound = totalCost(model, relaxed.done);
  const gap = Math.max(0, totalCost(model, rounded.work) - bound) / Math.max(1, Math.abs(bound));
  return toResult(snapshot, batch, model, network, rounded, pieces, gap);
}

interface CostModel {
  core: SplitCore;
  /** Row of the core per facility (by position in the sorted list). */
  rowOf: Int32Array;
  /** Per facility and period, in whole pieces of the grid. */
  capacity: Float64Array;
  grid: number;
}

function costModel(snapshot: BatchSnapshot, { facilities, periods }: ResolvedBatch, grid: number): CostModel {
  const capacity = new Float64Array(facilities.length * periods);
  facilities.forEach((facility, i) => {
    facility.capacityByPeriod.forEach((work, t) => (capacity[i * periods + t] = Math.floor(work / grid)));
  });
  const { free, core } = buildModel({
    orderKey: snapshot.batchKey,
    quantity: 0,
    lotSize: 1,
    maxFacilities: null,
    rule: snapshot.rule,
    measure: 'MINUTES',
    candidates: facilities.map(({ facilityId, weight, balance }, i) => ({
      facilityId,
      capacityUnits: capacity[(i + 1) * periods - 1]!,
      minimumLot: 1,
      weight,
      balance,
      measurePerUnit: grid,
    })),
  });
  const rows = new Map(free.map((candidate, row) => [candidate.facilityId, row]));
  return { core, rowOf: Int32Array.from(facilities, ({ facilityId }) => rows.get(facilityId)!), capacity, grid };
}

/** Lines are filled in order of due period, then of how few facilities they may use. */
function solveNetwork(
  snapshot: BatchSnapshot,
  { facilities, periods, eligible, asked }: ResolvedBatch,
  { core, rowOf, capacity }: CostModel,
  wanted: readonly number[],
): BatchNetwork {
  const due = Int32Array.from(snapshot.lines, (line) => line.duePeriod);
  const lists = orderedByRank(eligible, rankOf(asked, rowOf));
  const network = new BatchNetwork(wanted, due, lists, facilities.length, periods, capacity);
  const order = snapshot.lines
    .map((_, j) => j)
    .sort(
      (a, b) =>
        due[a]! - due[b]! ||
        eligible[a]!.length - eligible[b]!.length ||
        compareText(snapshot.lines[a]!.orderKey, snapshot.lines[b]!.orderKey),
    );
  decompose(network, core, rowOf, order);
  return network;
}

/** Facilities that few lines can use come first, so that the others stay free for the rest. */
function rankOf(asked: Int32Array, rowOf: Int32Array): Int32Array {
  const order = Array.from(asked, (_, i) => i).sort((a, b) => asked[a]! - asked[b]! || rowOf[a]! - rowOf[b]!);
  const ranks = new Int32Array(asked.length);
  order.forEach((i, rank) => (ranks[i] = rank));
  return ranks;
}

function flowPieces(network: BatchNetwork): Pieces {
  const perLine = new Array<number>(network.lines).fill(0);
  for (let line = 0; line < network.lines; line++) {
    for (let edge = network.edgeStart[line]!; edge < network.edgeStart[line + 1]!; edge++)
      perLine[line]! += network.flow[edge]!;
  }
  return { perLine, perEdge: network.flow, work: network.done };
}

function totalCost(costs: CostModel, work: Float64Array): number {
  let sum = 0;
  work.forEach((amount, i) => (sum += costOf(costs.core, costs.rowOf[i]!, amount)));
  return sum;
}

function toResult(
  snapshot: BatchSnapshot,
  batch: ResolvedBatch,
  costs: CostModel,
  network: BatchNetwork,
  pieces: Pieces,
  workOfPiece: readonly number[],
  gap: number,
): BatchResult {
  const { grid } = costs;
  const ids = batch.facilities.map((facility) => facility.facilityId);
  const work = Array.from(pieces.work, (amount) => amount * grid);
  const shares: BatchShare[] = [];
  snapshot.lines.forEach(({ orderKey, lotSize = 1 }, line) => {
    for (let edge = network.edgeStart[line]!; edge < network.edgeStart[line + 1]!; edge++) {
      const units = pieces.perEdge[edge]! * lotSize;
      if (units > 0) shares.push({ orderKey, facilityId: ids[network.edgeFacility[edge]!]!, units });
    }
  });
  shares.sort((a, b) => compareText(a.orderKey, b.orderKey) || compareText(a.facilityId, b.facilityId));
  const lines = snapshot.lines.map((line, j) => {
    const placed = pieces.perLine[j]! * (line.lotSize ?? 1);
    return { orderKey: line.orderKey, placed, unplaced: line.quantity - placed };
  });
  const { groups, groupOf } = readGroups(snapshot.lines, ids, network, work);
  let objective = 0n;
  pieces.work.forEach((amount, i) => (objective += BigInt(costOf(costs.core, costs.rowOf[i]!, amount))));
  return {
    engineVersion: ENGINE_VERSION,
    snapshotHash: hashBatch(snapshot, batch),
    placedWork: pieces.perLine.reduce((sum, count, j) => sum + count * workOfPiece[j]!, 0),
    lines: lines.sort((a, b) => compareText(a.orderKey, b.orderKey)),
    facilities: ids.map((facilityId, i) => {
      const { balance, weight } = batch.facilities[i]!;
      const [ratioBefore, loadRatio] = [balance / weight, (balance + work[i]!) / weight];
      return { facilityId, work: work[i]!, ratioBefore, loadRatio, group: groupOf[i]! };
    }),
    shares,
    groups,
    objective: objective.toString(),
    proof: gap === 0 ? { status: 'OPTIMAL', gap: 0 } : { status: 'WITHIN', gap },
  };
}

function readGroups(
  lines: readonly BatchLine[],
  ids: readonly string[],
  network: BatchNetwork,
  work: readonly number[],
): { groups: BatchGroup[]; groupOf: Int32Array } {
  const numbers = new Map<number, BatchGroup>();
  const groupOf = new Int32Array(ids.length).fill(-1);
  const isAsked = new Uint8Array(ids.length);
  for (const facility of network.edgeFacility) isAsked[facility] = 1;
  const position = new Map<number, number>();
  ids.forEach((id, i) => {
    if (isAsked[i] === 0) return;
    const label = network.group[network.lastNode(i)]!;
    let group = numbers.get(label);
    if (group === undefined) {
      group = { facilityIds: [], orderKeys: [], work: 0 };
      position.set(label, numbers.size);
      numbers.set(label, group);
    }
    group.facilityIds.push(id);
    group.work += work[i]!;
    groupOf[i] = position.get(label)!;
  });
  lines.forEach((line, j) => numbers.get(network.group[j]!)?.orderKeys.push(line.orderKey));
  for (const group of numbers.values()) group.orderKeys.sort(compareText);
  return { groups: [...numbers.values()], groupOf };
}

/** Facilities, lines and eligible ids may be listed in any order: the hash sees positions in the sorted list. */
function hashBatch(snapshot: BatchSnapshot, { facilities, eligible }: ResolvedBatch): string {
  const lines = snapshot.lines
    .map((line, j) => ({ ...line, eligibleFacilityIds: eligible[j]!.join(' ') }))
    .sort((a, b) => compareText(a.orderKey, b.orderKey));
  return hashText(canonicalJson({ engineVersion: ENGINE_VERSION, ...snapshot, facilities, lines }));
}
