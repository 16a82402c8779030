import { Links } from './links.js';
import type { BatchNetwork } from './network.js';

/** Node outside the part of the network that is being solved: never entered. */
const OUTSIDE = 2 ** 30;
/** Node from which no deficit can be reached: not −1, one step nearer than a deficit that has been filled meanwhile. */
const UNREACHED = -2;

/**
 * A flow from lines to persons that may be unfinished: lines with something `unsent`, persons above or below their
 * `target`. `settle` moves excess to deficits within a set of nodes: distances to the nearest deficit, then a flow on
 * shortest residual paths until they are used up (Dinic), again and again, from whatever flow is there.
 *
 * Edges of lines have no limit, so only those in use lead backwards: lines and parts keep lists of them. Distances are
 * measured from the deficits: a line is entered once, so most edges are never looked at however many may do it.
 */
export class BatchFlow {
  readonly unsent: Int32Array;
  readonly edgeFlow: Int32Array;
  /** What the persons of facility j have, and should have. */
  readonly taken: Int32Array;
  readonly target: Int32Array;
  readonly firstLine: number;
  readonly nodeCount: number;
  readonly rowOfNode: Int32Array;
  readonly partOfNode: Int32Array;

  private readonly size: number;
  private readonly links: Links;
  private readonly room: Int32Array;
  private readonly used: Int32Array;
  /** Steps to the nearest deficit. */
  private readonly distance: Int32Array;
  private readonly queue: Int32Array;
  private readonly cursor: Int32Array;
  private readonly listCursor: Int32Array;
  private readonly pathNode: Int32Array;
  private readonly pathStep: Int32Array;

  constructor(private readonly net: BatchNetwork) {
    const { shape, lineCount, facilityCount } = net;
    this.size = shape.size;
    this.links = new Links(net);
    this.firstLine = facilityCount * shape.size;
    this.nodeCount = this.firstLine + lineCount;
    this.unsent = net.quantity.slice();
    this.edgeFlow = new Int32Array(net.edgeTo.length);
    this.taken = new Int32Array(facilityCount);
    this.target = new Int32Array(facilityCount);
    this.room = net.arcRoom.slice();
    this.used = new Int32Array(this.room.length);
    this.rowOfNode = new Int32Array(this.firstLine);
    this.partOfNode = new Int32Array(this.firstLine);
    for (let node = 0, row = 0; row < facilityCount; row++) {
      for (let part = 0; part < this.size; part++, node++) {
        this.rowOfNode[node] = row;
        this.partOfNode[node] = part;
      }
    }
    this.distance = new Int32Array(this.nodeCount).fill(OUTSIDE);
    this.queue = new Int32Array(this.nodeCount);
    this.cursor = new Int32Array(this.nodeCount);
    this.listCursor = new Int32Array(this.firstLine);
    this.pathNode = new Int32Array(this.nodeCount + 1);
    this.pathStep = new Int32Array(this.nodeCount + 1);
  }

  isPersons(node: number): boolean {
    return node < this.firstLine && this.partOfNode[node] === this.size - 1;
  }

  /** A first flow: the lines in this order fill what is near, without moving anything that is already there. */
  begin(lines: Int32Array): void {
    const { edgeTo, rowStart } = this.net;
    for (const line of lines) {
      for (let edge = rowStart[line]!; edge < rowStart[line + 1]! && this.unsent[line]! > 0; edge++) {
        const node = edgeTo[edge]!;
        const sent = this.pour(this.rowOfNode[node]!, this.partOfNode[node]!, this.unsent[line]!);
        if (sent === 0) continue;
        this.unsent[line]! -= sent;
        this.edgeFlow[edge]! += sent;
        this.links.list(edge);
      }
    }
  }

  /**
   * Moves excess to deficits within nodes[from … to − 1] until none is left or no deficit can be reached; everything
   * else must be out of play (see `leave`). Then `isCutOff` tells the two sides of the minimum cut.
   */
  settle(nodes: Int32Array, from: number, to: number): void {
    while (this.measure(nodes, from, to)) if (!this.block(nodes, from, to)) return;
  }

  /** No residual path leads from here to a deficit. */
  isCutOff(node: number): boolean {
    return this.distance[node] === UNREACHED;
  }

  /** Takes nodes out of play again. */
  leave(nodes: Int32Array, from: number, to: number): void {
    for (let k = from; k < to; k++) this.distance[nodes[k]!] = OUTSIDE;
  }

