import { MatchingError } from '../errors.js';
import { canonicalJson, compareText, ENGINE_VERSION, hashText } from '../snapshot.js';
import { costOf } from '../split/core.js';
import { buildModel, type SplitModel } from '../split/model.js';
import type { SplitSnapshot } from '../split/types.js';
import { decompose } from './decompose.js';
import { BatchNetwork } from './network.js';
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
  checkBatch(snapshot);
  const pieces = snapshot.lines.map((line) => (line.workPerUnit ?? 1) * (line.lotSize ?? 1));
  const isUniform = pieces.every((piece) => piece === pieces[0]);
  const grid = isUniform ? (pieces[0] ?? 1) : 1;
  const model = costModel(snapshot, grid);
  const wanted = snapshot.lines.map((line, j) => Math.floor(line.quantity / (line.lotSize ?? 1)) * (pieces[j]! / grid));
  const network = solveNetwork(snapshot, model, wanted);
  if (isUniform) return toResult(snapshot, model, network, flowPieces(network), pieces, 0);
  const rounded = roundToPieces(snapshot, model.rowOf, model.model.core, network, pieces);
  const placedWork = rounded.perLine.map((count, j) => count * pieces[j]!);
  const relaxed = solveNetwork(snapshot, model, placedWork);
  const bound = totalCost(model, relaxed.done);
  const gap = Math.max(0, totalCost(model, rounded.work) - bound) / Math.max(1, Math.abs(bound));
  return toResult(snapshot, model, network, rounded, pieces, gap);
}

interface CostModel {
  model: SplitModel;
  /** Row of the cost model per facility (by position in the sorted list). */
  rowOf: Int32Array;
  /** Facilities sorted by id. */
  ids: string[];
  capacity: Float64Array;
  periods: number;
  grid: number;
}

function costModel(snapshot: BatchSnapshot, grid: number): CostModel {
  const sorted = [...snapshot.facilities].sort((a, b) => compareText(a.facilityId, b.facilityId));
  const periods = sorted[0]?.capacityByPeriod.length ?? 1;
  const capacity = new Float64Array(sorted.length * periods);
  sorted.forEach((facility, i) => {
    facility.capacityByPeriod.forEach((work, t) => (capacity[i * periods + t] = Math.floor(work / grid)));
  });
  const split: SplitSnapshot = {
    orderKey: snapshot.batchKey,
    quantity: 0,
    lotSize: 1,
    maxFacilities: null,
    rule: snapshot.rule,
    measure: 'MINUTES',
    candidates: sorted.map((facility, i) => ({
      facilityId: facility.facilityId,
      capacityUnits: capacity[(i + 1) * periods - 1]!,
      minimumLot: 1,
      weight: facility.weight,
      balance: facility.balance,
      measurePerUnit: grid,
    })),
  };
  const model = buildModel(split);
  const rows = new Map(model.free.map((candidate, row) => [candidate.facilityId, row]));
  const ids = sorted.map((facility) => facility.facilityId);
  return { model, rowOf: Int32Array.from(ids, (id) => rows.get(id)!), ids, capacity, periods, grid };
}

/** Lines are filled in order of due period, then of how few facilities they may use. */
function solveNetwork(snapshot: BatchSnapshot, costs: CostModel, wanted: readonly number[]): BatchNetwork {
  const { ids, periods, capacity, rowOf } = costs;
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const eligible = snapshot.lines.map((line) => line.eligibleFacilityIds.map((id) => indexOf.get(id)!));
  const asked = new Int32Array(ids.length);
  for (const list of eligible) for (const i of list) asked[i]! += 1;
  const ranks = rankOf(asked, rowOf);
  for (const list of eligible) list.sort((a, b) => ranks[a]! - ranks[b]!);
  const due = Int32Array.from(snapshot.lines, (line) => line.duePeriod);
  const network = new BatchNetwork(wanted, due, eligible, ids.length, periods, capacity);
  const order = snapshot.lines
    .map((_, j) => j)
    .sort(
      (a, b) =>
        due[a]! - due[b]! ||
        eligible[a]!.length - eligible[b]!.length ||
        compareText(snapshot.lines[a]!.orderKey, snapshot.lines[b]!.orderKey),
    );
  decompose(network, costs.model.core, rowOf, order);
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
  work.forEach((amount, i) => (sum += costOf(costs.model.core, costs.rowOf[i]!, amount)));
  return sum;
}

