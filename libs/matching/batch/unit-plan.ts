import { costOf } from '../split/core.js';
import type { BatchCosts } from './costs.js';
import { FacilityTime } from './facility-time.js';
import type { RowShare } from './solution.js';
import type { BatchLine } from './types.js';

/** Rounds of moving units; each looks at every line once. */
const ROUNDS = 20;

/** Exchanges looked at while placing the rest: a bound on time that does not depend on a clock. */
const MAX_EXCHANGES = 200_000;

/** A plan in whole units that always fits into the time there is. */
export class UnitPlan {
  /** Steps of measure that every row takes. */
  readonly taken: Float64Array;
  private readonly left: Int32Array;
  private readonly time: FacilityTime;
  /** Edges of line i: rowStart[i] … in the order of the rows. */
  private readonly rowStart: Int32Array;
  private readonly rowAt: Int32Array;
  private readonly units: Int32Array;
  /** Edges at a row: edgesAt[atStart[row]] … */
  private readonly atStart: Int32Array;
  private readonly edgesAt: Int32Array;
  private readonly lineAt: Int32Array;
  private exchanges = 0;

  constructor(
    private readonly costs: BatchCosts,
    private readonly lines: readonly BatchLine[],
    private readonly steps: readonly number[],
  ) {
    this.taken = new Float64Array(costs.facilities.length);
    this.left = Int32Array.from(lines, (line) => line.quantity);
    this.time = new FacilityTime(costs.facilities, lines);
    this.rowStart = new Int32Array(lines.length + 1);
    lines.forEach((line, i) => (this.rowStart[i + 1] = this.rowStart[i]! + line.eligible.length));
    this.rowAt = new Int32Array(this.rowStart[lines.length]!);
    lines.forEach((line, i) => {
      const rows = Int32Array.from(line.eligible, (position) => costs.rowOf[position]!).sort();
      this.rowAt.set(rows, this.rowStart[i]);
    });
    this.units = new Int32Array(this.rowAt.length);
    this.lineAt = new Int32Array(this.rowAt.length);
    for (let i = 0; i < lines.length; i++) this.lineAt.fill(i, this.rowStart[i], this.rowStart[i + 1]);
    this.atStart = new Int32Array(this.taken.length + 1);
    for (const row of this.rowAt) this.atStart[row + 1]!++;
    for (let row = 0; row < this.taken.length; row++) this.atStart[row + 1]! += this.atStart[row]!;
    this.edgesAt = new Int32Array(this.rowAt.length);
    const at = this.atStart.slice();
    this.rowAt.forEach((row, edge) => (this.edgesAt[at[row]!++] = edge));
  }

  /** Takes what fits of amounts per edge, in whole units of `amountsPerUnit[line]`. */
  takeWhole(amountOfEdge: Int32Array, amountsPerUnit: readonly number[]): void {
    for (let line = 0; line < this.lines.length; line++) {
      for (let edge = this.rowStart[line]!; edge < this.rowStart[line + 1]!; edge++) {
        if (amountOfEdge[edge] === 0) continue;
        const wished = Math.floor(amountOfEdge[edge]! / amountsPerUnit[line]!);
        this.take(line, edge, Math.min(wished, this.time.roomFor(line, this.rowAt[edge]!)));
      }
    }
  }

  /** Places what is left of every line where it weighs least, moving units of other lines away where there is no room. */
  placeRest(order: Int32Array): void {
    for (const line of order) {
      while (this.left[line]! > 0) {
        const [edge, weight, nextWeight] = this.lightest(line);
        if (edge < 0) {
          if (this.exchange(line)) continue;
          break;
        }
        const row = this.rowAt[edge]!;
        const room = Math.min(this.left[line]!, this.time.roomFor(line, row));
        // As many at once as stay lighter than the next best place.
        const perUnit = 2 * this.costs.core.curve[row]! * this.steps[line]! ** 2;
        const more = perUnit > 0 ? Math.floor((nextWeight - weight) / perUnit) : room;
        this.take(line, edge, Math.max(1, Math.min(room, more)));
      }
    }
  }

