import { lotKey, type SplitCore } from './core.js';
import { searchCore, type CoreSearch } from './core-search.js';
import { gainAt, solveDual, type Dual } from './dual.js';
import { fillRows } from './fill-rows.js';
import { largestReachable } from './reachable.js';
import { kthLargest } from './select.js';
import type { Solution, SolveControl } from './solution.js';

const FIRST_CORE = 8;
const FLIPS_KEPT = 4096;
/** Unproven searches that often find the optimum or nearly it: few ways per stage, or few states. */
const NARROW = [
  { beam: Infinity, optionsPerStage: 1 },
  { beam: Infinity, optionsPerStage: 3 },
  { beam: 256, optionsPerStage: 16 },
];
/** When the exact search was cut off after all. */
const WIDER = [{ beam: 1024, optionsPerStage: Infinity }];
const NARROW_LEVELS = 6;
/** Parts of the effort limit that narrow searches may use: with a split in hand, and without one. */
const NARROW_EFFORT = 0.25;
const NARROW_EFFORT_WITHOUT = 0.06;
/** After a level with so many states the next one is dear: first look for a split that shows how high it must be. */
const DEEP = 5_000;
/** How much each level lies above the last one. */
const GROWTH = 4;
const DEEP_GROWTH = 2;
/** A split within so many times the excluded level is proved in one go. */
const NEAR = 16;

type Width = Pick<CoreSearch, 'beam' | 'optionsPerStage'>;

const EVERYTHING: Width = { beam: Infinity, optionsPerStage: Infinity };

interface Incumbent {
  lots: Int32Array;
  regret: number;
}

interface Progress {
  best: Incumbent | null;
  /** No split has a regret below this, proven. */
  excluded: number;
}

const isProven = ({ best, excluded }: Progress): boolean => best !== null && best.regret <= excluded;

/**
 * Minimum lots, a limit of facilities, fixed costs: the Lagrangian bound, then all splits whose regret is below a
 * rising level, until the best one found is below the level: it is then optimal. When the effort runs out the answer
 * is the best split known and the level up to which better ones are excluded.
 */
export function solveHard(given: SplitCore, lots: number, limit: number, control: SolveControl): Solution {
  const core = { ...given, high: new Int32Array(given.size) };
  const rows = new Int32Array(given.size);
  let count = 0;
  for (let i = 0; i < given.size; i++) {
    const isUsable = given.high[i]! >= given.low[i]! && given.low[i]! <= lots;
    core.high[i] = isUsable ? Math.min(given.high[i]!, lots) : 0;
    if (isUsable) rows[count++] = i;
  }
  const hard = new HardSplit(core, rows.subarray(0, count), limit, control);
  return hard.solve(lots);
}

class HardSplit {
  private effort = 0;

  constructor(
    private readonly core: SplitCore,
    private readonly rows: Int32Array,
    private readonly limit: number,
    private readonly control: SolveControl,
  ) {}

  solve(lots: number): Solution {
    const most = this.maxLots();
    if (most <= lots) return this.allFull(most);
    const attempt = this.search(lots, null);
    if (attempt !== null) return attempt;
    const reachable = largestReachable(this.core, [...this.rows], lots, this.limit);
    const answer = this.search(reachable.placed, reachable.lots)!;
    return { ...answer, isPlacedProven: reachable.isProven || reachable.placed === lots };
  }

  /** Sum of the largest capacities that the limit admits. */
  private maxLots(): number {
    const highs = this.highs();
    const count = Math.min(highs.length, this.limit);
    if (count > 0 && count < highs.length) kthLargest(highs, highs.length, count);
    let sum = 0;
    for (let k = 0; k < count; k++) sum += highs[k]!;
    return sum;
  }

  private highs(): Float64Array {
    const highs = new Float64Array(this.rows.length);
    for (let k = 0; k < highs.length; k++) highs[k] = this.core.high[this.rows[k]!]!;
    return highs;
  }

