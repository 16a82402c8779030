import { lotKey, type SplitCore } from '../split/core.js';
import type { BatchNetwork } from './network.js';
import type { BatchSnapshot } from './types.js';

/** Whole lots: per line, per edge of the network, and the work that they make at each facility. */
export interface Pieces {
  perLine: number[];
  perEdge: Float64Array;
  work: Float64Array;
}

/**
 * Rounds a split of work down to whole lots of each line, then gives every lot left over to the eligible facility that
 * stands lowest and still has room in all periods from the due date on. Not proven best: the caller states the gap.
 */
export function roundToPieces(
  snapshot: BatchSnapshot,
  rowOf: Int32Array,
  costs: SplitCore,
  network: BatchNetwork,
  workOfPiece: readonly number[],
): Pieces {
  const { periods } = network;
  const perEdge = new Float64Array(network.flow.length);
  const perLine = new Array<number>(network.lines).fill(0);
  const used = new Float64Array(network.facilities * periods);
  const work = new Float64Array(network.facilities);
  const give = (line: number, edge: number, pieces: number): void => {
    const facility = network.edgeFacility[edge]!;
    const amount = pieces * workOfPiece[line]!;
    perEdge[edge]! += pieces;
    perLine[line]! += pieces;
    work[facility]! += amount;
    for (let t = snapshot.lines[line]!.duePeriod; t < periods; t++) used[facility * periods + t]! += amount;
  };
  snapshot.lines.forEach((_, line) => {
    for (let edge = network.edgeStart[line]!; edge < network.edgeStart[line + 1]!; edge++) {
      const pieces = Math.floor(network.flow[edge]! / workOfPiece[line]!);
      if (pieces > 0) give(line, edge, pieces);
    }
  });
  const byDue = snapshot.lines.map((_, line) => line).sort((a, b) => compareLines(snapshot, a, b));
  for (const line of byDue) {
    const { quantity, lotSize = 1, duePeriod } = snapshot.lines[line]!;
    while (perLine[line]! < Math.floor(quantity / lotSize)) {
      let best = -1;
      let bestKey = Infinity;
      for (let edge = network.edgeStart[line]!; edge < network.edgeStart[line + 1]!; edge++) {
        const facility = network.edgeFacility[edge]!;
        const key = lotKey(costs, rowOf[facility]!, work[facility]! + workOfPiece[line]!);
        if (key < bestKey && hasRoom(network, used, facility, duePeriod, workOfPiece[line]!)) {
          best = edge;
          bestKey = key;
        }
      }
      if (best < 0) break;
      give(line, best, 1);
    }
  }
  return { perLine, perEdge, work };
}

function compareLines(snapshot: BatchSnapshot, a: number, b: number): number {
  const [first, second] = [snapshot.lines[a]!, snapshot.lines[b]!];
  return first.duePeriod - second.duePeriod || (first.orderKey < second.orderKey ? -1 : 1);
}

function hasRoom(network: BatchNetwork, used: Float64Array, facility: number, due: number, amount: number): boolean {
  for (let t = due; t < network.periods; t++) {
    if (used[facility * network.periods + t]! + amount > network.capacityAt(facility, t)) return false;
  }
  return true;
}
