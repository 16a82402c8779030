import { lotKey, type SplitCore } from '../split/core.js';
import { exactObjective, type BatchCosts } from './costs.js';
import { decompose, type Decomposition } from './decompose.js';
import { buildNetwork, type BatchNetwork, type Grain } from './network.js';
import { tightestFirst } from './tightest-first.js';
import type { BatchLine } from './types.js';

/** A batch with its work cut into the smallest pieces: never worse than any plan in whole units. */
export interface Relaxation extends Decomposition {
  net: BatchNetwork;
  core: SplitCore;
  objective: bigint;
  /** Amounts placed, on every edge, and of one unit of every line. */
  placed: number;
  edgeAmounts: Int32Array;
  perUnit: number[];
}

/** Amounts are counted in 32 bits. */
const MOST = 2 ** 30;

/** Null when the amounts are too large to count. `amountOf(line)`: of one unit. */
export function relax(
  costs: BatchCosts,
  lines: readonly BatchLine[],
  grain: Grain,
  amountOf: (line: BatchLine) => number,
): Relaxation | null {
  const perUnit = lines.map(amountOf);
  if (lines.some((line, i) => line.quantity * perUnit[i]! > MOST)) return null;
  const net = buildNetwork(costs.facilities, lines, costs.rowOf, grain, (line) => line.quantity * amountOf(line));
  const core = { ...costs.core, high: net.ceiling };
  const solved = decompose(net, core, tightestFirst(lines));
  const placed = solved.flow.taken.reduce((sum, amount) => sum + amount, 0);
  return {
    ...solved,
    net,
    core,
    objective: exactObjective(core, solved.flow.taken),
    placed,
    edgeAmounts: solved.flow.edgeFlow,
    perUnit,
  };
}

/**
 * Least objective of any plan that adds between `least` and `relaxation.placed` to the balances: the cheapest steps come
 * first, so every step less saves at most the dearest key.
 */
export function objectiveFrom(relaxation: Relaxation, least: number): bigint {
  const { core, flow } = relaxation;
  let dearest = 0;
  for (let row = 0; row < core.size; row++) {
    if (flow.taken[row]! > 0) dearest = Math.max(dearest, lotKey(core, row, flow.taken[row]!));
  }
  return relaxation.objective - BigInt(Math.ceil(dearest)) * BigInt(Math.max(0, relaxation.placed - least));
}
