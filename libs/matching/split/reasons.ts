import { lotKey, type SplitCore } from './core.js';
import type { Solution } from './solution.js';
import type { BindingReason } from '../snapshot/types.js';

/**
 * The one constraint that decides each row: relax it and the share changes, relax another of its own and it does not.
 * `unlimited` is the split if any number of facilities might take part: under a limit the level tells nothing about those
 * who are left out.
 */
export function bindingReasons(
  core: SplitCore,
  solution: Solution,
  unlimited: Solution,
  asked: { lots: number; limit: number },
): BindingReason[] {
  const tied = tiedRows(core, solution);
  const lastWinner = lastRowAtLevel(core, solution);
  const dearest = dearestLast(core, solution);
  const cheapest = cheapestNext(core, solution, asked.limit);
  const isShort = solution.placed < asked.lots;
  return Array.from({ length: core.size }, (_, i) => {
    const n = solution.lots[i]!;
    if (core.high[i]! < core.low[i]!) return 'NO_CAPACITY';
    if (n === 0 && unlimited.lots[i]! > 0) return 'CUT_BY_LIMIT';
    if (tied.has(i)) return 'TIE';
    if (n === 0) return reasonOfNothing(core, unlimited.price, i);
    // When the line is not placed whole, every full facility is held by its capacity alone.
    const wouldTake = isShort || wouldTakeMore(core, solution, i, dearest, lastWinner);
    return n === core.high[i]! && wouldTake ? 'CAPACITY' : reasonOfShare(core, solution, i, cheapest);
  });
}

/** Rows whose last or next lot stands exactly at the level, when some of them won and some lost. */
function tiedRows(core: SplitCore, solution: Solution): Set<number> {
  const won: number[] = [];
  const lost: number[] = [];
  for (let i = 0; i < core.size; i++) {
    const n = solution.lots[i]!;
    if (core.low[i]! > 1 && n <= core.low[i]!) continue;
    if (n > 0 && lotKey(core, i, n) === solution.price) won.push(i);
    else if (n < core.high[i]! && (n > 0 || core.fixed[i] === 0) && lotKey(core, i, n + 1) === solution.price)
      lost.push(i);
  }
  return won.length > 0 && lost.length > 0 ? new Set([...won, ...lost]) : new Set();
}

/** Somebody has a dearer lot to give, or one exactly at the level that was got in the draw behind this row. */
function wouldTakeMore(core: SplitCore, solution: Solution, i: number, dearest: number, lastWinner: number): boolean {
  const key = lotKey(core, i, solution.lots[i]! + 1);
  return key < dearest || (key === solution.price && i < lastWinner);
}

/** Key of the dearest last lot that its row could do without. */
function dearestLast(core: SplitCore, { lots }: Solution): number {
  let most = -Infinity;
  for (let i = 0; i < core.size; i++) {
    const n = lots[i]!;
    if (n > core.low[i]! || n === 1) most = Math.max(most, lotKey(core, i, n));
  }
  return most;
}

function lastRowAtLevel(core: SplitCore, solution: Solution): number {
  let last = -1;
  for (let i = 0; i < core.size; i++) {
    if (solution.lots[i]! > 0 && lotKey(core, i, solution.lots[i]!) === solution.price) last = i;
  }
  return last;
}

/** Key of the cheapest lot that somebody could take besides. */
function cheapestNext(core: SplitCore, { lots }: Solution, limit: number): number {
  const used = lots.reduce((count, n) => count + (n > 0 ? 1 : 0), 0);
  let least = Infinity;
  for (let i = 0; i < core.size; i++) {
    const n = lots[i]!;
    if (n < core.high[i]! && (n > 0 || (core.low[i] === 1 && core.fixed[i] === 0 && used < limit)))
      least = Math.min(least, lotKey(core, i, n + 1));
  }
  return least;
}

function reasonOfShare(core: SplitCore, solution: Solution, i: number, cheapest: number): BindingReason {
  const n = solution.lots[i]!;
  const own = lotKey(core, i, n);
  // Where nobody could take its last lot at less, it is not the minimum that keeps it there.
  if (n === core.low[i]! && n > 1 && own > solution.price && own > cheapest) return 'LOT_FLOOR';
  return 'FAIR_SHARE';
}

function reasonOfNothing(core: SplitCore, price: number, i: number): BindingReason {
  if (lotKey(core, i, 1) > price) return 'ALREADY_ABOVE_LEVEL';
  const gain = (fixed: number, low: number): number => bestGain(core, i, price, fixed, low);
  if (gain(0, 1) <= 0) return 'FAIR_SHARE';
  if (gain(core.fixed[i]!, core.low[i]!) > 0) return 'FAIR_SHARE';
  return gain(0, core.low[i]!) <= 0 ? 'BELOW_MINIMUM_LOT' : 'BURDEN';
}

/** Most that row i can gain at a price per lot when it takes at least `low` lots. */
function bestGain(core: SplitCore, i: number, price: number, fixed: number, low: number): number {
  const curve = core.curve[i]!;
  const wished = curve > 0 ? Math.floor((price - core.base[i]! + curve) / (2 * curve)) : core.high[i]!;
  const n = Math.min(core.high[i]!, Math.max(low, wished));
  return (price - core.base[i]! - curve * n) * n - fixed;
}
