import type { BatchNetwork } from './network.js';

const AT_PART = 1;
const OF_LINE = 2;

/**
 * Who is next to whom in a batch network: the ways at the parts of a facility, the lines that may enter a part, and lists
 * of the edges in use, at both ends. An edge that is no longer in use stays listed at its part, and in its line's list until
 * somebody walks past it.
 */
export class Links {
  readonly edgeLine: Int32Array;
  /** Ways at part g: wayStart[g] …; `wayArc` a forwards, ~a backwards; `wayPart` the part at the other end. */
  readonly wayStart: Int32Array;
  readonly wayArc: Int32Array;
  readonly wayPart: Int32Array;
  /** Lines that may enter a part: inLine[inStart[node]] … */
  readonly inStart: Int32Array;
  readonly inLine: Int32Array;
  readonly firstAtPart: Int32Array;
  readonly nextAtPart: Int32Array;
  readonly firstOfLine: Int32Array;
  readonly nextOfLine: Int32Array;
  private readonly listed: Uint8Array;

  constructor(private readonly net: BatchNetwork) {
    const { shape, edgeTo, rowStart, lineCount, facilityCount } = net;
    const edges = edgeTo.length;
    const parts = facilityCount * shape.size;
    this.edgeLine = new Int32Array(edges);
    for (let i = 0; i < lineCount; i++) this.edgeLine.fill(i, rowStart[i], rowStart[i + 1]);
    this.wayStart = new Int32Array(shape.size + 1);
    this.wayArc = new Int32Array(2 * shape.from.length);
    this.wayPart = new Int32Array(2 * shape.from.length);
    this.linkParts();
    this.inStart = new Int32Array(parts + 1);
    this.inLine = new Int32Array(edges);
    this.linkLines();
    this.firstAtPart = new Int32Array(parts).fill(-1);
    this.nextAtPart = new Int32Array(edges);
    this.firstOfLine = new Int32Array(lineCount).fill(-1);
    this.nextOfLine = new Int32Array(edges);
    this.listed = new Uint8Array(edges);
  }

  /** An edge is in use. */
  list(edge: number): void {
    const listed = this.listed[edge]!;
    if (listed === (AT_PART | OF_LINE)) return;
    this.listed[edge] = AT_PART | OF_LINE;
    if ((listed & AT_PART) === 0) {
      const node = this.net.edgeTo[edge]!;
      this.nextAtPart[edge] = this.firstAtPart[node]!;
      this.firstAtPart[node] = edge;
    }
    if ((listed & OF_LINE) === 0) {
      const line = this.edgeLine[edge]!;
      this.nextOfLine[edge] = this.firstOfLine[line]!;
      this.firstOfLine[line] = edge;
    }
  }

  /** Takes an edge that stands after `before` (−1: first) out of its line's list. */
  dropOfLine(line: number, before: number, edge: number): void {
    this.listed[edge]! &= ~OF_LINE;
    if (before < 0) this.firstOfLine[line] = this.nextOfLine[edge]!;
    else this.nextOfLine[before] = this.nextOfLine[edge]!;
  }

  private linkParts(): void {
    const { from, to, size } = this.net.shape;
    let at = 0;
    for (let part = 0; part < size; part++) {
      this.wayStart[part] = at;
      for (let arc = 0; arc < from.length; arc++) {
        if (from[arc] !== part && to[arc] !== part) continue;
        const isForwards = from[arc] === part;
        this.wayArc[at] = isForwards ? arc : ~arc;
        this.wayPart[at++] = isForwards ? to[arc]! : from[arc]!;
      }
    }
    this.wayStart[size] = at;
  }

  private linkLines(): void {
    const { edgeTo } = this.net;
    const { inStart, inLine, edgeLine } = this;
    for (const node of edgeTo) inStart[node + 1]!++;
    for (let node = 1; node < inStart.length; node++) inStart[node]! += inStart[node - 1]!;
    const at = inStart.slice();
    for (let edge = 0; edge < edgeTo.length; edge++) inLine[at[edgeTo[edge]!]!++] = edgeLine[edge]!;
  }
}
