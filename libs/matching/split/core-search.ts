import type { SplitCore } from './core.js';
import type { Dual } from './dual.js';
import { RestBound, stageHull, type StageHull } from './rest-bound.js';
import { applyShift, shiftCosts, type ShiftCosts } from './shift.js';
import { applyOption, makeStages, type Stage } from './stages.js';

export interface CoreSearch {
  core: SplitCore;
  dual: Dual;
  lots: number;
  limit: number;
  /** Only splits whose regret is below this are looked for. */
  below: number;
  /** Most states kept after a stage; Infinity = keep all. The answer is exact when both are Infinity. */
  beam: number;
  /** Only the cheapest ways to use a stage are tried. */
  optionsPerStage: number;
  effortLimit: number;
  isTimeUp: () => boolean;
}

export interface CoreAnswer {
  /** Best split with regret below the bound; null = none found. */
  found: { lots: Int32Array; regret: number } | null;
  /** True when every split below the bound was considered. */
  isExact: boolean;
  effort: number;
}

const MAX_OPTIONS = 3_000_000;
const MAX_CELLS = 24_000_000;
const MAX_SHIFT = 400_000;
/** With fewer stages the bound on the rest costs more than it saves. */
const STAGES_WORTH_BOUNDING = 16;
const BOUNDS = 12;
/** States between two looks at the clock: a few milliseconds. */
const EFFORT_BETWEEN_CHECKS = 200_000;

/**
 * All splits whose total regret is below a bound: a row whose flip alone costs the bound or more is settled; the rows
 * left over (the core) go through a dynamic programme over (lots, places) in which only states below the bound live;
 * what is then missing or too much is shifted among the rows that surely take part, a convex problem.
 */
export function searchCore(search: CoreSearch): CoreAnswer {
  const { core, dual, below } = search;
  const sure: number[] = [];
  const open: number[] = [];
  let sureLots = 0;
  for (let i = 0; i < core.size; i++) {
    const pull = dual.pull[i]!;
    if (Math.abs(pull) < below) open.push(i);
    else if (pull > 0) {
      sure.push(i);
      sureLots += dual.wish[i]!;
    }
  }
  const places = search.limit - sure.length;
  if (places < 0) return { found: null, isExact: true, effort: 0 };
  const counted = places < open.length || dual.placePrice > 0 ? places : null;
  const stages = makeStages(core, dual, open, below, counted, MAX_OPTIONS);
  if (stages === null) return { found: null, isExact: false, effort: MAX_OPTIONS };
  const isThinned = stages.some((stage) => stage.options.length > search.optionsPerStage);
  if (isThinned)
    for (const stage of stages) stage.options.length = Math.min(stage.options.length, search.optionsPerStage);
  const sureRows = Int32Array.from(sure);
  const shift = shiftCosts(core, sureRows, dual.wish, dual.price, below, MAX_SHIFT);
  const table = new StageTable(search, stages, shift, search.lots - sureLots, counted);
  const answer = table.run();
  if (answer === null) return { found: null, isExact: table.isExact && !isThinned, effort: table.effort };
  const lots = new Int32Array(core.size);
  for (const i of sure) lots[i] = dual.wish[i]!;
  applyShift(core, sureRows, dual.wish, dual.price, answer.shift, lots);
  answer.options.forEach((option, k) => {
    if (option >= 0) applyOption(stages[k]!, stages[k]!.options[option]!, lots);
  });
  return { found: { lots, regret: answer.regret }, isExact: table.isExact && !isThinned, effort: table.effort };
}

interface Layer {
  cells: Int32Array;
  parents: Int32Array;
  options: Int32Array;
}

interface TableEnd {
  regret: number;
  shift: number;
  /** Chosen option per stage, −1 = all out. */
  options: number[];
}

class StageTable {
  effort = 0;
  isExact = true;
  private nextCheck = EFFORT_BETWEEN_CHECKS;
  private readonly maxPlaces: number;
  private readonly width: number;
  private readonly maxLots: number;
  private readonly baseLots: number[];
  private readonly hulls: StageHull[];

