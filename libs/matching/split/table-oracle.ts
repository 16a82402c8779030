import { costOf, type SplitCore } from './core.js';

export interface TableAnswer {
  placed: number;
  lots: Int32Array;
}

/**
 * The oracle of the specs: dynamic programming over (facilities used, lots placed): exact and slow, O(N · K · lots · range). Answers the largest
 * placeable amount ≤ `lots` and the cheapest way to place it; rows that win ties are preferred.
 */
export function solveByTable(core: SplitCore, lots: number, limit: number): TableAnswer {
  const most = Math.min(limit, core.size);
  const isLimited = limit < core.size;
  const layers = isLimited ? most + 1 : 1;
  const width = lots + 1;
  let best = new Float64Array(layers * width).fill(Infinity);
  best[0] = 0;
  const chosen: Int32Array[] = [];
  for (let i = core.size - 1; i >= 0; i--) {
    const next = best.slice();
    const pick = new Int32Array(layers * width);
    for (let layer = 0; layer < layers; layer++) {
      const into = isLimited ? layer + 1 : 0;
      if (into >= layers) break;
      for (let sum = 0; sum + core.low[i]! <= lots; sum++) {
        const before = best[layer * width + sum]!;
        if (before === Infinity) continue;
        for (let n = core.low[i]!; n <= core.high[i]! && sum + n <= lots; n++) {
          const cost = before + costOf(core, i, n);
          const cell = into * width + sum + n;
          if (cost > next[cell]! || (cost === next[cell]! && pick[cell]! >= n)) continue;
          next[cell] = cost;
          pick[cell] = n;
        }
      }
    }
    best = next;
    chosen.push(pick);
  }
  for (let placed = lots; placed >= 0; placed--) {
    let at = -1;
    for (let layer = 0; layer < layers; layer++) {
      const cost = best[layer * width + placed]!;
      if (cost < Infinity && (at < 0 || cost < best[at * width + placed]!)) at = layer;
    }
    if (at < 0) continue;
    const answer = new Int32Array(core.size);
    let sum = placed;
    for (let i = 0; i < core.size; i++) {
      const n = chosen[core.size - 1 - i]![at * width + sum]!;
      answer[i] = n;
      sum -= n;
      if (n > 0 && isLimited) at--;
    }
    return { placed, lots: answer };
  }
  return { placed: 0, lots: new Int32Array(core.size) };
}
