import { lotKey, type SplitCore } from './core.js';

/**
 * What it costs, above the bound, to move rows that surely take part away from their best number of lots:
 * `up[d]` for d lots more in total, `down[d]` for d lots fewer. Convex, so the cheapest single lots come first.
 */
export interface ShiftCosts {
  up: Float64Array;
  down: Float64Array;
}

interface Step {
  cost: number;
  row: number;
}

/** Both tables up to the first total ≥ `below`, at most `most` lots. */
export function shiftCosts(
  core: SplitCore,
  rows: Int32Array,
  wish: Int32Array,
  price: number,
  below: number,
  most: number,
): ShiftCosts {
  return {
    up: table(core, rows, wish, price, 1, below, most),
    down: table(core, rows, wish, price, -1, below, most),
  };
}

function table(
  core: SplitCore,
  rows: Int32Array,
  wish: Int32Array,
  price: number,
  direction: 1 | -1,
  below: number,
  most: number,
): Float64Array {
  const steps = cheapestSteps(core, rows, wish, price, direction, below, most);
  const sums = new Float64Array(steps.length + 1);
  let count = 1;
  for (const { cost } of steps) {
    const sum = sums[count - 1]! + cost;
    if (sum >= below) break;
    sums[count++] = sum;
  }
  return sums.subarray(0, count);
}

/** The rows that move when `distance` lots are shifted, in the order of the tables; adds to `lots`. */
export function applyShift(
  core: SplitCore,
  rows: Int32Array,
  wish: Int32Array,
  price: number,
  distance: number,
  lots: Int32Array,
): void {
  const direction = distance > 0 ? 1 : -1;
  const steps = cheapestSteps(core, rows, wish, price, direction, Infinity, Math.abs(distance));
  for (let k = 0; k < Math.abs(distance); k++) lots[steps[k]!.row]! += direction;
}

/**
 * Cheapest single-lot steps in the order (cost, row), enough of them for their sum to reach `below` or their number
 * `most`, or all there are. Collects below a ceiling and raises it until enough are there.
 */
function cheapestSteps(
  core: SplitCore,
  rows: Int32Array,
  wish: Int32Array,
  price: number,
  direction: 1 | -1,
  below: number,
  most: number,
): Step[] {
  if (most <= 0 || below <= 0) return [];
  let slope = 0;
  for (const i of rows) slope += 0.5 / Math.max(core.curve[i]!, 0.5);
  if (slope === 0) return [];
  let ceiling = Math.max(1, Math.min(2 * Math.sqrt((2 * below) / slope), (2 * most) / slope));
  for (;;) {
    const steps: Step[] = [];
    let isCut = false;
    let sum = 0;
    for (const row of rows) {
      const last = direction > 0 ? core.high[row]! : core.low[row]!;
      for (let n = wish[row]!, used = 0; n !== last && used < most; n += direction, used++) {
        const cost = direction > 0 ? lotKey(core, row, n + 1) - price : price - lotKey(core, row, n);
        if (cost > ceiling) {
          isCut = true;
          break;
        }
        steps.push({ cost, row });
        sum += cost;
      }
    }
    if (!isCut || steps.length >= most || sum >= below) {
      // The sum counts every step; in rising order it is reached no later than the last one.
      steps.sort((a, b) => a.cost - b.cost || a.row - b.row);
      if (steps.length > most) steps.length = most;
      return steps;
    }
    ceiling *= 4;
  }
}
