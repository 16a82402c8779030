import type { SplitCore } from './core.js';
import { kthLargest } from './select.js';

/**
 * How many lots are asked for at a price, over the rows that can still change sides. Rows are copied side by side and
 * ordered in memory as they are read: at 100,000 rows most of the time is spent waiting for memory and branches.
 */
export class Asks {
  private readonly curve: Float64Array;
  private readonly base: Float64Array;
  private readonly fixed: Float64Array;
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  /** Below this price the row surely stays out: its least average cost per lot, rounded down. */
  private readonly entry: Float64Array;
  private readonly gains: Float64Array;
  private readonly wishes: Float64Array;
  private readonly spare: Float64Array;
  private count: number;

  constructor(
    core: SplitCore,
    rows: Int32Array,
    private readonly limit: number,
  ) {
    const count = rows.length;
    this.count = count;
    this.curve = new Float64Array(count);
    this.base = new Float64Array(count);
    this.fixed = new Float64Array(count);
    this.low = new Float64Array(count);
    this.high = new Float64Array(count);
    this.entry = new Float64Array(count);
    this.gains = new Float64Array(count);
    this.wishes = new Float64Array(count);
    this.spare = new Float64Array(limit < count ? count : 0);
    for (let k = 0; k < count; k++) {
      const i = rows[k]!;
      const curve = (this.curve[k] = core.curve[i]!);
      const base = (this.base[k] = core.base[i]!);
      const fixed = (this.fixed[k] = core.fixed[i]!);
      const low = (this.low[k] = core.low[i]!);
      this.high[k] = core.high[i]!;
      const turn = fixed <= 0 ? 0 : curve > 0 ? Math.sqrt(fixed / curve) : core.high[i]!;
      const n = Math.max(low, turn);
      this.entry[k] = Math.floor(base + curve * n + fixed / n) - 1;
    }
  }

  at(price: number): number {
    const { curve, base, fixed, low, high, entry, gains, wishes, count: rows } = this;
    let count = 0;
    let total = 0;
    for (let k = 0; k < rows; k++) {
      if (price < entry[k]!) continue;
      const slope = curve[k]!;
      const margin = price - base[k]!;
      let n = high[k]!;
      if (slope > 0) {
        const wish = (margin + slope) / (2 * slope);
        if (wish < n) n = wish <= low[k]! ? low[k]! : Math.floor(wish);
      }
      const gain = (margin - slope * n) * n - fixed[k]!;
      if (gain < 0) continue;
      gains[count] = gain;
      wishes[count++] = n;
      total += n;
    }
    return count <= this.limit ? total : this.largest(count);
  }

  /** Lots of the `limit` rows that gain most. */
  private largest(count: number): number {
    const { gains, wishes, spare, limit } = this;
    if (limit === 0) return 0;
    spare.set(gains.subarray(0, count));
    const cut = kthLargest(spare, count, limit);
    let places = limit;
    let total = 0;
    for (let k = 0; k < count; k++) {
      if (gains[k]! <= cut) continue;
      total += wishes[k]!;
      places--;
    }
    for (let k = 0; k < count && places > 0; k++) {
      if (gains[k] !== cut) continue;
      total += wishes[k]!;
      places--;
    }
    return total;
  }

  /** Drops rows that stay out at every price between the two: even at the high price they gain less than at the low
   * price the last row within the limit. */
  keepBetween(lowPrice: number, highPrice: number): void {
    const floor = Math.max(0, this.cutAt(lowPrice));
    let kept = 0;
    for (let k = 0; k < this.count; k++) {
      if (highPrice < this.entry[k]! || this.gain(k, highPrice) < floor) continue;
      this.curve[kept] = this.curve[k]!;
      this.base[kept] = this.base[k]!;
      this.fixed[kept] = this.fixed[k]!;
      this.low[kept] = this.low[k]!;
      this.high[kept] = this.high[k]!;
      this.entry[kept] = this.entry[k]!;
      kept++;
    }
    this.count = kept;
  }

  private gain(k: number, price: number): number {
    const curve = this.curve[k]!;
    const margin = price - this.base[k]!;
    const wish = curve > 0 ? Math.floor((margin + curve) / (2 * curve)) : this.high[k]!;
    const n = Math.min(this.high[k]!, Math.max(this.low[k]!, wish));
    return (margin - curve * n) * n - this.fixed[k]!;
  }

  private cutAt(price: number): number {
    const { count, gains, limit } = this;
    if (count <= limit || limit === 0) return 0;
    for (let k = 0; k < count; k++) gains[k] = this.gain(k, price);
    return kthLargest(gains, count, limit);
  }
}
