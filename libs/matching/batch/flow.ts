import type { BatchNetwork } from './network.js';

/** Level of a node outside the part of the network that is being solved: never entered. */
const OUTSIDE = 2 ** 30;
const UNSEEN = -1;

/**
 * A flow from lines to persons that may be unfinished: lines with something `unsent`, persons above or below their
 * `target`. `settle` moves excess to deficits within a set of nodes by blocking flows on shortest residual paths
 * (Dinic), starting from whatever flow is there.
 *
 * Edges of lines have no limit, so only those in use lead backwards: every part keeps a list of them, and a search costs
 * the edges of the lines it reaches, not those of the facilities.
 */
export class BatchFlow {
  readonly unsent: Int32Array;
  readonly edgeFlow: Int32Array;
  /** What the persons of facility j have, and should have. */
  readonly taken: Int32Array;
  readonly target: Int32Array;
  /** After a `settle` that fell short: nodes ≥ 0 are those that the excess can reach. */
  readonly level: Int32Array;
  readonly firstLine: number;

  private readonly size: number;
  private readonly arcs: number;
  private readonly edgeLine: Int32Array;
  private readonly nextIn: Int32Array;
  private readonly isListed: Uint8Array;
  private readonly firstIn: Int32Array;
  private readonly room: Int32Array;
  private readonly used: Int32Array;
  private readonly rowOfNode: Int32Array;
  private readonly partOfNode: Int32Array;
  /** Arcs at a part: `wayStart[g]` …; `wayArc` a forwards, ~a backwards; `wayPart` the part at the other end. */
  private readonly wayStart: Int32Array;
  private readonly wayArc: Int32Array;
  private readonly wayPart: Int32Array;
  private readonly queue: Int32Array;
  private readonly cursor: Int32Array;
  private readonly listCursor: Int32Array;
  private readonly pathNode: Int32Array;
  private readonly pathStep: Int32Array;
  private queued = 0;
  private sources = 0;

  constructor(private readonly net: BatchNetwork) {
    const { shape, lineCount, facilityCount, rowStart } = net;
    const edges = net.edgeTo.length;
    this.size = shape.size;
    this.arcs = shape.from.length;
    this.firstLine = facilityCount * shape.size;
    const nodes = this.firstLine + lineCount;
    this.unsent = net.quantity.slice();
    this.edgeFlow = new Int32Array(edges);
    this.edgeLine = new Int32Array(edges);
    for (let i = 0; i < lineCount; i++) this.edgeLine.fill(i, rowStart[i], rowStart[i + 1]);
    this.taken = new Int32Array(facilityCount);
    this.target = new Int32Array(facilityCount);
    this.level = new Int32Array(nodes).fill(OUTSIDE);
    this.nextIn = new Int32Array(edges);
    this.isListed = new Uint8Array(edges);
    this.firstIn = new Int32Array(this.firstLine).fill(-1);
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
    this.wayStart = new Int32Array(this.size + 1);
    this.wayArc = new Int32Array(2 * this.arcs);
    this.wayPart = new Int32Array(2 * this.arcs);
    this.linkParts();
    this.queue = new Int32Array(nodes);
    this.cursor = new Int32Array(nodes);
    this.listCursor = new Int32Array(this.firstLine);
    this.pathNode = new Int32Array(nodes + 1);
    this.pathStep = new Int32Array(nodes + 1);
  }

  isPersons(node: number): boolean {
    return node < this.firstLine && this.partOfNode[node] === this.size - 1;
  }

  facilityOf(node: number): number {
    return this.rowOfNode[node]!;
  }

  partOf(node: number): number {
    return this.partOfNode[node]!;
  }

  /** Moves excess to deficits within nodes[from … to − 1]; everything else must be outside (see `leave`). */
  settle(nodes: Int32Array, from: number, to: number): void {
    while (this.search(nodes, from, to)) this.block();
  }

  /** Takes nodes out of play again. */
  leave(nodes: Int32Array, from: number, to: number): void {
    for (let k = from; k < to; k++) this.level[nodes[k]!] = OUTSIDE;
  }