  /** Everything that the limit admits is full; only among equal capacities is there a choice, by cost. */
  private allFull(most: number): Solution {
    const { core, rows } = this;
    const lots = new Int32Array(core.size);
    const highs = this.highs();
    const count = Math.min(highs.length, this.limit);
    const cut = count > 0 ? kthLargest(highs, highs.length, count) : Infinity;
    const tied: number[] = [];
    let places = count;
    let price = 0;
    const take = (i: number): void => {
      lots[i] = core.high[i]!;
      price = Math.max(price, -gainAt(core, i, 0, lots[i]) / lots[i]);
      places--;
    };
    for (const i of rows) {
      if (core.high[i]! > cut) take(i);
      else if (core.high[i] === cut) tied.push(i);
    }
    if (tied.length > places) tied.sort((a, b) => gainAt(core, b, 0, cut) - gainAt(core, a, 0, cut) || a - b);
    for (const i of tied.slice(0, places)) take(i);
    return this.toSolution(most, { lots, regret: 0 }, this.settledPrice(lots) ?? price, 0, 0);
  }

  /** Null when nothing was found at the first levels and it is not known whether `lots` can be placed. */
  private search(lots: number, known: Int32Array | null): Solution | null {
    const { core, limit } = this;
    if (lots === 0) return this.toSolution(0, { lots: new Int32Array(core.size), regret: 0 }, 0, 0, 0);
    const dual = solveDual(core, lots, limit);
    const first = this.fromBase(dual, lots);
    const best = known === null ? first : this.better(first, this.fromRows(dual, lots, known));
    const progress: Progress = { best, excluded: 0 };
    this.searchByLevel(dual, lots, progress);
    if (progress.best === null) return null;
    const price = this.settledPrice(progress.best.lots) ?? dual.price;
    const gap = Math.max(0, progress.best.regret - progress.excluded);
    return this.toSolution(lots, progress.best, price, dual.placePrice, gap);
  }

  /**
   * Exact searches at rising levels until the best split found is below the level. Before they become dear, narrow
   * searches look for a split that shows how high the last level must be.
   */
  private searchByLevel(dual: Dual, lots: number, progress: Progress): void {
    const { effortLimit } = this.control;
    const flips = this.smallestFlips(dual);
    let isDeep = false;
    // The narrow searches have an allowance of their own, so that the proof does not depend on their luck.
    let spent = 0;
    for (let count = FIRST_CORE; !isProven(progress); count *= 2) {
      const flip = flips[Math.min(count, flips.length) - 1] ?? 0;
      const level = Math.max(1, progress.excluded * (isDeep ? DEEP_GROWTH : GROWTH), flip + 1);
      const best = progress.best?.regret ?? Infinity;
      const isNear = isDeep && best <= progress.excluded * NEAR;
      const before = this.effort;
      const isExact = this.run(dual, lots, isNear ? best : level, EVERYTHING, effortLimit - spent, progress);
      if (!isExact) break;
      spent += this.effort - before;
      if (progress.best === null && count >= 4 * FIRST_CORE) return;
      if (isDeep || this.effort - before < DEEP) continue;
      isDeep = true;
      this.narrow(dual, lots, NARROW, progress);
      if (progress.best === null) return;
    }
    if (!isProven(progress)) {
      const before = progress.best?.regret ?? Infinity;
      this.narrow(dual, lots, isDeep ? WIDER : [...NARROW, ...WIDER], progress);
      // With a better split in hand fewer states are worth keeping: one more exact search.
      if (progress.best !== null && progress.best.regret < before && !isProven(progress)) {
        this.run(dual, lots, progress.best.regret, EVERYTHING, effortLimit / 2, progress);
      }
    }
  }

