import { lotKey, type SplitCore } from './core.js';
import { searchCore, type CoreAnswer, type CoreSearch } from './core-search.js';
import { gainAt, solveDual, type Dual } from './dual.js';
import { fillRows } from './fill-rows.js';
import { largestReachable } from './reachable.js';
import { kthLargest } from './select.js';
import type { Solution, SolveControl } from './solution.js';

const FIRST_CORE = 8;
const FLIPS_KEPT = 4096;
/** Unproven searches that often find the optimum or nearly it: few ways per stage, or few states. */
const HEURISTICS = [
  { beam: Infinity, optionsPerStage: 1 },
  { beam: 1024, optionsPerStage: Infinity },
  { beam: Infinity, optionsPerStage: 3 },
];
const HEURISTIC_LEVELS = 6;

type Width = Pick<CoreSearch, 'beam' | 'optionsPerStage'>;

const EVERYTHING: Width = { beam: Infinity, optionsPerStage: Infinity };

interface Incumbent {
  lots: Int32Array;
  regret: number;
}

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
    const most = this.mostLots();
    if (most <= lots) return this.allFull(most);
    const attempt = this.search(lots, null);
    if (attempt !== null) return attempt;
    const reachable = largestReachable(this.core, [...this.rows], lots, this.limit);
    const answer = this.search(reachable.placed, reachable.lots)!;
    return { ...answer, isPlacedProven: reachable.isProven || reachable.placed === lots };
  }

  /** Sum of the largest capacities that the limit admits. */
  private mostLots(): number {
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
    return this.toSolution(most, { lots, regret: 0 }, price, 0, 0);
  }

  /** Null when nothing was found at the first levels and it is not known whether `lots` can be placed. */
  private search(lots: number, known: Int32Array | null): Solution | null {
    const { core, limit } = this;
    if (lots === 0) return this.toSolution(0, { lots: new Int32Array(core.size), regret: 0 }, 0, 0, 0);
    const dual = solveDual(core, lots, limit);
    let best = this.fromBase(dual, lots);
    if (known !== null) best = this.better(best, this.fromRows(dual, lots, known));
    const flips = this.smallestFlips(dual);
    let excluded = 0;
    for (let count = FIRST_CORE; ; count *= 2) {
      const level = Math.max(1, excluded * 4, (flips[Math.min(count, flips.length) - 1] ?? 0) + 1);
      const below = Math.min(level, best?.regret ?? Infinity);
      if (best !== null && best.regret <= excluded) break;
      const answer = this.run(dual, lots, below, EVERYTHING, this.control.effortLimit - this.effort);
      if (answer.found !== null) best = answer.found;
      if (!answer.isExact) break;
      excluded = answer.found === null ? below : answer.found.regret;
      if (answer.found === null && best === null && count >= 4 * FIRST_CORE) return null;
    }
    if (best === null || best.regret > excluded) {
      best = this.improve(dual, lots, best, excluded);
      // With a better split in hand fewer states are worth keeping: one more exact search.
      if (best !== null && best.regret > excluded) {
        const answer = this.run(dual, lots, best.regret, EVERYTHING, this.control.effortLimit);
        if (answer.found !== null) best = answer.found;
        if (answer.isExact) excluded = best.regret;
      }
    }
    if (best === null) return null;
    const price = this.settledPrice(best.lots) ?? dual.price;
    return this.toSolution(lots, best, price, dual.placePrice, Math.max(0, best.regret - excluded));
  }

  private run(dual: Dual, lots: number, below: number, width: Width, effortLimit: number): CoreAnswer {
    const { core, limit, control } = this;
    const answer = searchCore({ core, dual, lots, limit, below, ...width, effortLimit, isTimeUp: control.isTimeUp });
    this.effort += answer.effort;
    return answer;
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

  /** Narrow searches at rising levels: good splits without proof. */
  private improve(dual: Dual, lots: number, start: Incumbent | null, excluded: number): Incumbent | null {
    let best = start;
    const end = this.effort + this.control.effortLimit / 2;
    for (const width of HEURISTICS) {
      let below = Math.max(16, excluded * 2);
      for (let k = 0; k < HEURISTIC_LEVELS && this.effort < end; k++, below *= 8) {
        const most = best?.regret ?? Infinity;
        const answer = this.run(dual, lots, Math.min(below, most), width, end - this.effort);
        if (answer.found !== null) best = answer.found;
        if (answer.found !== null || below >= most || this.control.isTimeUp()) break;
      }
    }
    return best;
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
