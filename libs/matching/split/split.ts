import { byFacilityId, checkSnapshot, ENGINE_VERSION, hashSorted } from '../snapshot/snapshot.js';
import { objectiveOf } from './core.js';
import { buildModel, isPinned, type SplitModel } from './model.js';
import { cheapestWithin } from './price.js';
import { bindingReasons } from './reasons.js';
import type { Solution, SolveControl } from './solution.js';
import { solve } from './solve.js';
import type {
  BindingReason,
  SplitCandidate,
  SplitOptions,
  SplitProof,
  SplitResult,
  SplitShare,
  SplitSnapshot,
} from '../snapshot/types.js';

const USUAL_EFFORT = 18_000_000;

/**
 * Splits one line over the candidates: as much as can be placed, as fairly as can be proved.
 *
 * Pure: the same snapshot gives byte-identical results, in whatever order candidates are listed.
 * Throws SPLIT.INVALID_SNAPSHOT, SPLIT.PINS_EXCEED_QUANTITY, SPLIT.NUMBERS_TOO_LARGE.
 */
export function split(snapshot: SplitSnapshot, options: SplitOptions = {}): SplitResult {
  checkSnapshot(snapshot);
  const model = buildModel(snapshot);
  const control = controlOf(snapshot, options);
  const fair = solve(model.core, model.lots, model.limit, control);
  const tolerance = snapshot.priceTolerance ?? 0;
  if (tolerance === 0) return toResult(model, control, fair);
  const prices = Float64Array.from(model.free, (candidate) => (candidate.unitPriceSen ?? 0) * snapshot.lotSize);
  return toResult(model, control, cheapestWithin(model.core, fair, prices, tolerance, model.limit, control), fair);
}

/**
 * Looks at the clock only at numbered checks. The same work passes the same checks in the same order, so the number of
 * the check at which time was up is enough to repeat the split without a clock.
 */
export interface CountedControl extends SolveControl {
  stoppedAt: () => number | null;
}

export function controlOf(snapshot: SplitSnapshot, { now, stopAt }: SplitOptions): CountedControl {
  const budget = snapshot.timeBudgetMs ?? null;
  const end = now !== undefined && budget !== null && stopAt === undefined ? now() + budget : Infinity;
  let checks = 0;
  let stoppedAt: number | null = null;
  const isTimeUp = (): boolean => {
    checks++;
    if (stoppedAt === null && (checks === stopAt || (end < Infinity && now!() >= end))) stoppedAt = checks;
    return stoppedAt !== null;
  };
  return { effortLimit: snapshot.effortLimit ?? USUAL_EFFORT, isTimeUp, stoppedAt: () => stoppedAt };
}

/** `fair` is the split without price tolerance; reasons are those of the fair split where price changed nothing. */
export function toResult(
  model: SplitModel,
  control: CountedControl,
  solution: Solution,
  fair: Solution = solution,
): SplitResult {
  const { snapshot, core, free } = model;
  const lot = snapshot.lotSize;
  const unlimited = model.limit < core.size ? solve(core, model.lots, Infinity, control) : fair;
  const reasons = bindingReasons(core, fair, unlimited, { lots: model.lots, limit: model.limit });
  const rowOf = new Map<SplitCandidate, number>();
  free.forEach((candidate, row) => rowOf.set(candidate, row));
  const sorted = byFacilityId(snapshot.candidates);
  const shares = sorted.map((candidate): SplitShare => {
    const row = rowOf.get(candidate);
    if (row === undefined) {
      const pinned = isPinned(candidate) ? (candidate.pinnedUnits ?? 0) : 0;
      return toShare(candidate, pinned, pinned, isPinned(candidate) ? 'PINNED' : 'INELIGIBLE', 0, null);
    }
    const lots = solution.lots[row]!;
    const fairLots = fair.lots[row]!;
    const code = lots > fairLots ? 'CHEAPER_PRICE' : lots < fairLots ? 'DEARER_PRICE' : reasons[row]!;
    const level = lots === 0 ? unlimited.price : fair.price;
    const entitled =
      code === 'CUT_BY_LIMIT'
        ? unlimited.lots[row]! * lot
        : Math.max(0, (level - core.base[row]!) / (2 * core.curve[row]!)) * lot;
    const nextLots = lots === 0 ? core.low[row]! : lots + 1;
    const next = nextLots <= core.high[row]! ? nextLots * lot : null;
    return toShare(
      candidate,
      lots * lot,
      fairLots * lot,
      code,
      Number.isFinite(entitled) ? Math.round(entitled * 10) / 10 : 0,
      next,
    );
  });
  const placed = solution.placed * lot + model.pinnedUnits;
  const objective = objectiveOf(core, solution.lots);
  return {
    engineVersion: ENGINE_VERSION,
    snapshotHash: hashSorted(snapshot, sorted),
    orderKey: snapshot.orderKey,
    quantity: snapshot.quantity,
    lotSize: lot,
    maxFacilities: snapshot.maxFacilities,
    rule: snapshot.rule,
    measure: snapshot.measure,
    placed,
    unplaced: snapshot.quantity - placed,
    waterLevel: waterLevel(model, fair),
    facilitiesUsed: shares.filter((share) => share.units > 0).length,
    objective: objective.toString(),
    priceSen: priceOf(shares),
    proof: {
      ...proofOf(model, solution, objective),
      isPlacedProven: solution.isPlacedProven,
      effort: solution.effort,
      stoppedAt: control.stoppedAt(),
    },
    shares,
  };
}

function toShare(
  candidate: SplitCandidate,
  units: number,
  fairUnits: number,
  code: BindingReason,
  entitlementUnits: number,
  nextUnits: number | null,
): SplitShare {
  const ratio = (taken: number): number => (candidate.balance + candidate.measurePerUnit * taken) / candidate.weight;
  return {
    facilityId: candidate.facilityId,
    units,
    reason: { code, ineligible: code === 'INELIGIBLE' ? (candidate.ineligible ?? null) : null },
    entitlementUnits,
    capacityUnits: candidate.capacityUnits,
    minimumLot: candidate.minimumLot,
    weight: candidate.weight,
    balance: candidate.balance,
    measurePerUnit: candidate.measurePerUnit,
    ratioBefore: ratio(0),
    loadRatio: ratio(units),
    nextRatio: nextUnits === null ? null : ratio(nextUnits),
    unitPriceSen: candidate.unitPriceSen ?? null,
    fairUnits,
  };
}

function waterLevel(model: SplitModel, solution: Solution): number | null {
  if (model.ratioOf === null || solution.placed === 0 || !Number.isFinite(solution.price)) return null;
  return model.ratioOf(solution.price);
}

/** What is proved of the solution, and what the rounding of very large numbers takes away from it. */
function proofOf(model: SplitModel, solution: Solution, objective: bigint): Pick<SplitProof, 'status' | 'gap'> {
  const { roundingGap } = model;
  if (solution.status === 'UNKNOWN' || roundingGap === null) return { status: 'UNKNOWN', gap: null };
  const own = solution.gap === 0 ? 0 : solution.gap / Math.max(1, Math.abs(Number(objective)));
  if (roundingGap === 0) return { status: solution.status, gap: own };
  return { status: 'WITHIN', gap: 1 - (1 - own) / (1 + roundingGap) };
}

function priceOf(shares: readonly SplitShare[]): number | null {
  let sum = 0;
  for (const share of shares) {
    if (share.units === 0) continue;
    if (share.unitPriceSen === null) return null;
    sum += share.units * share.unitPriceSen;
  }
  return sum;
}