  constructor(
    private readonly search: CoreSearch,
    private readonly stages: readonly Stage[],
    private readonly shift: ShiftCosts,
    private readonly need: number,
    /** Places left for the stages; null when they cannot run out and none is missed. */
    private readonly places: number | null,
  ) {
    this.maxPlaces = places ?? 0;
    this.width = this.maxPlaces + 1;
    this.maxLots = need + shift.down.length - 1;
    const { wish, pull } = search.dual;
    this.baseLots = stages.map(({ rows }) => (pull[rows[0]!]! > 0 ? rows.length * wish[rows[0]!]! : 0));
    const isWorth = stages.length >= STAGES_WORTH_BOUNDING;
    this.hulls = isWorth ? stages.map((stage, k) => stageHull(stage, this.baseLots[k]!)) : [];
  }

  run(): TableEnd | null {
    if (this.maxLots < 0) return null;
    if ((this.maxLots + 1) * this.width > MAX_CELLS) {
      this.isExact = false;
      return null;
    }
    const layers = this.buildLayers();
    return layers === null ? null : this.readBack(layers.layers, layers.regrets);
  }

  private buildLayers(): { layers: Layer[]; regrets: Float64Array } | null {
    const size = (this.maxLots + 1) * this.width;
    let now = new Float64Array(size).fill(Infinity);
    let next = this.stages.length > 0 ? new Float64Array(size).fill(Infinity) : now;
    const parent = new Int32Array(size);
    const picked = new Int32Array(size);
    const layers: Layer[] = [];
    let cells: Int32Array = Int32Array.of(0);
    now[0] = 0;
    let lotsToCome = this.stages.reduce((sum, stage) => sum + stage.maxLots, 0);
    let placesToCome = this.stages.reduce((sum, stage) => sum + stage.rows.length, 0);
    let wanted = this.need - this.baseLots.reduce((sum, lots) => sum + lots, 0);
    let bound: RestBound | null = null;
    const every = Math.ceil(this.stages.length / BOUNDS);
    for (const [k, stage] of this.stages.entries()) {
      if (this.search.isTimeUp()) return this.giveUp();
      if (this.hulls.length > 0 && k % every === 0) {
        bound = new RestBound(this.hulls.slice(k), this.shift, this.search.below);
      }
      wanted += this.baseLots[k]!;
      lotsToCome -= stage.maxLots;
      placesToCome -= stage.rows.length;
      const touched = this.advance(stage, cells, now, next, parent, picked, lotsToCome, placesToCome, bound, wanted);
      if (touched === null) return this.giveUp();
      for (const cell of cells) now[cell] = Infinity;
      const kept = this.prune(touched, next);
      layers.push({
        cells: kept,
        parents: kept.map((cell) => parent[cell]!),
        options: kept.map((cell) => picked[cell]!),
      });
      [now, next] = [next, now];
      cells = kept;
    }
    return { layers, regrets: Float64Array.from(cells, (cell) => now[cell]!) };
  }

  private giveUp(): null {
    this.isExact = false;
    return null;
  }

