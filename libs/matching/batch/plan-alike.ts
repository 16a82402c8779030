import { findBottlenecks } from './bottlenecks.js';
import { batchCosts, exactObjective } from './costs.js';
import { decompose } from './decompose.js';
import { buildNetwork } from './network.js';
import type { BatchSolution, RowShare } from './solution.js';
import type { Start } from './plan-mixed.js';
import { tightestFirst } from './tightest-first.js';
import type { BatchLine, BatchSnapshot } from './types.js';

interface AlikePlan {
  /** Null when whole units lose time at a later release date: then nothing is proven, and the units are only a start. */
  solution: BatchSolution | null;
  start: Start;
}

/** The exact plan of lines whose units all take the same time and count the same. */
export function planAlike(snapshot: BatchSnapshot, lines: BatchLine[]): AlikePlan {
  const seconds = lines[0]?.secondsPerUnit ?? 1;
  const costs = batchCosts(snapshot, lines[0]?.measurePerUnit ?? 1, (facility) =>
    Math.floor(facility.capacitySeconds.reduce((sum, free) => sum + free, 0) / seconds),
  );
  const grain = { seconds, amounts: 1, isWhole: true };
  const net = buildNetwork(costs.facilities, lines, costs.rowOf, grain, (line) => line.quantity);
  costs.core.high.set(net.ceiling);
  const { flow, stuck, groups } = decompose(net, costs.core, tightestFirst(lines));
  const start = { edgeAmounts: flow.edgeFlow, perUnit: lines.map(() => 1) };
  if (!net.isWhole) return { solution: null, start };
  const shares: RowShare[] = [];
  let placed = 0;
  for (let line = 0; line < lines.length; line++) {
    for (let edge = net.rowStart[line]!; edge < net.rowStart[line + 1]!; edge++) {
      const units = flow.edgeFlow[edge]!;
      if (units === 0) continue;
      shares.push({ line, row: flow.rowOfNode[net.edgeTo[edge]!]!, units });
      placed += units;
    }
  }
  const solution: BatchSolution = {
    costs,
    shares,
    objective: exactObjective(costs.core, flow.taken),
    groups,
    stuck: findBottlenecks(flow, net.partUntil, stuck),
    proof: { status: 'OPTIMAL', placedSecondsAtMost: placed * seconds, gap: 0 },
  };
  return { solution, start };
}
