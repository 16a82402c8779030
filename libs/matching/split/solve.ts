import type { SplitCore } from './core.js';
import { solveHard } from './solve-hard.js';
import type { Solution, SolveControl } from './solution.js';
import { waterFill } from './water-fill.js';

/** The best split of `lots` over the rows of the core, with the proof that was reached. */
export function solve(core: SplitCore, lots: number, limit: number, control: SolveControl): Solution {
  const proven = { limitPrice: 0, status: 'OPTIMAL' as const, gap: 0, isPlacedProven: true, effort: 0 };
  if (isPlain(core, limit)) {
    const reachable = core.high.reduce((sum, high) => sum + Math.max(0, high), 0);
    const placed = Math.min(lots, reachable);
    const { lots: taken, level } = waterFill(core, placed);
    return { ...proven, placed, lots: taken, price: level };
  }
  return solveHard(core, lots, limit, control);
}

/** No minimum lots, no limit, no fixed costs: bounds only. */
function isPlain(core: SplitCore, limit: number): boolean {
  if (limit < core.size) return false;
  for (let i = 0; i < core.size; i++) {
    if (core.low[i]! > 1 || core.fixed[i]! > 0 || !(core.curve[i]! > 0)) return false;
  }
  return true;
}
