/**
 * The split as integers only. Facility i takes n_i lots, n_i = 0 or low_i ≤ n_i ≤ high_i, at the cost
 *   curve_i · n² + base_i · n + fixed_i (for n > 0),
 * and Σ n = lots with at most `limit` facilities. Rows stand in the order in which ties are won.
 */
export interface SplitCore {
  size: number;
  /** ≥ 0, integer. 0 = linear cost. */
  curve: Float64Array;
  base: Float64Array;
  /** ≥ 0, integer. */
  fixed: Float64Array;
  low: Int32Array;
  /** A row with high < low (or high = 0) can take nothing. */
  high: Int32Array;
}

/** Cost of the n-th lot given n − 1: strictly rising when curve > 0. */
export const lotKey = (core: SplitCore, i: number, n: number): number => core.curve[i]! * (2 * n - 1) + core.base[i]!;

export const costOf = (core: SplitCore, i: number, n: number): number =>
  n === 0 ? 0 : (core.curve[i]! * n + core.base[i]!) * n + core.fixed[i]!;

/** Exact total: a sum over many facilities can pass 2^53 although every summand stays below. */
export function objectiveOf(core: SplitCore, lots: Int32Array): bigint {
  let high = 0;
  let low = 0;
  const part = 2 ** 26;
  for (let i = 0; i < core.size; i++) {
    const cost = costOf(core, i, lots[i]!);
    const top = Math.floor(cost / part);
    high += top;
    low += cost - top * part;
  }
  return BigInt(high) * BigInt(part) + BigInt(low);
}

export function emptyCore(size: number): SplitCore {
  return {
    size,
    curve: new Float64Array(size),
    base: new Float64Array(size),
    fixed: new Float64Array(size),
    low: new Int32Array(size),
    high: new Int32Array(size),
  };
}