  private linkParts(): void {
    const { shape } = this.net;
    let at = 0;
    for (let part = 0; part < this.size; part++) {
      this.wayStart[part] = at;
      for (let a = 0; a < this.arcs; a++) {
        if (shape.from[a] !== part && shape.to[a] !== part) continue;
        const isForwards = shape.from[a] === part;
        this.wayArc[at] = isForwards ? a : ~a;
        this.wayPart[at++] = isForwards ? shape.to[a]! : shape.from[a]!;
      }
    }
    this.wayStart[this.size] = at;
  }

  private excess(node: number): number {
    if (node >= this.firstLine) return this.unsent[node - this.firstLine]!;
    if (!this.isPersons(node)) return 0;
    const row = this.rowOfNode[node]!;
    return this.taken[row]! - this.target[row]!;
  }

  /** Levels from the nodes with excess to the nearest deficits; false when no deficit can be reached. */
  private search(nodes: Int32Array, from: number, to: number): boolean {
    const { level, queue, firstLine, size } = this;
    const persons = size - 1;
    this.queued = 0;
    for (let k = from; k < to; k++) {
      const node = nodes[k]!;
      const isSource = this.excess(node) > 0;
      level[node] = isSource ? 0 : UNSEEN;
      if (isSource) queue[this.queued++] = node;
    }
    this.sources = this.queued;
    let deficitLevel = OUTSIDE;
    for (let k = 0; k < this.queued; k++) {
      const node = queue[k]!;
      const next = level[node]! + 1;
      if (next > deficitLevel) break;
      if (node >= firstLine) {
        if (this.searchLine(node, next)) deficitLevel = next;
        continue;
      }
      const part = this.partOfNode[node]!;
      const row = this.rowOfNode[node]!;
      for (let way = this.wayStart[part]!; way < this.wayStart[part + 1]!; way++) {
        const other = row * size + this.wayPart[way]!;
        if (level[other] !== UNSEEN || this.wayRoom(row, this.wayArc[way]!) <= 0) continue;
        level[other] = next;
        queue[this.queued++] = other;
        if (this.wayPart[way] === persons && this.taken[row]! < this.target[row]!) deficitLevel = next;
      }
      this.searchBack(node, next);
    }
    return deficitLevel < OUTSIDE;
  }

  private searchLine(node: number, next: number): boolean {
    const { level, queue, partOfNode, rowOfNode, taken, target } = this;
    const { edgeTo, rowStart } = this.net;
    const persons = this.size - 1;
    const line = node - this.firstLine;
    let hasDeficit = false;
    let queued = this.queued;
    for (let edge = rowStart[line]!; edge < rowStart[line + 1]!; edge++) {
      const other = edgeTo[edge]!;
      if (level[other] !== UNSEEN) continue;
      level[other] = next;
      queue[queued++] = other;
      if (partOfNode[other] === persons) {
        const row = rowOfNode[other]!;
        if (taken[row]! < target[row]!) hasDeficit = true;
      }
    }
    this.queued = queued;
    return hasDeficit;
  }

  /** To the lines that have something at this part; forgets edges that are no longer in use. */
  private searchBack(node: number, next: number): void {
    const { level, nextIn, edgeFlow, firstLine } = this;
    let before = -1;
    for (let edge = this.firstIn[node]!; edge >= 0; edge = nextIn[edge]!) {
      if (edgeFlow[edge] === 0) {
        this.isListed[edge] = 0;
        if (before < 0) this.firstIn[node] = nextIn[edge]!;
        else nextIn[before] = nextIn[edge]!;
        continue;
      }
      before = edge;
      const other = firstLine + this.edgeLine[edge]!;
      if (level[other] !== UNSEEN) continue;
      level[other] = next;
      this.queue[this.queued++] = other;
    }
  }

  private wayRoom(row: number, arc: number): number {
    return arc >= 0 ? this.room[row * this.arcs + arc]! : this.used[row * this.arcs + ~arc]!;
  }