function toResult(
  snapshot: BatchSnapshot,
  costs: CostModel,
  network: BatchNetwork,
  pieces: Pieces,
  workOfPiece: readonly number[],
  gap: number,
): BatchResult {
  const { ids, grid } = costs;
  const work = Array.from(pieces.work, (amount) => amount * grid);
  const facts = new Map(snapshot.facilities.map((facility) => [facility.facilityId, facility]));
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
  pieces.work.forEach((amount, i) => (objective += BigInt(costOf(costs.model.core, costs.rowOf[i]!, amount))));
  return {
    engineVersion: ENGINE_VERSION,
    snapshotHash: hashBatch(snapshot),
    placedWork: pieces.perLine.reduce((sum, count, j) => sum + count * workOfPiece[j]!, 0),
    lines: lines.sort((a, b) => compareText(a.orderKey, b.orderKey)),
    facilities: ids.map((facilityId, i) => {
      const { balance, weight } = facts.get(facilityId)!;
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

/** The order in which facilities, lines and eligible ids were listed does not matter. */
function hashBatch(snapshot: BatchSnapshot): string {
  const facilities = [...snapshot.facilities].sort((a, b) => compareText(a.facilityId, b.facilityId));
  const lines = snapshot.lines
    .map((line) => ({ ...line, eligibleFacilityIds: [...line.eligibleFacilityIds].sort(compareText) }))
    .sort((a, b) => compareText(a.orderKey, b.orderKey));
  return hashText(canonicalJson({ engineVersion: ENGINE_VERSION, ...snapshot, facilities, lines }));
}

function checkBatch(snapshot: BatchSnapshot): void {
  const must = (isSound: boolean, field: string, id: string): void => {
    if (!isSound) throw new MatchingError('BATCH.INVALID_INPUT', { field, id });
  };
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  const ids = new Set<string>();
  const periods = snapshot.facilities[0]?.capacityByPeriod.length ?? 1;
  for (const { facilityId, weight, balance, capacityByPeriod } of snapshot.facilities) {
    must(!ids.has(facilityId), 'facilityId', facilityId);
    ids.add(facilityId);
    must(weight > 0 && Number.isFinite(weight), 'weight', facilityId);
    must(Number.isFinite(balance), 'balance', facilityId);
    must(capacityByPeriod.length === periods && periods > 0, 'capacityByPeriod', facilityId);
    must(
      capacityByPeriod.every((work, t) => isCount(work) && work <= 2 ** 30 && work >= (capacityByPeriod[t - 1] ?? 0)),
      'capacityByPeriod',
      facilityId,
    );
  }
  const keys = new Set<string>();
  for (const { orderKey, quantity, workPerUnit = 1, lotSize = 1, duePeriod, eligibleFacilityIds } of snapshot.lines) {
    must(!keys.has(orderKey), 'orderKey', orderKey);
    keys.add(orderKey);
    must(isCount(quantity), 'quantity', orderKey);
    must(isCount(workPerUnit) && workPerUnit > 0, 'workPerUnit', orderKey);
    must(isCount(lotSize) && lotSize > 0, 'lotSize', orderKey);
    must(isCount(duePeriod) && duePeriod < periods, 'duePeriod', orderKey);
    must(new Set(eligibleFacilityIds).size === eligibleFacilityIds.length, 'eligibleFacilityIds', orderKey);
    must(
      eligibleFacilityIds.every((id) => ids.has(id)),
      'eligibleFacilityIds',
      orderKey,
    );
  }
}