  /** Calls `visit` for every node to which something can be moved from this one. */
  forEachNext(node: number, visit: (other: number) => void): void {
    const { net, links, firstLine } = this;
    if (node >= firstLine) {
      const line = node - firstLine;
      for (let edge = net.rowStart[line]!; edge < net.rowStart[line + 1]!; edge++) visit(net.edgeTo[edge]!);
      return;
    }
    const row = this.rowOfNode[node]!;
    const part = this.partOfNode[node]!;
    for (let way = links.wayStart[part]!; way < links.wayStart[part + 1]!; way++) {
      if (this.roomAlong(row, links.wayArc[way]!) > 0) visit(row * this.size + links.wayPart[way]!);
    }
    for (let edge = links.firstAtPart[node]!; edge >= 0; edge = links.nextAtPart[edge]!) {
      if (this.edgeFlow[edge]! > 0) visit(firstLine + links.edgeLine[edge]!);
    }
  }

  /** Sends up to `amount` from a part to its persons, forwards only; answers what fitted. */
  private pour(row: number, part: number, amount: number): number {
    const { wayStart, wayArc, wayPart } = this.links;
    if (part === this.size - 1) {
      const fits = Math.min(amount, this.target[row]! - this.taken[row]!);
      this.taken[row]! += fits;
      return fits;
    }
    let sent = 0;
    for (let way = wayStart[part]!; way < wayStart[part + 1]! && sent < amount; way++) {
      const arc = wayArc[way]!;
      if (arc < 0 || this.roomAlong(row, arc) === 0) continue;
      const fits = this.pour(row, wayPart[way]!, Math.min(amount - sent, this.roomAlong(row, arc)));
      this.move(row, arc, fits);
      sent += fits;
    }
    return sent;
  }

  private excess(node: number): number {
    if (node >= this.firstLine) return this.unsent[node - this.firstLine]!;
    if (this.partOfNode[node] !== this.size - 1) return 0;
    const row = this.rowOfNode[node]!;
    return this.taken[row]! - this.target[row]!;
  }

  private roomAlong(row: number, arc: number): number {
    const arcs = this.net.shape.from.length;
    return arc >= 0 ? this.room[row * arcs + arc]! : this.used[row * arcs + ~arc]!;
  }

  /** Along arc ≥ 0, or back along ~arc. */
  private move(row: number, arc: number, amount: number): void {
    const at = row * this.net.shape.from.length + (arc >= 0 ? arc : ~arc);
    this.room[at]! -= arc >= 0 ? amount : -amount;
    this.used[at]! += arc >= 0 ? amount : -amount;
  }

  /** Distances to the deficits; false when there is none. */
  private measure(nodes: Int32Array, from: number, to: number): boolean {
    const { distance, queue, links, size, firstLine } = this;
    let queued = 0;
    let linesLeft = 0;
    for (let k = from; k < to; k++) {
      const node = nodes[k]!;
      distance[node] = UNREACHED;
      if (node >= firstLine) linesLeft++;
      else if (this.partOfNode[node] === size - 1 && this.excess(node) < 0) {
        distance[node] = 0;
        queue[queued++] = node;
      }
    }
    for (let k = 0; k < queued; k++) {
      const node = queue[k]!;
      const further = distance[node]! + 1;
      if (node >= firstLine) {
        queued = this.measureFromLine(node, further, queued);
        continue;
      }
      const row = this.rowOfNode[node]!;
      const part = this.partOfNode[node]!;
      for (let way = links.wayStart[part]!; way < links.wayStart[part + 1]!; way++) {
        const other = row * size + links.wayPart[way]!;
        if (distance[other] !== UNREACHED || this.roomAlong(row, ~links.wayArc[way]!) <= 0) continue;
        distance[other] = further;
        queue[queued++] = other;
      }
      if (linesLeft === 0) continue;
      for (let k = links.inStart[node]!; k < links.inStart[node + 1]!; k++) {
        const other = firstLine + links.inLine[k]!;
        if (distance[other] !== UNREACHED) continue;
        distance[other] = further;
        queue[queued++] = other;
        linesLeft--;
      }
    }
    return queued > 0;
  }

  /** Parts where the line has something that could be taken back. */
  private measureFromLine(node: number, further: number, queued: number): number {
    const { distance, queue, edgeFlow, links } = this;
    const { edgeTo } = this.net;
    const line = node - this.firstLine;
    let before = -1;
    for (let edge = links.firstOfLine[line]!; edge >= 0; edge = links.nextOfLine[edge]!) {
      if (edgeFlow[edge] === 0) {
        links.dropOfLine(line, before, edge);
        continue;
      }
      before = edge;
      const other = edgeTo[edge]!;
      if (distance[other] !== UNREACHED) continue;
      distance[other] = further;
      queue[queued++] = other;
    }
    return queued;
  }

