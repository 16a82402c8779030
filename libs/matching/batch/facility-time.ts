import type { BatchFacility, BatchLine } from './types.js';

/**
 * Free seconds of every facility between every release and every due date. Work of a line uses up all intervals around
 * its own window; a set of work can be done (in order of due date) exactly when no interval is overdrawn.
 */
export class FacilityTime {
  private readonly releases: number[];
  private readonly dues: number[];
  private readonly free: Float64Array;
  private readonly releaseAt: Int32Array;
  private readonly dueAt: Int32Array;

  constructor(
    facilities: readonly BatchFacility[],
    private readonly lines: readonly BatchLine[],
  ) {
    this.releases = distinct(lines.map((line) => line.releasePeriod));
    this.dues = distinct(lines.map((line) => line.duePeriod));
    this.releaseAt = Int32Array.from(lines, (line) => this.releases.indexOf(line.releasePeriod));
    this.dueAt = Int32Array.from(lines, (line) => this.dues.indexOf(line.duePeriod));
    this.free = new Float64Array(facilities.length * this.releases.length * this.dues.length);
    let at = 0;
    for (const { capacitySeconds } of facilities) {
      for (const release of this.releases) {
        for (const due of this.dues) {
          let seconds = 0;
          for (let period = release; period <= due; period++) seconds += capacitySeconds[period]!;
          this.free[at++] = seconds;
        }
      }
    }
  }

  /** Units of the line that the facility can still take. */
  roomFor(line: number, row: number): number {
    let least = Infinity;
    this.around(line, row, (at) => (least = Math.min(least, this.free[at]!)));
    return Math.max(0, Math.floor(least / this.lines[line]!.secondsPerUnit));
  }

  /** Books units of the line; negative = gives them back. */
  book(line: number, row: number, units: number): void {
    const seconds = units * this.lines[line]!.secondsPerUnit;
    this.around(line, row, (at) => (this.free[at]! -= seconds));
  }

  private around(line: number, row: number, visit: (at: number) => void): void {
    const dues = this.dues.length;
    for (let r = this.releaseAt[line]!; r >= 0; r--) {
      const start = (row * this.releases.length + r) * dues;
      for (let d = this.dueAt[line]!; d < dues; d++) visit(start + d);
    }
  }
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
