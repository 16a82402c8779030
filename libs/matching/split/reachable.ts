import type { SplitCore } from './core.js';

export interface Reachable {
  placed: number;
  /** Rows and lots of one way to place that many; not the fairest. */
  lots: Int32Array;
  isProven: boolean;
}

const MAX_STEPS = 1_500_000_000;
const MAX_CELLS = 40_000_000;

/**
 * The largest total ≤ `lots` that can be made at all: with minimum lots this is a subset-sum over intervals. Tries
 * three quick choices of rows first, then a table over totals, O(rows · lots).
 */
export function largestReachable(core: SplitCore, rows: readonly number[], lots: number, limit: number): Reachable {
  const quick = quickChoice(core, rows, lots, limit);
  if (quick.placed === lots) return { ...quick, isProven: true };
  const isLimited = limit < rows.length;
  const steps = rows.length * (lots + 1);
  if (steps > (isLimited ? MAX_CELLS : MAX_STEPS)) return { ...quick, isProven: false };
  const exact = isLimited ? byFewestRows(core, rows, lots, limit) : byFirstRow(core, rows, lots);
  return { ...exact, isProven: true };
}

/** Rows whose intervals [low, high] together cover the wanted total: a few natural orders, the best result. */
function quickChoice(
  core: SplitCore,
  rows: readonly number[],
  lots: number,
  limit: number,
): { placed: number; lots: Int32Array } {
  const orders = [
    (i: number) => core.low[i]!,
    (i: number) => -core.high[i]!,
    (i: number) => core.low[i]! - core.high[i]!,
  ];
  let best: { placed: number; lots: Int32Array } = { placed: -1, lots: new Int32Array(core.size) };
  for (const order of orders) {
    const sorted = [...rows].sort((a, b) => order(a) - order(b) || a - b);
    const chosen: number[] = [];
    let least = 0;
    let most = 0;
    for (const i of sorted) {
      if (chosen.length >= limit || most >= lots) break;
      if (least + core.low[i]! > lots) continue;
      chosen.push(i);
      least += core.low[i]!;
      most += core.high[i]!;
    }
    const placed = Math.min(lots, most);
    if (placed <= best.placed) continue;
    best = { placed, lots: spread(core, chosen, placed) };
    if (placed === lots) break;
  }
  return best;
}

function spread(core: SplitCore, rows: readonly number[], placed: number): Int32Array {
  const lots = new Int32Array(core.size);
  let left = placed;
  for (const i of rows) left -= lots[i] = core.low[i]!;
  for (const i of rows) {
    const more = Math.min(left, core.high[i]! - core.low[i]!);
    lots[i]! += more;
    left -= more;
  }
  return lots;
}

/** first[total] = the row that made it possible: rows before it suffice for the rest. */
function byFirstRow(core: SplitCore, rows: readonly number[], lots: number): { placed: number; lots: Int32Array } {
  const never = rows.length;
  const first = new Int32Array(lots + 1).fill(never);
  first[0] = -1;
  for (let k = 0; k < rows.length && first[lots] === never; k++) {
    const low = core.low[rows[k]!]!;
    const high = core.high[rows[k]!]!;
    let last = -1;
    for (let total = low; total <= lots; total++) {
      if (first[total - low]! < k) last = total - low;
      if (first[total] === never && last >= 0 && total - last <= high) first[total] = k;
    }
  }
  let placed = lots;
  while (first[placed] === never) placed--;
  const answer = new Int32Array(core.size);
  for (let total = placed; total > 0;) {
    const k = first[total]!;
    const row = rows[k]!;
    let n = core.low[row]!;
    while (first[total - n]! >= k) n++;
    answer[row] = n;
    total -= n;
  }
  return { placed, lots: answer };
}

/** fewest[total] = fewest rows that make it, with the choice of every row kept for the way back. */
function byFewestRows(
  core: SplitCore,
  rows: readonly number[],
  lots: number,
  limit: number,
): { placed: number; lots: Int32Array } {
  const width = lots + 1;
  const picked = new Int32Array(rows.length * width);
  let fewest = new Float64Array(width).fill(Infinity);
  fewest[0] = 0;
  const queue = new Int32Array(width);
  for (let k = 0; k < rows.length; k++) {
    const low = core.low[rows[k]!]!;
    const high = core.high[rows[k]!]!;
    const next = fewest.slice();
    let head = 0;
    let tail = 0;
    for (let total = low; total <= lots; total++) {
      const from = total - low;
      while (tail > head && fewest[queue[tail - 1]!]! > fewest[from]!) tail--;
      queue[tail++] = from;
      while (total - queue[head]! > high) head++;
      const count = fewest[queue[head]!]! + 1;
      if (count >= next[total]!) continue;
      next[total] = count;
      picked[k * width + total] = total - queue[head]!;
    }
    fewest = next;
  }
  let placed = lots;
  while (fewest[placed]! > limit) placed--;
  const answer = new Int32Array(core.size);
  for (let k = rows.length - 1, total = placed; k >= 0; k--) {
    const n = picked[k * width + total]!;
    answer[rows[k]!] = n;
    total -= n;
  }
  return { placed, lots: answer };
}
