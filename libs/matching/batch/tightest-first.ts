import type { BatchLine } from './types.js';

/** Lines in the order in which they should choose: soonest due first, then fewest facilities. */
export function tightestFirst(lines: readonly BatchLine[]): Int32Array {
  return Int32Array.from(lines.keys()).sort((a, b) => {
    const [first, second] = [lines[a]!, lines[b]!];
    return first.duePeriod - second.duePeriod || first.eligible.length - second.eligible.length || a - b;
  });
}
