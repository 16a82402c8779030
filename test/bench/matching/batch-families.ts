import type { BatchFacility, BatchLine, BatchSnapshot } from '../../../libs/matching/index.js';

/** What makes a batch hard: how many, who may do what, how full, one release date or several. */
export interface BatchFamily {
  name: string;
  lines: number;
  facilities: number;
  periods: number;
  /** Part of the facilities that may do a line. */
  density: number;
  /** Work of all lines against the time of all facilities. */
  load: number;
  /** Lines with a release after the first period. */
  hasReleases?: boolean;
  /** Seconds (and measure) per unit; one value = all lines alike. */
  secondsPerUnit?: readonly number[];
}

/** Other instances than everybody's: `SEED=…`, printed with the machine. */
export const SEED = Number(process.env.SEED ?? 0);

/** Mulberry32: a small seeded generator, so that every run and every machine sees the same instances. */
export function seeded(seed: number): () => number {
  let state = (seed + SEED) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WEIGHTS = [10, 14, 20, 30, 40];

/** Facilities of 10 to 40 persons, some ahead of others this year; line sizes and due periods at random. */
export function makeBatch(family: BatchFamily, seed: number): BatchSnapshot {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const units = family.secondsPerUnit ?? [120];
  const facilities = Array.from({ length: family.facilities }, (_, j): BatchFacility => {
    const weight = WEIGHTS[below(WEIGHTS.length)]!;
    return {
      facilityId: `f${String(j).padStart(6, '0')}`,
      weight,
      balance: weight * 60 * below(12),
      capacitySeconds: Array.from({ length: family.periods }, () => weight * (30 + below(60))),
    };
  });
  const time = facilities.reduce((sum, f) => sum + f.capacitySeconds.reduce((all, seconds) => all + seconds, 0), 0);
  const lines = Array.from({ length: family.lines }, (_, i): BatchLine => {
    const secondsPerUnit = units[below(units.length)]!;
    const work = ((family.load * time) / family.lines) * (0.5 + random());
    const duePeriod = below(family.periods);
    const eligible = facilities.map((_, j) => j).filter(() => random() < family.density);
    return {
      lineId: `l${String(i).padStart(5, '0')}`,
      quantity: Math.round(work / secondsPerUnit),
      lotSize: 1,
      secondsPerUnit,
      measurePerUnit: secondsPerUnit,
      releasePeriod: family.hasReleases ? below(duePeriod + 1) : 0,
      duePeriod,
      eligible: eligible.length > 0 ? eligible : [below(family.facilities)],
    };
  });
  return {
    batchKey: `${family.name}-${seed}`,
    periods: family.periods,
    rule: 'WEBSTER',
    measure: 'MINUTES',
    facilities,
    lines,
  };
}