  /** Sends from every node with excess along falling distances; false when nothing that can be sent is left. */
  private block(nodes: Int32Array, from: number, to: number): boolean {
    const { cursor, listCursor, links, firstLine, distance } = this;
    let sources = 0;
    for (let k = from; k < to; k++) {
      const node = nodes[k]!;
      if (distance[node] === UNREACHED) continue;
      if (node >= firstLine) cursor[node] = this.net.rowStart[node - firstLine]!;
      else {
        cursor[node] = links.wayStart[this.partOfNode[node]!]!;
        listCursor[node] = links.firstAtPart[node]!;
      }
      if (this.excess(node) > 0) this.queue[sources++] = node;
    }
    let isMoreLeft = false;
    for (let k = 0; k < sources; k++) {
      const node = this.queue[k]!;
      this.drain(node);
      if (this.excess(node) > 0) isMoreLeft = true;
    }
    return isMoreLeft;
  }

  private drain(source: number): void {
    const { pathNode, pathStep } = this;
    let depth = 0;
    pathNode[0] = source;
    while (this.excess(source) > 0) {
      const node = pathNode[depth]!;
      if (this.distance[node] === 0 && this.excess(node) < 0) {
        depth = this.augment(depth);
        continue;
      }
      const next = this.advance(node, depth);
      if (next >= 0) {
        pathNode[++depth] = next;
        continue;
      }
      if (depth === 0) return;
      depth--;
      this.skip(pathNode[depth]!, pathStep[depth]!);
    }
  }

  /** Next node one step nearer, −1 when there is none; notes the step: line: edge; part: 2·way or 2·edge + 1. */
  private advance(node: number, depth: number): number {
    const { distance, cursor, links, edgeFlow, firstLine } = this;
    const nearer = distance[node]! - 1;
    if (node >= firstLine) {
      const { edgeTo, rowStart } = this.net;
      const end = rowStart[node - firstLine + 1]!;
      for (let edge = cursor[node]!; edge < end; edge++) {
        const other = edgeTo[edge]!;
        if (distance[other] !== nearer) continue;
        cursor[node] = edge;
        this.pathStep[depth] = edge;
        return other;
      }
      cursor[node] = end;
      return -1;
    }
    const row = this.rowOfNode[node]!;
    const end = links.wayStart[this.partOfNode[node]! + 1]!;
    for (let way = cursor[node]!; way < end; way++) {
      const other = row * this.size + links.wayPart[way]!;
      if (distance[other] !== nearer || this.roomAlong(row, links.wayArc[way]!) <= 0) continue;
      cursor[node] = way;
      this.pathStep[depth] = 2 * way;
      return other;
    }
    cursor[node] = end;
    for (let edge = this.listCursor[node]!; edge >= 0; edge = links.nextAtPart[edge]!) {
      const other = firstLine + links.edgeLine[edge]!;
      if (distance[other] !== nearer || edgeFlow[edge] === 0) continue;
      this.listCursor[node] = edge;
      this.pathStep[depth] = 2 * edge + 1;
      return other;
    }
    this.listCursor[node] = -1;
    return -1;
  }

  private skip(node: number, step: number): void {
    if (node >= this.firstLine || step % 2 === 0) this.cursor[node]!++;
    else this.listCursor[node] = this.links.nextAtPart[step >> 1]!;
  }

  /** Sends what the path can carry; answers the depth of the first node whose step is used up. */
  private augment(depth: number): number {
    const { pathNode, pathStep, firstLine, edgeFlow, links } = this;
    const source = pathNode[0]!;
    const sinkRow = this.rowOfNode[pathNode[depth]!]!;
    let amount = Math.min(this.excess(source), this.target[sinkRow]! - this.taken[sinkRow]!);
    for (let k = 0; k < depth; k++) if (pathNode[k]! < firstLine) amount = Math.min(amount, this.stepRoom(k));
    let back = depth - 1;
    for (let k = depth - 1; k >= 0; k--) {
      const node = pathNode[k]!;
      const step = pathStep[k]!;
      if (node >= firstLine) {
        edgeFlow[step]! += amount;
        links.list(step);
        continue;
      }
      if (step % 2 === 1) edgeFlow[step >> 1]! -= amount;
      else this.move(this.rowOfNode[node]!, links.wayArc[step >> 1]!, amount);
      if (this.stepRoom(k) === 0) back = k;
    }
    if (source >= firstLine) this.unsent[source - firstLine]! -= amount;
    else this.taken[this.rowOfNode[source]!]! -= amount;
    this.taken[sinkRow]! += amount;
    return back;
  }

  private stepRoom(k: number): number {
    const step = this.pathStep[k]!;
    return step % 2 === 1
      ? this.edgeFlow[step >> 1]!
      : this.roomAlong(this.rowOfNode[this.pathNode[k]!]!, this.links.wayArc[step >> 1]!);
  }
}