  /** Moves single units of a line from where they weigh most to where they weigh least, while that helps. */
  level(): void {
    for (let round = 0, hasMoved = true; hasMoved && round < ROUNDS; round++) {
      hasMoved = false;
      for (let line = 0; line < this.lines.length; line++) {
        for (let moves = this.lines[line]!.quantity; moves > 0 && this.moveOne(line); moves--) hasMoved = true;
      }
    }
  }

  shares(): RowShare[] {
    const shares: RowShare[] = [];
    for (let line = 0; line < this.lines.length; line++) {
      for (let edge = this.rowStart[line]!; edge < this.rowStart[line + 1]!; edge++) {
        if (this.units[edge]! > 0) shares.push({ line, row: this.rowAt[edge]!, units: this.units[edge]! });
      }
    }
    return shares;
  }

  placedSeconds(): number {
    return this.lines.reduce((sum, line, i) => sum + (line.quantity - this.left[i]!) * line.secondsPerUnit, 0);
  }

  /** Rounded: only to compare plans. */
  cost(): number {
    const { core } = this.costs;
    return this.taken.reduce((sum, steps, row) => sum + costOf(core, row, steps), 0);
  }

  private take(line: number, edge: number, units: number): void {
    const row = this.rowAt[edge]!;
    this.units[edge]! += units;
    this.left[line]! -= units;
    this.taken[row]! += units * this.steps[line]!;
    this.time.book(line, row, units);
  }

  /** Edge with room where one more unit costs least, that cost, and the cost at the next best edge. */
  private lightest(line: number): [edge: number, weight: number, nextWeight: number] {
    let best = -1;
    let weight = Infinity;
    let nextWeight = Infinity;
    for (let edge = this.rowStart[line]!; edge < this.rowStart[line + 1]!; edge++) {
      const cost = this.weightOf(line, this.rowAt[edge]!, 0);
      if (cost >= nextWeight || this.time.roomFor(line, this.rowAt[edge]!) === 0) continue;
      if (cost < weight) [best, nextWeight, weight] = [edge, weight, cost];
      else nextWeight = cost;
    }
    return [best, weight, nextWeight];
  }

  /** Places one unit of the line in the room of another line's unit that can go elsewhere; false when there is none. */
  private exchange(line: number): boolean {
    for (let edge = this.rowStart[line]!; edge < this.rowStart[line + 1]!; edge++) {
      const row = this.rowAt[edge]!;
      for (let k = this.atStart[row]!; k < this.atStart[row + 1]!; k++) {
        const from = this.edgesAt[k]!;
        const other = this.lineAt[from]!;
        if (this.units[from] === 0 || other === line) continue;
        if (++this.exchanges > MAX_EXCHANGES) return false;
        this.take(other, from, -1);
        if (this.time.roomFor(line, row) > 0) {
          this.take(line, edge, 1);
          const [to] = this.lightest(other);
          if (to >= 0) {
            this.take(other, to, 1);
            return true;
          }
          this.take(line, edge, -1);
        }
        this.take(other, from, 1);
      }
    }
    return false;
  }

  private moveOne(line: number): boolean {
    let from = -1;
    let saved = -Infinity;
    for (let edge = this.rowStart[line]!; edge < this.rowStart[line + 1]!; edge++) {
      if (this.units[edge] === 0) continue;
      const cost = this.weightOf(line, this.rowAt[edge]!, -1);
      if (cost > saved) [from, saved] = [edge, cost];
    }
    if (from < 0) return false;
    const [to, weight] = this.lightest(line);
    if (to < 0 || to === from || weight >= saved) return false;
    this.take(line, from, -1);
    this.take(line, to, 1);
    return true;
  }

  /** Cost of the next unit of the line at a row (0), or of the last one there (−1). */
  private weightOf(line: number, row: number, offset: number): number {
    const { core } = this.costs;
    const step = this.steps[line]!;
    return step * (core.curve[row]! * (2 * (this.taken[row]! + offset * step) + step) + core.base[row]!);
  }
}
