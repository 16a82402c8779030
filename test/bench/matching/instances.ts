import { emptyCore, type SplitCore } from '../../../libs/matching/split/core.js';
import { seeded } from './batch-families.js';

/** One problem: rows in lots, how many lots to place, most rows. */
export interface Instance {
  core: SplitCore;
  lots: number;
  limit: number;
}

export type Family =
  'plain' | 'lots' | 'price' | 'all-or-nothing' | 'near-identical' | 'two classes' | 'weight ∝ minimum';

export interface Shape {
  family: Family;
  size: number;
  lot: number;
  fill: number;
  /** Part of the facilities that may take part; null = no limit. */
  limit: number | null;
}

interface Facility {
  capacity: number;
  minimum: number;
  weight: number;
  balance: number;
}

/** Entitlements as the engine rounds them: one part in 2^20 of the heaviest. */
const PRECISION = 2 ** 20;

/**
 * Capacity lognormal with median 300 and σ 0.8, weight = capacity × U(0.5, 1.5), balance = capacity × U(0, 0.5),
 * minimum lot = capacity × U(0.05, 0.3). The hard families bend these on purpose.
 */
export function makeInstance(shape: Shape, seed: number): Instance {
  const random = seeded(seed * 7919 + shape.size);
  const facilities = Array.from({ length: shape.size }, (_, i) => makeFacility(shape.family, random, i));
  const core = emptyCore(shape.size);
  const heaviest = facilities.reduce((most, facility) => Math.max(most, facility.weight), 0);
  const unit = Math.min(PRECISION * heaviest, 2 ** 50 / largestCost(facilities, shape));
  let capacity = 0;
  facilities.forEach((facility, i) => {
    core.low[i] = shape.family === 'plain' ? 1 : Math.max(1, Math.ceil(facility.minimum / shape.lot));
    core.high[i] = Math.floor(facility.capacity / shape.lot);
    capacity += facility.capacity;
    if (shape.family === 'price') {
      core.base[i] = Math.round((800 + 400 * random()) * shape.lot);
      core.fixed[i] = Math.round((500 + 1500 * random()) * 100);
    } else {
      const rho = Math.round(unit / facility.weight);
      core.curve[i] = rho * shape.lot;
      core.base[i] = 2 * rho * facility.balance;
    }
  });
  const limit = shape.limit === null ? Infinity : Math.ceil(shape.size * shape.limit);
  return { core, lots: Math.max(1, Math.floor((capacity * shape.fill) / shape.lot)), limit };
}

function makeFacility(family: Family, random: () => number, i: number): Facility {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const capacity = Math.max(1, Math.round(Math.exp(Math.log(300) + 0.8 * normal)));
  const minimum = Math.max(1, Math.round(capacity * (0.05 + 0.25 * random())));
  const weight = Math.max(1, Math.round(capacity * (0.5 + random())));
  const balance = Math.round(capacity * 0.5 * random());
  const near = (value: number): number => value + Math.floor(7 * random()) - 3;
  switch (family) {
    case 'all-or-nothing':
      return { capacity, minimum: capacity, weight, balance };
    case 'near-identical':
      return { capacity: near(300), minimum: near(150), weight: near(300), balance: Math.floor(5 * random()) };
    case 'two classes':
      return i % 2 === 0
        ? { capacity: 300, minimum: 150, weight: 300, balance: 0 }
        : { capacity: 200, minimum: 100, weight: 200, balance: 0 };
    case 'weight ∝ minimum':
      return { capacity, minimum: Math.ceil(capacity / 2), weight: Math.ceil(capacity / 2), balance: 0 };
    default:
      return { capacity, minimum, weight, balance };
  }
}

function largestCost(facilities: readonly Facility[], shape: Shape): number {
  return facilities.reduce((most, { capacity, weight, balance }) => {
    const lots = Math.max(1, Math.floor(capacity / shape.lot));
    return Math.max(most, ((2 * shape.lot * lots + 2 * balance) * lots) / weight);
  }, 1);
}
