import { lotKey, type SplitCore } from './core.js';

/**
 * Σ n = lots at least cost when nothing but bounds holds (no minimum lots, no limit, no fixed costs; every curve > 0):
 * take the cheapest lots first. Expected O(N): a continuous water level by Newton's method, one pass that rounds every
 * row at that level, then the few lots between that rounding and the exact total are ordered by (key, row). Ties: the
 * rounding takes every lot at a key or none, and in the order after it earlier rows win.
 *
 * `lots` must lie between Σ floors and Σ ceilings. Certificate: see `certifyWater`.
 */
export interface Water {
  lots: Int32Array;
  /** Key of the dearest lot taken above the floors; −Infinity when there is none. */
  level: number;
}

export function waterFill(core: SplitCore, lots: number, floors?: Int32Array): Water {
  const { size } = core;
  const taken = new Int32Array(size);
  const { level: continuous, slope } = solveLevel(core, lots, floors, size / ROWS_PER_LOT_LEFT);
  const level = Math.round(continuous);
  let total = 0;
  for (let i = 0; i < size; i++) total += taken[i] = roundAt(core, i, level, floors);
  const isShort = total < lots;
  const need = Math.abs(lots - total);
  let dearest = NaN;
  for (let width = Math.max(1, (2 * need + 8) / (slope || 1)); need > 0; width *= 4) {
    const pool = collect(core, taken, level, isShort ? width : -width, floors);
    if (pool.length < need) continue;
    pool.sort((a, b) => (isShort ? a.key - b.key || a.row - b.row : b.key - a.key || b.row - a.row));
    for (let k = 0; k < need; k++) taken[pool[k]!.row]! += isShort ? 1 : -1;
    dearest = pool[isShort ? need - 1 : need]?.key ?? NaN;
    break;
  }
  if (Number.isNaN(dearest)) dearest = dearestKey(core, taken, floors);
  return { lots: taken, level: dearest };
}

/** The continuous level need not be exact: a few lots in proportion to the rows are sorted out one by one afterwards. */
const ROWS_PER_LOT_LEFT = 256;

function dearestKey({ size, curve, base }: SplitCore, taken: Int32Array, floors: Int32Array | undefined): number {
  let dearest = -Infinity;
  for (let i = 0; i < size; i++) {
    const n = taken[i]!;
    const key = curve[i]! * (2 * n - 1) + base[i]!;
    if (key > dearest && n > (floors === undefined ? 0 : floors[i]!)) dearest = key;
  }
  return dearest;
}

/** Largest n whose key is at most the level, within the bounds. */
function roundAt(core: SplitCore, i: number, level: number, floors: Int32Array | undefined): number {
  const curve = core.curve[i]!;
  const n = Math.floor((level - core.base[i]! + curve) / (2 * curve));
  const floor = floors === undefined ? 0 : floors[i]!;
  const ceiling = core.high[i]!;
  return n <= floor ? floor : n >= ceiling ? ceiling : n;
}

const SAMPLE = 1024;

/**
 * Level at which Σ clamp((level − base)/(2 curve), floor, high) = lots: Newton's method on a rising broken line. It starts
 * from the level of every k-th row, so that all rows are read three or four times only.
 */
export const continuousLevel = (core: SplitCore, lots: number): number => solveLevel(core, lots, undefined, 0.25).level;

interface Level {
  level: number;
  /** Lots more per step of the level. */
  slope: number;
}

function solveLevel(core: SplitCore, lots: number, floors: Int32Array | undefined, tolerance: number): Level {
  if (core.size === 0) return { level: 0, slope: 0 };
  const stride = Math.max(1, Math.floor(core.size / SAMPLE));
  const exact = Math.max(0.25, tolerance);
  if (stride === 1) return newton(core, 1, lots, floors, null, exact);
  const guess = newton(core, stride, lots / stride, floors, null, 0.25);
  return newton(core, 1, lots, floors, guess.level, exact);
}

function newton(
  core: SplitCore,
  stride: number,
  lots: number,
  floors: Int32Array | undefined,
  start: number | null,
  tolerance: number,
): Level {
  const { size, curve, base, high } = core;
  let below = -Infinity;
  let above = Infinity;
  let level = start ?? 0;
  if (start === null) {
    [below, above] = levelRange(core, stride);
    level = below;
  }
  let reach = Math.max(1, Math.abs(level) / 64);
  let slope = 0;
  for (let round = 0; round < 200; round++) {
    let sum = 0;
    slope = 0;
    for (let i = 0; i < size; i += stride) {
      const inverse = 0.5 / curve[i]!;
      const n = (level - base[i]!) * inverse;
      const floor = floors === undefined ? 0 : floors[i]!;
      if (n < floor) sum += floor;
      else if (n > high[i]!) sum += high[i]!;
      else {
        sum += n;
        slope += inverse;
      }
    }
    const error = lots - sum;
    if (Math.abs(error) < tolerance) return { level, slope };
    if (error > 0) below = level;
    else above = level;
    if (above - below < 0.5) return { level, slope };
    const step = slope > 0 ? level + error / slope : NaN;
    if (step > below && step < above) level = step;
    else if (Number.isFinite(above - below)) level = (below + above) / 2;
    else {
      // No row moves at this level, and one side is still open: feel for it in growing steps.
      level += error > 0 ? reach : -reach;
      reach *= 4;
      if (reach > 2 ** 60) return { level, slope };
    }
  }
  return { level, slope };
}

function levelRange({ size, curve, base, high }: SplitCore, stride: number): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < size; i += stride) {
    least = Math.min(least, base[i]!);
    most = Math.max(most, base[i]! + 2 * curve[i]! * high[i]!);
  }
  return [least - 1, most + 1];
}

interface Lot {
  key: number;
  row: number;
}

/** Lots just above (width > 0) or just below (width < 0) what is taken, with keys up to `width` away from the level. */
function collect(
  core: SplitCore,
  taken: Int32Array,
  level: number,
  width: number,
  floors: Int32Array | undefined,
): Lot[] {
  const lots: Lot[] = [];
  for (let row = 0; row < core.size; row++) {
    if (width > 0) {
      for (let n = taken[row]! + 1; n <= core.high[row]!; n++) {
        const key = lotKey(core, row, n);
        if (key > level + width) break;
        lots.push({ key, row });
      }
    } else {
      for (let n = taken[row]!; n > (floors?.[row] ?? 0); n--) {
        const key = lotKey(core, row, n);
        if (key < level + width) break;
        lots.push({ key, row });
      }
    }
  }
  return lots;
}

/** Optimal exactly when no taken lot is dearer than an untaken one; integers, so the comparison is exact. */
export function certifyWater(core: SplitCore, lots: Int32Array, floors?: Int32Array): boolean {
  let dearestTaken = -Infinity;
  let cheapestLeft = Infinity;
  for (let i = 0; i < core.size; i++) {
    const n = lots[i]!;
    if (n > (floors?.[i] ?? 0)) dearestTaken = Math.max(dearestTaken, lotKey(core, i, n));
    if (n < core.high[i]!) cheapestLeft = Math.min(cheapestLeft, lotKey(core, i, n + 1));
  }
  return dearestTaken <= cheapestLeft;
}
