import { MatchingError } from '../snapshot/errors.js';
import { compareText } from '../snapshot/snapshot.js';
import { emptyCore, type SplitCore } from './core.js';
import { tieNumbers } from './tie.js';
import type { SplitCandidate, SplitSnapshot } from '../snapshot/types.js';

/** Costs stay below this, so that sums of a few of them and all quotients are exact in a double. */
const LARGEST = 2 ** 50;
/** Entitlements are rounded to one part in at least this many, or it is told how far from the fairest split that may lead. */
const MIN_PRECISION = 2 ** 10;
const USUAL_PRECISION = 2 ** 20;
/** Coarser would mean nothing. */
const COARSEST = 2 ** 4;

export interface SplitModel {
  snapshot: SplitSnapshot;
  /** Candidates behind the rows of `core`: eligible and not pinned. */
  free: SplitCandidate[];
  core: SplitCore;
  /** Lots and facilities left after the pins. */
  lots: number;
  limit: number;
  pinnedUnits: number;
  pinnedCount: number;
  /** Measure per person behind a lot key of the core; null when units weigh differently and no common level exists. */
  ratioOf: ((price: number) => number) | null;
  /**
   * 0 where entitlements are precise enough to be called exact. Else what the optimum by the rounded ones may lie above the
   * optimum, as a part of it; null when that is not known.
   */
  roundingGap: number | null;
}

/** Rounds the snapshot to integers. Throws SPLIT.NUMBERS_TOO_LARGE when they would mean nothing. */
export function buildModel(snapshot: SplitSnapshot): SplitModel {
  const pinned = snapshot.candidates.filter((candidate) => isPinned(candidate));
  const free = inTieOrder(snapshot);
  const pinnedUnits = pinned.reduce((sum, candidate) => sum + (candidate.pinnedUnits ?? 0), 0);
  const pinnedCount = pinned.filter((candidate) => (candidate.pinnedUnits ?? 0) > 0).length;
  const limit = snapshot.maxFacilities === null ? Infinity : Math.max(0, snapshot.maxFacilities - pinnedCount);
  const core = emptyCore(free.length);
  const lot = snapshot.lotSize;
  free.forEach((candidate, i) => {
    core.low[i] = Math.max(1, Math.ceil(candidate.minimumLot / lot));
    core.high[i] = Math.min(2 ** 30, Math.floor(candidate.capacityUnits / lot));
  });
  const isPlain = limit >= free.length && free.every((candidate, i) => core.low[i] === 1 && !candidate.burden);
  const lots = Math.floor((snapshot.quantity - pinnedUnits) / lot);
  return {
    snapshot,
    free,
    core,
    lots,
    limit,
    pinnedUnits,
    pinnedCount,
    ...fillCosts(snapshot, free, core, isPlain, lots),
  };
}

export const isPinned = (candidate: SplitCandidate): boolean =>
  candidate.pinnedUnits !== undefined && candidate.pinnedUnits !== null;

/** Ties: the rule's own (Jefferson to the larger weight, Adams to the smaller), then the lottery, then the id. */
function inTieOrder(snapshot: SplitSnapshot): SplitCandidate[] {
  const free = snapshot.candidates.filter((candidate) => !candidate.ineligible && !isPinned(candidate));
  const numbers = tieNumbers(
    snapshot.orderKey,
    free.map((candidate) => candidate.facilityId),
  );
  const byLottery = (a: number, b: number): number =>
    numbers[a]! - numbers[b]! || compareText(free[a]!.facilityId, free[b]!.facilityId);
  const order = free.map((_, i) => i);
  if (snapshot.rule === 'WEBSTER') order.sort(byLottery);
  else {
    const direction = snapshot.rule === 'JEFFERSON' ? -1 : 1;
    order.sort((a, b) => direction * (free[a]!.weight - free[b]!.weight) || byLottery(a, b));
  }
  return order.map((i) => free[i]!);
}

/**
 * With load(n) = (a + s·n)/w, s the measure of one lot, ρ = S/w:
 *   Webster    Σ ρ [(a + s n)² − a²]       curve ρs², base 2ρas    (÷ s when all s are equal)
 *   Jefferson  n-th lot costs 2ρ(a + s n)        curve ρs,  base ρ(2a + s)
 *   Adams      n-th lot costs 2ρ(a + s (n − 1))  curve ρs,  base ρ(2a − s)
 * S is the least common multiple of the weights where it fits (ρ is then exact), else large enough that ρ is rounded
 * by less than one part in 2^20 where the numbers allow, and one in 2^10 at worst. Where even that does not fit, only the lots
 * that there are to place count, not all that a row could take; at last ρ is as precise as it can be, and the gap says so.
 */