  /** One stage: every state stays as it is or takes an option; answers the cells reached, or null at the limit. */
  private advance(
    stage: Stage,
    cells: Int32Array,
    now: Float64Array,
    next: Float64Array,
    parent: Int32Array,
    picked: Int32Array,
    lotsToCome: number,
    placesToCome: number,
    bound: RestBound | null,
    wanted: number,
  ): Int32Array | null {
    const { width, maxLots } = this;
    const { below, effortLimit } = this.search;
    const { options } = stage;
    const isCounted = this.places !== null;
    const minLots = this.need - lotsToCome - (this.shift.up.length - 1);
    const minPlaces = this.minPlaces() - placesToCome;
    const steps = Int32Array.from(options, (option) => option.lots * width + (isCounted ? option.places : 0));
    const lotsOf = Int32Array.from(options, (option) => option.lots);
    const placesOf = Int32Array.from(options, (option) => option.places);
    const regretOf = Float64Array.from(options, (option) => option.regret);
    const byStep = this.lookup(steps, minLots);
    let touched = new Int32Array(Math.max(1024, cells.length * 2));
    let count = 0;
    const reach = (cell: number, regret: number, from: number, option: number): void => {
      if (regret >= next[cell]!) return;
      if (bound !== null && regret + bound.at(wanted - Math.floor(cell / width)) >= below) return;
      if (next[cell] === Infinity) {
        if (count === touched.length) {
          const grown = new Int32Array(count * 2);
          grown.set(touched);
          touched = grown;
        }
        touched[count++] = cell;
      }
      next[cell] = regret;
      parent[cell] = from;
      picked[cell] = option;
    };
    for (let from = 0; from < cells.length; from++) {
      const cell = cells[from]!;
      const regret = now[cell]!;
      const lots = Math.floor(cell / width);
      const used = cell - lots * width;
      if (regret + stage.outRegret < below && lots >= minLots && used >= minPlaces) {
        reach(cell, regret + stage.outRegret, from, -1);
      }
      if (byStep !== null) {
        this.effort += byStep.targets.length;
        for (const target of byStep.targets) {
          const option = byStep.options.get(target - cell);
          if (option === undefined || (isCounted && used + placesOf[option]! > this.maxPlaces)) continue;
          if (regret + regretOf[option]! < below) reach(target, regret + regretOf[option]!, from, option);
        }
      } else {
        let option = 0;
        for (; option < steps.length; option++) {
          const total = regret + regretOf[option]!;
          if (total >= below) break;
          const sum = lots + lotsOf[option]!;
          if (sum < minLots || sum > maxLots) continue;
          if (isCounted) {
            const taken = used + placesOf[option]!;
            if (taken > this.maxPlaces || taken < minPlaces) continue;
          }
          reach(cell + steps[option]!, total, from, option);
        }
        this.effort += option + 1;
      }
      if (this.effort > effortLimit) return null;
      if (this.effort > this.nextCheck) {
        this.nextCheck = this.effort + EFFORT_BETWEEN_CHECKS;
        if (this.search.isTimeUp()) return null;
      }
    }
    return touched.subarray(0, count);
  }

  /** For the last stage: few cells can still be met, so options are looked up by the step that leads there. */
  private lookup(steps: Int32Array, minLots: number): { targets: number[]; options: Map<number, number> } | null {
    const least = Math.max(0, minLots);
    const count = (this.maxLots - least + 1) * this.width;
    if (count <= 0 || count * 4 >= steps.length) return null;
    const options = new Map<number, number>();
    steps.forEach((step, option) => {
      if (!options.has(step)) options.set(step, option);
    });
    return { targets: Array.from({ length: count }, (_, k) => least * this.width + k), options };
  }

  /** Fewest places a finished state may use: every place left free costs its price. */
  private minPlaces(): number {
    if (this.places === null) return 0;
    const { placePrice } = this.search.dual;
    return placePrice > 0 ? this.places - Math.floor(this.search.below / placePrice) : 0;
  }

  private prune(touched: Int32Array, next: Float64Array): Int32Array {
    const { beam } = this.search;
    if (touched.length <= beam) return touched.slice();
    this.isExact = false;
    const sorted = touched.slice().sort((a, b) => next[a]! - next[b]! || a - b);
    for (const cell of sorted.subarray(beam)) next[cell] = Infinity;
    return sorted.slice(0, beam);
  }

  private readBack(layers: readonly Layer[], regrets: Float64Array): TableEnd | null {
    const cells = layers.length > 0 ? layers[layers.length - 1]!.cells : Int32Array.of(0);
    let best = this.search.below;
    let at = -1;
    let shift = 0;
    cells.forEach((cell, k) => {
      const lots = Math.floor(cell / this.width);
      const rest = this.need - lots;
      const moved = rest >= 0 ? this.shift.up[rest] : this.shift.down[-rest];
      if (moved === undefined) return;
      const free = this.places === null ? 0 : this.places - (cell - lots * this.width);
      const regret = regrets[k]! + moved + free * this.search.dual.placePrice;
      if (regret >= best) return;
      best = regret;
      at = k;
      shift = rest;
    });
    if (at < 0) return null;
    const options: number[] = [];
    for (let k = layers.length - 1; k >= 0; k--) {
      options.unshift(layers[k]!.options[at]!);
      at = layers[k]!.parents[at]!;
    }
    return { regret: best, shift, options };
  }
}
