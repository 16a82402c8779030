import { checkSnapshot } from '../snapshot/snapshot.js';
import { changesBetween, type ShareChange, type ShareUnits } from './share-changes.js';
import { emptyCore, type SplitCore } from '../split/core.js';
import { buildModel, type SplitModel } from '../split/model.js';
import type { Solution, SolveControl } from '../split/solution.js';
import { solve } from '../split/solve.js';
import { controlOf, toResult } from '../split/split.js';
import type { SplitOptions, SplitResult, SplitSnapshot } from '../snapshot/types.js';

export interface RepairResult extends SplitResult {
  /** The facilities that must hear of it, sorted by id; everybody else keeps what was offered. */
  changed: ShareChange[];
  /** True when no fewer open offers could change for the same quantity, proven. */
  isMinChangeProven: boolean;
}

/**
 * Splits the remainder after a decline, an expiry, a partial answer or an amendment.
 *
 * `previous` are the offers before; `pinned` the answers that stand (accepted, partly accepted; 0 = declined). As much
 * as can be placed, then as few open offers changed as possible, then fairness. Price tolerance is not applied.
 * Throws as `split` does.
 */
export function repair(
  snapshot: SplitSnapshot,
  previous: readonly ShareUnits[],
  pinned: readonly ShareUnits[],
  options: SplitOptions = {},
): RepairResult {
  const answers = new Map(pinned.map((share) => [share.facilityId, share.units]));
  const base: SplitSnapshot = {
    ...snapshot,
    candidates: snapshot.candidates.map((candidate) => {
      const units = answers.get(candidate.facilityId);
      return units === undefined ? candidate : { ...candidate, pinnedUnits: units };
    }),
  };
  checkSnapshot(base);
  const model = buildModel(base);
  const offers = new Map(previous.map((share) => [share.facilityId, share.units]));
  const offered = model.free.map((candidate) => offers.get(candidate.facilityId) ?? 0);
  const kept = Int32Array.from(offered, (units, i) => keptLots(model, i, units));
  const canAllStay = offered.every((units, i) => units === kept[i]! * snapshot.lotSize);
  const control = controlOf(snapshot, options);
  const full = solve(model.core, model.lots, model.limit, control);
  const step = minChange(model, kept, canAllStay, full, control);
  const result = toResult(model, control, step.solution);
  const before = previous.filter((share) => !answers.has(share.facilityId));
  const shares = result.shares.map((share) => {
    const isFree =
      !answers.has(share.facilityId) && share.reason.code !== 'INELIGIBLE' && share.reason.code !== 'PINNED';
    const isKept = isFree && share.units === (offers.get(share.facilityId) ?? 0);
    return isKept ? { ...share, reason: { code: 'KEPT' as const, ineligible: null } } : share;
  });
  const changed = changesBetween(
    before,
    shares.filter((share) => !answers.has(share.facilityId)),
  );
  return { ...result, shares, changed, isMinChangeProven: step.isLeast };
}

/** An offer that the facility's bounds no longer allow cannot be kept: it counts as nothing and will change. */
function keptLots(model: SplitModel, i: number, units: number): number {
  const lots = units / model.snapshot.lotSize;
  const isSound = Number.isInteger(lots) && lots >= model.core.low[i]! && lots <= model.core.high[i]!;
  return isSound ? lots : 0;
}

interface Step {
  solution: Solution;
  isLeast: boolean;
}

/**
 * Only raising (or only lowering) offers is enough: k facilities of which one moved the other way would mean that
 * fewer than k could do it. So the fewest changes are the fewest rows whose room sums to what is missing, when minimum
 * lots do not get in between; if they do, more rows are tried, and the full split is the last resort.
 */
function minChange(
  model: SplitModel,
  kept: Int32Array,
  canAllStay: boolean,
  full: Solution,
  control: SolveControl,
): Step {
  const held = kept.reduce((sum, lots) => sum + lots, 0);
  const missing = full.placed - held;
  const taking = kept.reduce((count, lots) => count + (lots > 0 ? 1 : 0), 0);
  if (missing === 0 && taking <= model.limit) {
    return { solution: { ...full, lots: kept, status: 'OPTIMAL', gap: 0 }, isLeast: true };
  }
  if (taking > model.limit) return { solution: full, isLeast: false };
  const moves = missing > 0 ? raises(model.core, kept, model.limit - taking) : cuts(model.core, kept);
  const direction = missing > 0 ? 1 : -1;
  const fewest = fewestRows(missing > 0 ? moves.high : kept, Math.abs(missing));
  const usable = moves.high.reduce((count, high) => count + (high > 0 ? 1 : 0), 0);
  for (let rows = fewest; rows <= Math.min(usable, fewest + EXTRA_ROWS); rows++) {
    const step = solve(moves, Math.abs(missing), rows, control);
    if (step.placed !== Math.abs(missing)) continue;
    const lots = kept.map((n, i) => n + direction * step.lots[i]!);
    const isWithin = lots.reduce((count, n) => count + (n > 0 ? 1 : 0), 0) <= model.limit;
    if (!isWithin) continue;
    // An offer that cannot stay changes in any case: how few others then have to was not looked at.
    const isLeast = rows === fewest && canAllStay;
    const solution = { ...step, lots, placed: full.placed, price: full.price };
    return {
      solution: direction < 0 && hasWholeCuts(model.core, kept, -missing) ? unproven(solution) : solution,
      isLeast,
    };
  }
  return { solution: full, isLeast: false };
}

const EXTRA_ROWS = 4;

/** Somebody with a minimum lot might lose all of it: such a cut is not among those that were compared. */
function hasWholeCuts({ low }: SplitCore, kept: Int32Array, surplus: number): boolean {
  return kept.some((lots, i) => lots > 0 && lots <= surplus && low[i]! > 1);
}

const unproven = (solution: Solution): Solution => ({ ...solution, status: 'UNKNOWN' });

/** Offers can rise within the room left; newcomers start at their minimum lot, and only if a place is free. */
function raises(core: SplitCore, kept: Int32Array, places: number): SplitCore {
  const moves = emptyCore(core.size);
  for (let i = 0; i < core.size; i++) {
    const n = kept[i]!;
    moves.curve[i] = core.curve[i]!;
    moves.base[i] = core.base[i]! + 2 * core.curve[i]! * n;
    moves.fixed[i] = n > 0 ? 0 : core.fixed[i]!;
    moves.low[i] = n > 0 ? 1 : core.low[i]!;
    moves.high[i] = n > 0 || places > 0 ? Math.max(0, core.high[i]! - n) : 0;
  }
  return moves;
}

/** Offers can fall down to the minimum lot; to nothing only where no minimum lot stands between. */
function cuts(core: SplitCore, kept: Int32Array): SplitCore {
  const moves = emptyCore(core.size);
  for (let i = 0; i < core.size; i++) {
    const n = kept[i]!;
    moves.curve[i] = core.curve[i]!;
    moves.base[i] = -core.base[i]! - 2 * core.curve[i]! * n;
    moves.low[i] = 1;
    moves.high[i] = Math.max(0, n - (core.low[i]! > 1 ? core.low[i]! : 0));
  }
  return moves;
}

function fewestRows(room: Int32Array, missing: number): number {
  const sorted = room.slice().sort().reverse();
  let sum = 0;
  let rows = 0;
  while (sum < missing && rows < sorted.length) sum += sorted[rows++]!;
  return Math.max(1, rows);
}
