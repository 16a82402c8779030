import { lotKey, type SplitCore } from './core.js';
import { LotList } from './lot-list.js';

export interface Water {
  lots: Int32Array;
  /** Key of the dearest lot taken; −Infinity when there is none. */
  level: number;
}

/**
 * Σ n = lots at least cost when nothing but ceilings holds (no minimum lots, no limit, no fixed costs; every curve > 0):
 * take the cheapest lots first. Expected O(N): a level is guessed from a few rows and improved over all rows as if lots
 * could be cut; all lots with a key up to a little below it are taken, and the few that are still missing are picked by
 * (key, row). Exact whatever the guess: no lot taken is above the level, and all those picked from are. Ties: a level takes
 * every lot at its key, and of those picked earlier rows win.
 *
 * `lots` must lie between 0 and Σ high. Certificate: see `certifyWater`.
 */
export function waterFill(core: SplitCore, lots: number): Water {
  if (taken.length < core.size) taken = new Int32Array(core.size);
  const guess = guessLevel(core, lots);
  let level = Math.max(-MAX_LEVEL, Math.min(MAX_LEVEL, Math.round(guess.level)));
  let missing = -1;
  for (let margin = lotsLeft(core.size); missing < 0; margin *= 4) {
    level = Math.floor(level - Math.max(1, margin / (guess.slope || 1)));
    missing = lots - takeAt(core, level);
  }
  const dearest = missing === 0 ? dearestKey(core) : takeMore(core, level, missing, guess.slope);
  const answer = { lots: taken.slice(0, core.size), level: dearest };
  if (core.size > MAX_KEPT) taken = new Int32Array(0);
  return answer;
}

/** Working memory that is used again: to allocate it would be a quarter of the time at 1,000 rows. */
let taken = new Int32Array(0);
const near = new LotList();
/** All keys lie inside, and up to here all quotients are exact. */
const MAX_LEVEL = 2 ** 51;
/** What very large lines needed is not kept. */
const MAX_KEPT = 2 ** 17;

interface Guess {
  level: number;
  /** Lots more per step of the level; 0 = not known. */
  slope: number;
}

/** Rows read for the first guess: at least so many, and one in so many. An odd distance sees alternating rows. */
const SAMPLE_ROWS = 128;
const SAMPLE_DISTANCE = 15;
/** Part of the lots that a guess from the sample may be wrong by. */
const SAMPLE_ERROR = 1 / 64;
/**
 * Lots that are left to be picked one by one: somewhat more than the rounding of all rows together can be off by (about
 * √(N/12)), so that a second try is rare. The guess may be wrong by half of that.
 */
const lotsLeft = (size: number): number => 8 + Math.sqrt(size);
/** Every so many steps of the secant the bracket is halved, whatever the secant says. */
const SECANTS = 6;
const MAX_ROUNDS = 200;

/** A level at which about `lots` lots are taken. How good it is decides about time only. */
function guessLevel(core: SplitCore, lots: number): Guess {
  const stride = Math.min(SAMPLE_DISTANCE, Math.floor(core.size / SAMPLE_ROWS)) | 1;
  if (stride === 1) return improve(core, 1, openLevel(core, 1, lots), lots, 1);
  const part = lots / stride;
  const guess = improve(core, stride, openLevel(core, stride, part), part, part * SAMPLE_ERROR);
  return improve(core, 1, { ...guess, slope: guess.slope * stride }, lots, lotsLeft(core.size) / 2);
}

/** The level if no row were empty or full. */
function openLevel({ size, curve, base }: SplitCore, stride: number, lots: number): Guess {
  let slope = 0;
  let atZero = 0;
  for (let i = 0; i < size; i += stride) {
    const inverse = 0.5 / curve[i]!;
    slope += inverse;
    atZero += base[i]! * inverse;
  }
  return { level: slope > 0 ? (lots + atZero) / slope : 0, slope };
}