  /** One search below a level; answers whether it was exact. */
  private run(dual: Dual, lots: number, level: number, width: Width, effortLimit: number, progress: Progress): boolean {
    const { core, limit, control } = this;
    const below = Math.min(level, progress.best?.regret ?? Infinity);
    const answer = searchCore({ core, dual, lots, limit, below, ...width, effortLimit, isTimeUp: control.isTimeUp });
    this.effort += answer.effort;
    if (answer.found !== null) progress.best = answer.found;
    if (answer.isExact) progress.excluded = answer.found?.regret ?? below;
    return answer.isExact;
  }

  /** The rows that belong in at the price, with the missing or surplus lots spread over them. */
  private fromBase(dual: Dual, lots: number): Incumbent | null {
    const rows: number[] = [];
    for (const i of this.rows) if (dual.pull[i]! > 0) rows.push(i);
    const filled = fillRows(this.core, rows, lots);
    return filled === null ? null : { lots: filled, regret: this.regretOf(dual, filled) };
  }

  private fromRows(dual: Dual, lots: number, known: Int32Array): Incumbent | null {
    const filled = fillRows(
      this.core,
      [...this.rows].filter((i) => known[i]! > 0),
      lots,
    );
    return filled === null ? null : { lots: filled, regret: this.regretOf(dual, filled) };
  }

  private better(a: Incumbent | null, b: Incumbent | null): Incumbent | null {
    return a === null || (b !== null && b.regret < a.regret) ? b : a;
  }

  private regretOf(dual: Dual, lots: Int32Array): number {
    let regret = 0;
    let places = 0;
    for (const i of this.rows) {
      const n = lots[i]!;
      const best = Math.max(0, dual.pull[i]!);
      regret += n === 0 ? best : best - (gainAt(this.core, i, dual.price, n) - dual.placePrice);
      if (n > 0) places++;
    }
    return dual.placePrice > 0 ? regret + dual.placePrice * (this.limit - places) : regret;
  }

  /** Cost of changing a row's mind, for the rows where it is smallest, ascending. */
  private smallestFlips(dual: Dual): Float64Array {
    const flips = new Float64Array(this.rows.length);
    for (let k = 0; k < flips.length; k++) flips[k] = -Math.abs(dual.pull[this.rows[k]!]!);
    const kept = Math.min(FLIPS_KEPT, flips.length);
    if (kept < flips.length) kthLargest(flips, flips.length, kept);
    return flips
      .subarray(0, kept)
      .map((flip) => -flip)
      .sort();
  }

  /** Narrow searches: at rising levels until one finds a split, then below the best split. */
  private narrow(dual: Dual, lots: number, widths: readonly Width[], progress: Progress): void {
    // Without any split in hand it is perhaps not even possible to place so many: only a short look then.
    const end =
      this.effort + this.control.effortLimit * (progress.best === null ? NARROW_EFFORT_WITHOUT : NARROW_EFFORT);
    let isFound = false;
    for (const width of widths) {
      let level = Math.max(16, progress.excluded * 2);
      for (let k = 0; k < NARROW_LEVELS && this.effort < end && !isProven(progress); k++, level *= 4) {
        const most = progress.best?.regret ?? Infinity;
        this.run(dual, lots, isFound ? most : level, width, end - this.effort, progress);
        if ((progress.best?.regret ?? Infinity) < most) isFound = true;
        if (isFound || level >= most || this.control.isTimeUp()) break;
      }
    }
  }

  /** Key of the dearest lot taken above a minimum: the level that the split really reached. */
  private settledPrice(lots: Int32Array): number | null {
    let price = -Infinity;
    for (const i of this.rows) {
      const n = lots[i]!;
      if (n > this.core.low[i]!) price = Math.max(price, lotKey(this.core, i, n));
    }
    return price > -Infinity ? price : null;
  }

  private toSolution(placed: number, best: Incumbent, price: number, limitPrice: number, gap: number): Solution {
    return {
      placed,
      lots: best.lots,
      price,
      limitPrice,
      status: gap > 0 ? 'WITHIN' : 'OPTIMAL',
      gap,
      isPlacedProven: true,
      effort: this.effort,
    };
  }
}
