import { lotKey, type SplitCore } from './core.js';
import type { Solution } from './solution.js';
import type { BindingReason } from './types.js';

/**
 * The one constraint that decides each row: relax it and the share changes, relax another of its own and it does not.
 */
export function bindingReasons(
  core: SplitCore,
  solution: Solution,
  asked: { lots: number; isLimited: boolean },
): BindingReason[] {
  const tied = tiedRows(core, solution);
  const lastWinner = lastRowAtLevel(core, solution);
  const isShort = solution.placed < asked.lots;
  return Array.from({ length: core.size }, (_, i) => {
    const n = solution.lots[i]!;
    if (core.high[i]! < core.low[i]!) return 'NO_CAPACITY';
    if (tied.has(i)) return 'TIE';
    if (n === 0) return reasonOfNothing(core, solution, i, asked.isLimited);
    // When the line is not placed whole, every full facility is held by its capacity alone.
    const wouldTake = isShort || wouldTakeMore(core, solution, i, lastWinner);
    return n === core.high[i]! && wouldTake ? 'CAPACITY' : reasonOfShare(core, solution, i);
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

/** One lot more would be at the level, or exactly there and ahead of somebody who got it in the draw. */
function wouldTakeMore(core: SplitCore, solution: Solution, i: number, lastWinner: number): boolean {
  const key = lotKey(core, i, solution.lots[i]! + 1);
  return key < solution.price || (key === solution.price && i < lastWinner);
}

function lastRowAtLevel(core: SplitCore, solution: Solution): number {
  let last = -1;
  for (let i = 0; i < core.size; i++) {
    if (solution.lots[i]! > 0 && lotKey(core, i, solution.lots[i]!) === solution.price) last = i;
  }
  return last;
}

function reasonOfShare(core: SplitCore, solution: Solution, i: number): BindingReason {
  const n = solution.lots[i]!;
  if (n === core.low[i]! && n > 1 && lotKey(core, i, n) > solution.price) return 'LOT_FLOOR';
  return 'FAIR_SHARE';
}

function reasonOfNothing(core: SplitCore, solution: Solution, i: number, isLimited: boolean): BindingReason {
  const { price } = solution;
  if (lotKey(core, i, 1) > price) return 'ALREADY_ABOVE_LEVEL';
  const gain = (fixed: number, low: number): number => bestGain(core, i, price, fixed, low);
  if (gain(0, 1) <= 0) return 'FAIR_SHARE';
  if (gain(core.fixed[i]!, core.low[i]!) > 0) return isLimited ? 'CUT_BY_LIMIT' : 'FAIR_SHARE';
  return gain(0, core.low[i]!) <= 0 ? 'BELOW_MINIMUM_LOT' : 'BURDEN';
}

/** Most that row i can gain at a price per lot when it takes at least `low` lots. */
function bestGain(core: SplitCore, i: number, price: number, fixed: number, low: number): number {
  const curve = core.curve[i]!;
  const wished = curve > 0 ? Math.floor((price - core.base[i]! + curve) / (2 * curve)) : core.high[i]!;
  const n = Math.min(core.high[i]!, Math.max(low, wished));
  return (price - core.base[i]! - curve * n) * n - fixed;
}
