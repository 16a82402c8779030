import { lotKey, type SplitCore } from './core.js';
import { Asks } from './asks.js';
import { kthLargest } from './select.js';

/**
 * The Lagrangian bound. At a price p per lot and q per place, row i at its best number of lots gains
 * gain_i = max over n of p·n − cost_i(n). For every p and q ≥ 0
 *   cost of any split ≥ p·lots − q·limit − Σ max(0, gain_i − q),
 * and the difference is the sum of the regrets of what the split does in each row. `pull` holds gain_i − q.
 */
export interface Dual {
  price: number;
  placePrice: number;
  /** Best number of lots of every row at the price, between its bounds (0 where the row can take nothing). */
  wish: Int32Array;
  /** gain − placePrice: > 0 belongs in, < 0 belongs out, 0 either. −Infinity where the row can take nothing. */
  pull: Float64Array;
}

/** Best number of lots ≥ low at a price; ties to more lots. */
export function wishAt(core: SplitCore, i: number, price: number): number {
  const curve = core.curve[i]!;
  const low = core.low[i]!;
  const high = core.high[i]!;
  if (curve === 0) return price >= core.base[i]! ? high : low;
  const n = Math.floor((price - core.base[i]! + curve) / (2 * curve));
  return n <= low ? low : n >= high ? high : n;
}

export const gainAt = (core: SplitCore, i: number, price: number, n: number): number =>
  (price - core.base[i]! - core.curve[i]! * n) * n - core.fixed[i]!;

const SAMPLE = 1024;

/** Smallest whole price at which the rows that want to take part ask for at least `lots`, and the bound there. */
export function solveDual(core: SplitCore, lots: number, limit: number): Dual {
  const rows = usableRows(core);
  const asks = new Asks(core, rows, limit);
  const range = priceRange(core, rows);
  // With few places the price must also outbid smaller facilities: it can rise above every key.
  while (limit < rows.length && range.high < range.roof && asks.at(range.high) < lots) {
    range.high = Math.min(range.roof, range.high * 4);
  }
  let { low, high } = range;
  if (rows.length > 4 * SAMPLE) {
    const guess = guessPrice(core, rows, lots, limit, range);
    ({ low, high } = bracketAround(asks, lots, guess, range));
  }
  asks.keepBetween(low, high);
  let asksLow = asks.at(low);
  let asksHigh = asks.at(high);
  for (let round = 0; high - low > 1; round++) {
    const share = (lots - asksLow) / Math.max(1, asksHigh - asksLow);
    const isHalving = round % 3 === 2 || !(share > 0 && share < 1);
    const aim = isHalving ? (low + high) / 2 : low + share * (high - low);
    const price = Math.min(high - 1, Math.max(low + 1, Math.round(aim)));
    const asked = asks.at(price);
    if (asked >= lots) [high, asksHigh] = [price, asked];
    else [low, asksLow] = [price, asked];
    if (round % 4 === 3) asks.keepBetween(low, high);
  }
  return dualAt(core, rows, limit, high);
}

function usableRows(core: SplitCore): Int32Array {
  const rows = new Int32Array(core.size);
  let count = 0;
  for (let i = 0; i < core.size; i++) if (core.high[i]! >= core.low[i]!) rows[count++] = i;
  return rows.subarray(0, count);
}

interface PriceRange {
  low: number;
  high: number;
  /** Gains are exact up to this price. */
  roof: number;
}

/** A price below which nobody asks, and one at which everybody, without a limit, asks for all. */
function priceRange(core: SplitCore, rows: Int32Array): PriceRange {
  let low = Infinity;
  let high = -Infinity;
  let most = 1;
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]!;
    low = Math.min(low, lotKey(core, i, 1));
    const all = lotKey(core, i, core.high[i]!) + core.fixed[i]! / core.low[i]!;
    high = Math.max(high, all);
    most = Math.max(most, core.high[i]!);
  }
  const roof = Math.floor(2 ** 51 / most);
  return { low: Math.floor(low) - 1, high: Math.min(roof, Math.max(2, Math.ceil(high) + 1)), roof };
}

function guessPrice(core: SplitCore, rows: Int32Array, lots: number, limit: number, range: PriceRange): number {
  const stride = Math.floor(rows.length / SAMPLE);
  const sample = rows.filter((_, k) => k % stride === 0);
  const part = sample.length / rows.length;
  const asks = new Asks(core, sample, limit === Infinity ? Infinity : Math.max(1, Math.round(limit * part)));
  let { low, high } = range;
  for (let round = 0; round < 40 && high - low > 1 + Math.abs(low) * 1e-5; round++) {
    const price = Math.round((low + high) / 2);
    if (asks.at(price) >= lots * part) high = price;
    else low = price;
  }
  return high;
}

function bracketAround(asks: Asks, lots: number, guess: number, range: PriceRange): { low: number; high: number } {
  let low = guess;
  let high = guess;
  let step = Math.max(1, Math.round(Math.abs(guess - range.low) * 0.02));
  const isEnough = asks.at(guess) >= lots;
  while (isEnough && low > range.low) {
    low = Math.max(range.low, low - step);
    if (asks.at(low) < lots) return { low, high };
    high = low;
    step *= 3;
  }
  while (!isEnough && high < range.high) {
    high = Math.min(range.high, high + step);
    if (asks.at(high) >= lots) return { low, high };
    low = high;
    step *= 3;
  }
  return isEnough ? { low: range.low, high } : { low, high: range.high };
}

function dualAt(core: SplitCore, rows: Int32Array, limit: number, price: number): Dual {
  const wish = new Int32Array(core.size);
  const pull = new Float64Array(core.size).fill(-Infinity);
  const gains = new Float64Array(rows.length);
  let count = 0;
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]!;
    const n = wishAt(core, i, price);
    wish[i] = n;
    const gain = gainAt(core, i, price, n);
    pull[i] = gain;
    if (gain > 0) gains[count++] = gain;
  }
  let placePrice = 0;
  if (count > limit) {
    // Any price between the last row in and the first row out gives the same bound; the middle keeps both apart.
    const last = limit === 0 ? Infinity : kthLargest(gains, count, limit);
    const first = kthLargest(gains, count, limit + 1);
    placePrice = limit === 0 ? first : Math.floor((last + first) / 2);
    for (const i of rows) pull[i]! -= placePrice;
  }
  return { price, placePrice, wish, pull };
}
