import type { SplitCore } from './core.js';
import { gainAt, type Dual } from './dual.js';

/** One way to use a stage: `places` of its rows take `lots` together, `regret` above the bound. */
export interface StageOption {
  lots: number;
  places: number;
  regret: number;
}

/**
 * Rows that may or may not take part, identical rows together: among them only how many take part matters, and the
 * lots are spread evenly (identical facilities never differ by more than one lot).
 */
export interface Stage {
  rows: number[];
  /** Regret of leaving every row out. */
  outRegret: number;
  /** Ways to take some in, cheapest first; all below the bound they were made for. */
  options: StageOption[];
  maxLots: number;
}

/** `maxPlaces` null = places need no counting. Null when there would be more than `maxOptions`. */
export function makeStages(
  core: SplitCore,
  dual: Dual,
  rows: readonly number[],
  below: number,
  maxPlaces: number | null,
  maxOptions: number,
): Stage[] | null {
  const classes = new Map<string, number[]>();
  for (const i of rows) {
    const key = `${core.curve[i]!},${core.base[i]!},${core.fixed[i]!},${core.low[i]!},${core.high[i]!}`;
    const members = classes.get(key);
    if (members) members.push(i);
    else classes.set(key, [i]);
  }
  const stages: Stage[] = [];
  let budget = maxOptions;
  for (const members of classes.values()) {
    const stage = makeStage(core, dual, members, below, maxPlaces, budget);
    if (stage === null) return null;
    budget -= stage.options.length;
    stages.push(stage);
  }
  const flip = (stage: Stage): number => Math.abs(dual.pull[stage.rows[0]!]!);
  return stages.sort(
    (a, b) =>
      Number(a.options.length > 4096) - Number(b.options.length > 4096) || flip(a) - flip(b) || a.rows[0]! - b.rows[0]!,
  );
}

function makeStage(
  core: SplitCore,
  dual: Dual,
  rows: number[],
  below: number,
  maxPlaces: number | null,
  budget: number,
): Stage | null {
  const first = rows[0]!;
  const pull = dual.pull[first]!;
  const out = Math.max(0, pull);
  const enter = Math.max(0, -pull);
  const options: StageOption[] = [];
  for (let places = 1; places <= Math.min(rows.length, maxPlaces ?? Infinity); places++) {
    const settled = (rows.length - places) * out + places * enter;
    if (settled >= below) continue;
    const wished = places * dual.wish[first]!;
    for (const direction of [1, -1]) {
      const last = places * (direction > 0 ? core.high[first]! : core.low[first]!);
      for (let lots = direction > 0 ? wished : wished - 1; direction * (last - lots) >= 0; lots += direction) {
        const regret = settled + spreadRegret(core, dual, first, places, lots);
        if (regret >= below) break;
        options.push({ lots, places, regret });
        if (options.length > budget) return null;
      }
    }
  }
  options.sort((a, b) => a.regret - b.regret || a.lots - b.lots || a.places - b.places);
  const kept = maxPlaces === null ? cheapestPerTotal(options) : options;
  const maxLots = kept.reduce((most, option) => Math.max(most, option.lots), 0);
  return { rows, outRegret: rows.length * out, options: kept, maxLots };
}

function spreadRegret(core: SplitCore, dual: Dual, row: number, places: number, lots: number): number {
  const each = Math.floor(lots / places);
  const more = lots - each * places;
  return (
    (places - more) * ownRegret(core, dual, row, each) + (more > 0 ? more * ownRegret(core, dual, row, each + 1) : 0)
  );
}

const ownRegret = (core: SplitCore, dual: Dual, row: number, n: number): number =>
  gainAt(core, row, dual.price, dual.wish[row]!) - gainAt(core, row, dual.price, n);

function cheapestPerTotal(sorted: readonly StageOption[]): StageOption[] {
  const seen = new Set<number>();
  return sorted.filter((option) => !seen.has(option.lots) && Boolean(seen.add(option.lots)));
}

/** Writes an option of the stage into `lots`: rows that win ties go first and carry the odd lots. */
export function applyOption(stage: Stage, option: StageOption, lots: Int32Array): void {
  const each = Math.floor(option.lots / option.places);
  const more = option.lots - each * option.places;
  for (let k = 0; k < option.places; k++) lots[stage.rows[k]!] = each + (k < more ? 1 : 0);
}
