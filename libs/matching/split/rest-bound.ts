import type { ShiftCosts } from './shift.js';
import type { Stage } from './stages.js';

/** A straight piece of a convex cost: `length` lots at `slope` each. */
interface Piece {
  slope: number;
  length: number;
}

export interface StageHull {
  up: Piece[];
  down: Piece[];
}

/** Division rounds: the bound is lowered by more than all roundings together. */
const CAUTION = 1 - 1e-9;

/** Convex lower bound of a stage's regret over lots above (up) and below (down) what it does at no regret. */
export function stageHull(stage: Stage, baseLots: number): StageHull {
  const least = new Map<number, number>([[0, stage.outRegret]]);
  for (const { lots, regret } of stage.options) {
    const known = least.get(lots);
    if (known === undefined || regret < known) least.set(lots, regret);
  }
  const points = [...least].map(([lots, regret]) => ({ distance: lots - baseLots, regret }));
  const side = (direction: 1 | -1): Piece[] =>
    hullFromZero(
      points
        .filter((point) => point.distance * direction > 0)
        .map((point) => ({ distance: point.distance * direction, regret: point.regret }))
        .sort((a, b) => a.distance - b.distance),
    );
  return { up: side(1), down: side(-1) };
}

function hullFromZero(points: readonly { distance: number; regret: number }[]): Piece[] {
  const hull = [{ distance: 0, regret: 0 }];
  for (const point of points) {
    while (hull.length > 1) {
      const last = hull[hull.length - 1]!;
      const before = hull[hull.length - 2]!;
      const isBelow =
        (last.regret - before.regret) * (point.distance - before.distance) <
        (point.regret - before.regret) * (last.distance - before.distance);
      if (isBelow) break;
      hull.pop();
    }
    hull.push(point);
  }
  return hull.slice(1).map((point, k) => {
    const length = point.distance - hull[k]!.distance;
    return { slope: (point.regret - hull[k]!.regret) / length, length };
  });
}

/**
 * Least regret that the stages still to come and the sure rows need for `distance` lots more (or fewer) than they take
 * at no regret. Stages already passed may be among them: they can always stay at no regret, so the bound holds.
 */
export class RestBound {
  private readonly up: Float64Array;
  private readonly down: Float64Array;

  constructor(hulls: readonly StageHull[], shift: ShiftCosts, below: number) {
    this.up = fill(
      hulls.flatMap((hull) => hull.up),
      shift.up,
      below,
    );
    this.down = fill(
      hulls.flatMap((hull) => hull.down),
      shift.down,
      below,
    );
  }

  at(distance: number): number {
    return (distance >= 0 ? this.up[distance] : this.down[-distance]) ?? Infinity;
  }
}

function fill(pieces: Piece[], shift: Float64Array, below: number): Float64Array {
  for (let k = 1; k < shift.length; k++) pieces.push({ slope: shift[k]! - shift[k - 1]!, length: 1 });
  pieces.sort((a, b) => a.slope - b.slope);
  const table: number[] = [0];
  let sum = 0;
  for (const { slope, length } of pieces) {
    for (let k = 0; k < length; k++) {
      sum += slope;
      if (sum * CAUTION >= below) return Float64Array.from(table);
      table.push(sum * CAUTION);
    }
  }
  return Float64Array.from(table);
}
