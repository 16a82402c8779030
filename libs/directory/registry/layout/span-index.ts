import type { Sheet, Span } from '../reading/sheet.js';

/** Which cells of a sheet are merged, by the line and column of each. */
export class SpanIndex {
  /** `line:column` of every cell a merged cell covers. */
  private readonly spanOf = new Map<string, Span>();
  private readonly rightOf = new Map<number, number>();
  private readonly cellsOf: ReadonlyMap<number, readonly string[]>;

  constructor({ rows, spans }: Sheet) {
    this.cellsOf = new Map(rows.map(({ line, cells }) => [line, cells]));
    const last = rows.at(-1)?.line ?? 0;
    for (const span of spans) {
      for (let line = span.top; line <= Math.min(span.bottom, last); line++) {
        if (!this.cellsOf.has(line)) continue;
        this.rightOf.set(line, Math.max(this.rightOf.get(line) ?? 0, span.right));
        for (let column = span.left; column <= span.right; column++) this.spanOf.set(`${line}:${column}`, span);
      }
    }
  }

  /** What the merged cell over this one holds; null when none is over it. */
  valueAt(line: number, column: number): string | null {
    const span = this.spanOf.get(`${line}:${column}`);
    return span ? (this.cellsOf.get(span.top)?.[span.left] ?? '') : null;
  }

  hasMergedAt(line: number, column: number): boolean {
    return this.spanOf.has(`${line}:${column}`);
  }

  /** How many columns the cell spans; 1 when it is not merged. */
  widthAt(line: number, column: number): number {
    const span = this.spanOf.get(`${line}:${column}`);
    return span ? span.right - span.left + 1 : 1;
  }

  /** Whether the cell at `line` reaches down to `lower`. */
  covers(line: number, column: number, lower: number): boolean {
    const span = this.spanOf.get(`${line}:${column}`);
    return span !== undefined && span.top <= line && span.bottom >= lower;
  }

  /** The cells of a row, each under a merged cell with what that holds. Across columns nothing is passed on. */
  passDown(line: number, cells: readonly string[]): string[] {
    const passed = [...cells];
    const width = Math.max(cells.length, (this.rightOf.get(line) ?? -1) + 1);
    for (let column = 0; column < width; column++) {
      const span = this.spanOf.get(`${line}:${column}`);
      if ((passed[column] ?? '') === '' && span && span.left === column && span.top < line) {
        while (passed.length < column) passed.push('');
        passed[column] = this.cellsOf.get(span.top)?.[span.left] ?? '';
      }
    }
    return passed;
  }
}