  /** A blocking flow on the levels, one source after the other. */
  private block(): void {
    const { cursor, listCursor, queue, firstLine } = this;
    for (let k = 0; k < this.queued; k++) {
      const node = queue[k]!;
      if (node >= firstLine) cursor[node] = this.net.rowStart[node - firstLine]!;
      else {
        cursor[node] = this.wayStart[this.partOfNode[node]!]!;
        listCursor[node] = this.firstIn[node]!;
      }
    }
    for (let k = 0; k < this.sources; k++) this.drain(queue[k]!);
  }

  private drain(source: number): void {
    const { pathNode, pathStep } = this;
    let depth = 0;
    pathNode[0] = source;
    while (this.excess(source) > 0) {
      const node = pathNode[depth]!;
      if (depth > 0 && this.hasDeficit(node)) {
        depth = this.augment(depth);
        continue;
      }
      const head = this.advance(node, depth);
      if (head >= 0) {
        pathNode[++depth] = head;
        continue;
      }
      if (depth === 0) return;
      depth--;
      this.skip(pathNode[depth]!, pathStep[depth]!);
    }
  }

  private hasDeficit(node: number): boolean {
    if (node >= this.firstLine || this.partOfNode[node] !== this.size - 1) return false;
    const row = this.rowOfNode[node]!;
    return this.taken[row]! < this.target[row]!;
  }

  /** Next node on the levels, −1 when there is none; notes the step: line: edge; part: 2·arc or 2·edge + 1. */
  private advance(node: number, depth: number): number {
    const { level, cursor } = this;
    const next = level[node]! + 1;
    if (node >= this.firstLine) {
      const { edgeTo, rowStart } = this.net;
      const end = rowStart[node - this.firstLine + 1]!;
      for (let edge = cursor[node]!; edge < end; edge++) {
        const other = edgeTo[edge]!;
        if (level[other] !== next) continue;
        cursor[node] = edge;
        this.pathStep[depth] = edge;
        return other;
      }
      cursor[node] = end;
      return -1;
    }
    const row = this.rowOfNode[node]!;
    const end = this.wayStart[this.partOfNode[node]! + 1]!;
    for (let way = cursor[node]!; way < end; way++) {
      const other = row * this.size + this.wayPart[way]!;
      if (level[other] !== next || this.wayRoom(row, this.wayArc[way]!) <= 0) continue;
      cursor[node] = way;
      this.pathStep[depth] = 2 * way;
      return other;
    }
    cursor[node] = end;
    for (let edge = this.listCursor[node]!; edge >= 0; edge = this.nextIn[edge]!) {
      if (level[this.firstLine + this.edgeLine[edge]!] !== next || this.edgeFlow[edge] === 0) continue;
      this.listCursor[node] = edge;
      this.pathStep[depth] = 2 * edge + 1;
      return this.firstLine + this.edgeLine[edge]!;
    }
    this.listCursor[node] = -1;
    return -1;
  }

  private skip(node: number, step: number): void {
    if (node >= this.firstLine || step % 2 === 0) this.cursor[node]!++;
    else this.listCursor[node] = this.nextIn[step >> 1]!;
  }

  /** Sends what the path can carry; answers the depth of the first node whose step is used up. */
  private augment(depth: number): number {
    const { pathNode, pathStep, firstLine, edgeFlow, arcs } = this;
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
        if (this.isListed[step] === 0) this.list(step);
        continue;
      }
      if (step % 2 === 1) edgeFlow[step >> 1]! -= amount;
      else {
        const way = this.wayArc[step >> 1]!;
        const at = this.rowOfNode[node]! * arcs + (way >= 0 ? way : ~way);
        this.room[at]! -= way >= 0 ? amount : -amount;
        this.used[at]! += way >= 0 ? amount : -amount;
      }
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
      : this.wayRoom(this.rowOfNode[this.pathNode[k]!]!, this.wayArc[step >> 1]!);
  }

  private list(edge: number): void {
    const node = this.net.edgeTo[edge]!;
    this.nextIn[edge] = this.firstIn[node]!;
    this.firstIn[node] = edge;
    this.isListed[edge] = 1;
  }
}