function fillCosts(
  snapshot: SplitSnapshot,
  free: readonly SplitCandidate[],
  core: SplitCore,
  isPlain: boolean,
  lots: number,
): Pick<SplitModel, 'ratioOf' | 'roundingGap'> {
  if (free.length === 0) return { ratioOf: null, roundingGap: 0 };
  const isSameMeasure = free.every((candidate) => candidate.measurePerUnit === free[0]!.measurePerUnit);
  const isSquare = snapshot.rule === 'WEBSTER' && !isSameMeasure;
  const delta = snapshot.rule === 'JEFFERSON' ? 1 : snapshot.rule === 'ADAMS' ? -1 : 0;
  const heaviest = free.reduce((most, candidate) => Math.max(most, candidate.weight), 0);
  const exact = wholeNumbers(free, snapshot.lotSize);
  const fit = (maxLots: number, precision: number): Measures | null =>
    fitMeasures(free, exact, isSameMeasure, precision * heaviest, (step, balance, i) => {
      const n = Math.max(1, Math.min(maxLots, core.high[i]!));
      const key = step * 2 * (n + 1) + 2 * Math.abs(balance);
      return ((isSquare ? key * step : key) * (isPlain ? 1 : n)) / free[i]!.weight;
    });
  const precise = fit(Infinity, MIN_PRECISION) ?? fit(lots, MIN_PRECISION);
  const measures = precise ?? fit(lots, COARSEST);
  if (measures === null) throw new MatchingError('SPLIT.NUMBERS_TOO_LARGE', { quantity: snapshot.quantity });
  const { steps, balances, factor, room } = measures;
  const common = commonMultiple(free, room);
  const scale = common ?? Math.min(room, heaviest * USUAL_PRECISION);
  const perMeasure = factor * exact.factor;
  free.forEach((candidate, i) => {
    const rho = Math.round(scale / candidate.weight);
    const step = steps[i]!;
    const times = isSquare ? step : 1;
    core.curve[i] = rho * step * times;
    core.base[i] = rho * times * (2 * balances[i]! + delta * step);
    const burden = (candidate.burden ?? 0) * scale * perMeasure ** 2;
    core.fixed[i] = Math.min(LARGEST, Math.round(isSquare ? burden : burden / step));
  });
  const isBounded = isSameMeasure && balances.every((balance) => balance >= 0);
  return {
    ratioOf: isSquare ? null : (price) => price / (2 * scale * perMeasure),
    roundingGap: precise !== null || common !== null ? 0 : isBounded ? gapOf(heaviest / scale) : null,
  };
}

/**
 * Every ρ is off by at most one part in 2·`parts`⁻¹, no cost is negative: so costs by ρ and by its rounded value are within
 * 1 ± ε of each other, and the best by one is at most (1 + ε)/(1 − ε) times the best by the other. Balances are whole lots.
 */
function gapOf(parts: number): number {
  const epsilon = parts / 2;
  return (1 + epsilon) / (1 - epsilon) - 1;
}

interface Measures {
  steps: number[];
  balances: number[];
  /** What measures were multiplied by. */
  factor: number;
  /** Largest S with which costs are exact. */
  room: number;
}

/** Coarser and coarser measures until costs have room for `minRoom`; null when there is none even at one per lot. */
function fitMeasures(
  free: readonly SplitCandidate[],
  exact: { steps: number[]; balances: number[] },
  isSameMeasure: boolean,
  minRoom: number,
  largestCost: (step: number, balance: number, i: number) => number,
): Measures | null {
  for (let shrink = 1; ; shrink /= 2) {
    const steps = exact.steps.map((step) => Math.max(1, Math.round(step * shrink)));
    // One common step keeps its ratio to the balances exactly; several are rounded each.
    const factor = isSameMeasure ? steps[0]! / exact.steps[0]! : shrink;
    const balances = exact.balances.map((balance) => Math.round(balance * factor));
    const largest = free.reduce((most, _, i) => Math.max(most, largestCost(steps[i]!, balances[i]!, i)), 0);
    const room = LARGEST / largest;
    if (room >= minRoom) return { steps, balances, factor, room };
    if (steps.every((step) => step === 1)) return null;
  }
}

/** Measures as integers (thousandths when they are not whole), divided by what they all share. */
function wholeNumbers(
  free: readonly SplitCandidate[],
  lotSize: number,
): { steps: number[]; balances: number[]; factor: number } {
  const isWhole = free.every((c) => Number.isInteger(c.measurePerUnit) && Number.isInteger(c.balance));
  const times = isWhole ? 1 : 1000;
  const steps = free.map((candidate) => Math.max(1, Math.round(candidate.measurePerUnit * times)) * lotSize);
  const balances = free.map((candidate) => Math.round(candidate.balance * times));
  let common = 0;
  for (let i = 0; i < free.length && common !== 1; i++) common = gcd(gcd(common, steps[i]!), Math.abs(balances[i]!));
  const by = common > 1 ? common : 1;
  return { steps: steps.map((step) => step / by), balances: balances.map((b) => b / by), factor: times / by };
}

function commonMultiple(free: readonly SplitCandidate[], most: number): number | null {
  let multiple = 1;
  for (const { weight } of free) {
    if (!Number.isInteger(weight)) return null;
    multiple *= weight / gcd(multiple, weight);
    if (multiple > most) return null;
  }
  return multiple;
}

function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
