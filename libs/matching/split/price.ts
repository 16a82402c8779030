import { emptyCore, type SplitCore } from './core.js';
import { fillRows } from './fill-rows.js';
import { solveHard } from './solve-hard.js';
import type { Solution, SolveControl } from './solution.js';

/**
 * The cheapest split in which every share stays within ± tolerance of its fair value, in whole lots and inside the
 * row's own bounds; a facility without a fair share stays without.
 *
 * Below a tolerance of 1 nobody drops out, so filling the cheapest rows first is exact; only the price class in which
 * the filling ends has a choice, and it is made fairly. From 1 on shares may also fall to 0: a MILP like any other, in
 * which nothing is levelled among equal prices.
 */
export function cheapestWithin(
  core: SplitCore,
  fair: Solution,
  prices: Float64Array,
  tolerance: number,
  limit: number,
  control: SolveControl,
): Solution {
  // A row without a fair share can take nothing: high < low.
  const low = new Int32Array(core.size).fill(1);
  const high = new Int32Array(core.size);
  for (let i = 0; i < core.size; i++) {
    const n = fair.lots[i]!;
    if (n === 0) continue;
    low[i] = Math.min(n, Math.max(core.low[i]!, Math.ceil(n * (1 - tolerance) - 1e-9)));
    high[i] = Math.max(n, Math.min(core.high[i]!, Math.floor(n * (1 + tolerance) + 1e-9)));
  }
  const bounded = { ...core, low, high };
  return tolerance < 1
    ? { ...fair, lots: fillByPrice(bounded, fair.placed, prices) }
    : dropDearest(bounded, fair, prices, limit, control);
}

function fillByPrice(core: SplitCore, placed: number, prices: Float64Array): Int32Array {
  const rows: number[] = [];
  for (let i = 0; i < core.size; i++) if (core.high[i]! > 0) rows.push(i);
  const lots = new Int32Array(core.size);
  let left = placed;
  for (const i of rows) left -= lots[i] = core.low[i]!;
  rows.sort((a, b) => prices[a]! - prices[b]! || a - b);
  for (let from = 0; from < rows.length && left > 0;) {
    let to = from;
    let room = 0;
    for (; to < rows.length && prices[rows[to]!] === prices[rows[from]!]; to++) {
      room += core.high[rows[to]!]! - core.low[rows[to]!]!;
    }
    const group = rows.slice(from, to);
    const more = Math.min(room, left);
    const total = group.reduce((sum, i) => sum + core.low[i]!, more);
    const filled = fillRows(core, group, total)!;
    for (const i of group) lots[i] = filled[i]!;
    left -= more;
    from = to;
  }
  return lots;
}

function dropDearest(
  core: SplitCore,
  fair: Solution,
  prices: Float64Array,
  limit: number,
  control: SolveControl,
): Solution {
  const straight = emptyCore(core.size);
  straight.low = core.low;
  straight.high = core.high;
  straight.base = prices;
  const answer = solveHard(straight, fair.placed, limit, control);
  const isProven = fair.status === 'OPTIMAL' && answer.status === 'OPTIMAL';
  return {
    ...fair,
    lots: answer.lots,
    status: isProven ? 'OPTIMAL' : 'UNKNOWN',
    gap: isProven ? 0 : fair.gap,
    effort: fair.effort + answer.effort,
  };
}