/** The secant through the last two levels, kept honest by halving; while a side is open it is felt for in growing steps. */
function improve(core: SplitCore, stride: number, guess: Guess, lots: number, tolerance: number): Guess {
  let { level, slope } = guess;
  let below = -Infinity;
  let above = Infinity;
  let reach = Math.max(1, Math.abs(level) / 64);
  let missing = lots - cutLotsAt(core, stride, level);
  for (let round = 1, error = Infinity; round < MAX_ROUNDS && error > tolerance; round++) {
    if (missing > 0) below = level;
    else above = level;
    if (above - below < 1) break;
    let next = slope > 0 && round % SECANTS > 0 ? level + missing / slope : NaN;
    if (!(next > below && next < above)) {
      next = above - below < Infinity ? (below + above) / 2 : level + Math.sign(missing) * reach;
      reach *= 4;
    }
    const left = lots - cutLotsAt(core, stride, next);
    slope = Math.max(0, (missing - left) / (next - level));
    // What the next step of a secant leaves is about the product of both errors.
    error = Math.abs(left) * Math.min(1, Math.abs(left / missing));
    level = next;
    missing = left;
  }
  return slope > 0 ? { level: level + missing / slope, slope } : { level, slope };
}

/**
 * Σ clamp((level − base)/(2 curve), 0, high) over every `stride`-th row. Written without branches: which rows are empty or
 * full is as good as random, and a processor that guesses wrong waits longer than all of this takes.
 */
function cutLotsAt({ size, curve, base, high }: SplitCore, stride: number, level: number): number {
  let sum = 0;
  let room = 0;
  for (let i = 0; i < size; i += stride) {
    const twice = (level - base[i]!) / curve[i]!;
    const four = twice + Math.abs(twice);
    const most = 4 * high[i]!;
    sum += four - Math.abs(four - most);
    room += most;
  }
  return (sum + room) / 8;
}

/** All lots with a key up to the level, a whole number, into `taken`; answers how many. Exact, and without branches, too. */
function takeAt({ size, curve, base, high }: SplitCore, level: number): number {
  const into = taken;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const most = high[i]!;
    const step = curve[i]!;
    const wished = Math.floor((level - base[i]! + step) / (step + step));
    const twice = wished + most - Math.abs(wished - most);
    const n = (twice + Math.abs(twice)) / 4;
    into[i] = n;
    sum += n;
  }
  return sum;
}

/** Takes the missing lots above the level, cheapest first, earlier rows first. Answers the key of the dearest. */
function takeMore(core: SplitCore, level: number, missing: number, slope: number): number {
  let width = Math.max(1, (2 * missing + 8) / (slope || 1));
  collect(core, level + width);
  while (near.count < missing) collect(core, level + (width *= 4));
  const { count, rows, keys } = near;
  const dearest = near.kthKey(missing);
  let atDearest = missing;
  for (let k = 0; k < count; k++) if (keys[k]! < dearest) atDearest--;
  for (let k = 0; k < count; k++) {
    if (keys[k]! < dearest || (keys[k] === dearest && atDearest-- > 0)) taken[rows[k]!]!++;
  }
  return dearest;
}

/** Puts the lots not taken with a key up to `highest` into `near`, in the order of rows. */
function collect({ size, curve, base, high }: SplitCore, highest: number): void {
  const from = taken;
  near.count = 0;
  for (let row = 0; row < size; row++) {
    const step = 2 * curve[row]!;
    let n = from[row]!;
    let key = base[row]! + step * n + curve[row]!;
    for (; key <= highest && n < high[row]!; n++, key += step) near.add(row, key);
  }
}

function dearestKey({ size, curve, base }: SplitCore): number {
  const from = taken;
  let dearest = -Infinity;
  for (let i = 0; i < size; i++) {
    const n = from[i]!;
    const key = curve[i]! * (2 * n - 1) + base[i]!;
    if (key > dearest && n > 0) dearest = key;
  }
  return dearest;
}

/** Optimal exactly when no taken lot is dearer than an untaken one; integers, so the comparison is exact. */
export function certifyWater(core: SplitCore, lots: Int32Array): boolean {
  let dearestTaken = -Infinity;
  let cheapestLeft = Infinity;
  for (let i = 0; i < core.size; i++) {
    const n = lots[i]!;
    if (n > 0) dearestTaken = Math.max(dearestTaken, lotKey(core, i, n));
    if (n < core.high[i]!) cheapestLeft = Math.min(cheapestLeft, lotKey(core, i, n + 1));
  }
  return dearestTaken <= cheapestLeft;
}
